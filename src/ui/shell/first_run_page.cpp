#include "ui/shell/first_run_page.h"

#include "ui/common/composition.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace mishutai::ui {

FirstRunPage::FirstRunPage(QWidget *parent)
    : QWidget(parent), m_name(new QLineEdit(this)), m_listNote(new QLabel(this)), m_kinds(new QButtonGroup(this))
{
    setAcceptDrops(true);
    auto *card = new QFrame(this);
    setLook(card, "card");
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(px(44), px(38), px(44), px(34));
    column->setSpacing(px(10));
    const auto addLabel = [&](const QString &text, const char *look) {
        auto *label = new QLabel(text, card);
        label->setWordWrap(true);
        setLook(label, look);
        column->addWidget(label);
    };
    addLabel(tr("秘书台"), "figure");
    addLabel(tr("会员、活动、服务、收支登记一次，年度总结和各种报表里的数字就都有了。数据只在这台电脑上。"), "muted");
    column->addSpacing(px(12));
    addLabel(tr("单位名称"), "section");
    m_name->setPlaceholderText(tr("例如：某某产业技术创新联盟"));
    m_name->setAccessibleName(tr("单位名称"));
    watchComposition(m_name);
    column->addWidget(m_name);
    m_listNote->setWordWrap(true);
    m_listNote->hide();
    column->addWidget(m_listNote);
    column->addSpacing(px(6));
    addLabel(tr("单位类型（以后可以改）"), "section");
    column->addWidget(makeKinds());
    column->addSpacing(px(14));
    column->addWidget(makeButtons());
    addLabel(tr("也可以在 Excel、WPS 里复制名单，在这里按 Ctrl+V；或把名单、数据文件直接拖到这里。"), "small");

    auto *row = new QHBoxLayout(this);
    row->addStretch();
    row->addWidget(card, 0, Qt::AlignVCenter);
    row->addStretch();
    onThemeChange(this, [card] { card->setFixedWidth(px(620)); });
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        if (!isComposing(m_name))
            start({});
    });
    // The field would take rows for a name; elsewhere on the page nothing takes them.
    m_name->installEventFilter(this);
    auto *paste = new QShortcut(QKeySequence::Paste, this);
    paste->setContext(Qt::WidgetWithChildrenShortcut);
    connect(paste, &QShortcut::activated, this, [this] { takePasted(); });
    setFocusProxy(m_name);
}

QWidget *FirstRunPage::makeKinds()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    const std::pair<QString, office::OfficeKind> kinds[]{{tr("联盟、协会：会员、会费、活动"), office::OfficeKind::Alliance},
        {tr("园区：企业、问题台账、项目招商"), office::OfficeKind::Park},
        {tr("机关部门：企业服务、年度目标"), office::OfficeKind::Bureau}};
    for (const auto &[label, kind] : kinds) {
        auto *button = new QRadioButton(label, box);
        button->setChecked(kind == office::OfficeKind::Alliance);
        m_kinds->addButton(button, static_cast<int>(kind));
        column->addWidget(button);
    }
    return box;
}

QWidget *FirstRunPage::makeButtons()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    const auto add = [&](const QString &label, const QIcon &picture, auto run) {
        auto *button = new QPushButton(picture, label, box);
        connect(button, &QPushButton::clicked, this, run);
        row->addWidget(button);
        return button;
    };
    setLook(add(tr("导入名单"), iconOnAccent("import"), [this] { start({FirstList::From::AskForFile}); }), "primary");
    add(tr("直接开始"), icon("check"), [this] { start({}); });
    row->addStretch();
    add(tr("看示例"), icon("report"), [this] { Q_EMIT exampleAsked(); });
    add(tr("打开…"), icon("folder"), [this] { Q_EMIT openAsked(); });
    return box;
}

QString FirstRunPage::officeName() const
{
    return m_name->text().trimmed();
}

office::OfficeKind FirstRunPage::kind() const
{
    return static_cast<office::OfficeKind>(m_kinds->checkedId());
}

void FirstRunPage::start(const FirstList &list)
{
    if (officeName().isEmpty()) {
        m_name->setProperty("state", "required");
        setLook(m_name, "");
        m_name->setPlaceholderText(tr("请先填写单位名称"));
        m_name->setFocus();
        return;
    }
    Q_EMIT startAsked(officeName(), kind(), m_list.from == FirstList::From::None ? list : m_list);
}

/// @return whether the clipboard holds rows
bool FirstRunPage::takePasted()
{
    const QString rows = QApplication::clipboard()->text();
    const QString inner = rows.trimmed();
    if (!inner.contains('\t') && !inner.contains('\n'))
        return false;
    takeList({FirstList::From::Pasted, rows}, tr("粘贴的 %1 行名单").arg(inner.count('\n') + 1));
    return true;
}

void FirstRunPage::takeList(const FirstList &list, const QString &told)
{
    m_list = list;
    m_listNote->setText(tr("已收下%1：填好单位名称按 Enter，就逐行检查。").arg(told));
    m_listNote->setVisible(officeName().isEmpty());
    start(list);
}

bool FirstRunPage::eventFilter(QObject *object, QEvent *event)
{
    const bool isPaste = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste);
    return (isPaste && object == m_name && takePasted()) || QWidget::eventFilter(object, event);
}

void FirstRunPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void FirstRunPage::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls()) {
        if (!url.isLocalFile())
            continue;
        const QString file = url.toLocalFile();
        if (file.endsWith(QStringLiteral(".mishutai")))
            Q_EMIT dataFileDropped(file);
        else
            takeList({FirstList::From::File, file}, tr("「%1」").arg(url.fileName()));
        return;
    }
}

} // namespace mishutai::ui
