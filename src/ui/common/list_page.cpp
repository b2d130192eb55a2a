#include "ui/common/list_page.h"

#include "db/lists/list_definition.h"
#include "session/session.h"
#include "ui/common/detail_pane.h"
#include "ui/common/form.h"
#include "ui/common/guarded.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/list/empty_state.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/search_field.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace mishutai::ui {

ListPage::ListPage(session::Session &session, const db::ListDefinition &definition, QWidget *parent)
    : Page(parent), m_session(session), m_definition(definition), m_title(definition.title),
      m_splitter(new QSplitter(Qt::Horizontal, this)), m_panel(new ListPanel(session, definition, m_splitter)),
      m_search(new SearchField(this)), m_side(new QStackedWidget(this)), m_detail(new DetailPane(m_side))
{
    build();
    connectList();
    addKeys();
}

ListPage::~ListPage()
{
    keepDraft();
}

void ListPage::build()
{
    auto *side = new QFrame(this);
    setLook(side, "card");
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(1, 1, 1, 1);
    sideColumn->addWidget(m_side);
    m_side->addWidget(m_detail);
    m_splitter->addWidget(m_panel);
    m_splitter->addWidget(side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    onThemeChange(this, [this, side] {
        m_panel->setMinimumWidth(px(320));
        side->setMinimumWidth(px(290));
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(10), px(16), px(10));
    column->setSpacing(px(8));
    column->addWidget(makeHead());
    column->addWidget(m_splitter, 1);
    const QByteArray kept = QSettings().value(QString("lists/%1/splitter").arg(m_definition.key)).toByteArray();
    if (!m_splitter->restoreState(kept))
        m_splitter->setSizes({px(900), px(325)});
    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { QSettings().setValue(QString("lists/%1/splitter").arg(m_definition.key), m_splitter->saveState()); });
}

QWidget *ListPage::makeHead()
{
    auto *head = new QWidget(this);
    m_buttons = new QHBoxLayout(head);
    m_buttons->setContentsMargins(px(2), 0, 0, 0);
    m_buttons->setSpacing(px(8));
    m_heading = new QLabel(m_title, head);
    setLook(m_heading, "title");
    m_buttons->addWidget(m_heading);
    m_buttons->addStretch();
    m_buttons->addWidget(m_search);
    onThemeChange(m_search, [this] { m_search->setFixedWidth(px(270)); });
    return head;
}

void ListPage::connectList()
{
    ListView *view = m_panel->view();
    connect(m_search, &SearchField::searchChanged, m_panel, &ListPanel::setSearch);
    connect(m_search, &SearchField::downPressed, view, qOverload<>(&QWidget::setFocus));
    connect(m_search, &SearchField::taken, view, qOverload<>(&QWidget::setFocus));
    connect(view, &ListView::leftUpwards, m_search, qOverload<>(&QWidget::setFocus));
    connect(view, &ListView::typed, this, [this](const QString &text) {
        m_search->setFocus();
        m_search->setText(text);
    });
    connect(view, &ListView::rowActivated, this, [this](qint64 id) { openForm(id); });
    connect(view, &QWidget::customContextMenuRequested, this, &ListPage::openMenu);
    connect(m_panel, &ListPanel::filtersCleared, m_search, &QLineEdit::clear);
    connect(view, &ListView::currentIdChanged, this, [this] {
        // Held arrow keys pass many rows: the pane is filled once, when the loop is idle.
        if (m_isShowDue)
            return;
        m_isShowDue = true;
        QTimer::singleShot(0, this, [this] {
            m_isShowDue = false;
            const auto id = m_panel->view()->currentId();
            const bool isSame = id == m_shownId;
            m_shownId = id;
            // A list that was read again moves nobody: an open form stays.
            if (m_form && (isSame || m_formId == id))
                return;
            if (m_form && (m_formId || m_form->isChanged()))
                formLeft();
            showCurrent();
        });
    });
}

const QString &ListPage::key() const
{
    return m_definition.key;
}

void ListPage::setTitle(const QString &title)
{
    m_title = title;
    m_heading->setText(title);
}

QString ListPage::helpText() const
{
    QStringList lines{tr("输入名称、拼音首字母、编号或电话尾号即可查找；按 ↓ 进入列表。"),
        tr("点表头排序，按住 Shift 加第二列；Alt+↓ 按列筛选；Alt+L 选择列；Alt+V 存下或选用视图。"),
        tr("Shift+↓ 多选，Ctrl+A 全选，再按 F2 批量修改；Ctrl+PgDn 看右边的其他页签。"),
        tr("Ctrl+C 复制所选行（含表头），可直接粘贴到 WPS 或 Excel。")};
    if (m_quickCopy)
        lines << tr("Ctrl+Shift+C %1。").arg(m_quickCopyLabel);
    if (m_toEdit)
        lines << tr("Enter 或 F2 修改；表单里 Enter 到下一栏，Ctrl+S 保存，Ctrl+Enter 保存并新增，Esc 收起（内容留作草稿）。");
    return lines.join('\n');
}

void ListPage::refresh()
{
    m_panel->model()->reload();
    showCurrent();
}

void ListPage::focusFirst()
{
    if (m_form)
        m_form->focusFirst();
    else if (m_panel->model()->rowCount() > 0)
        m_panel->view()->setFocus();
    else
        m_search->setFocus();
}

bool ListPage::reveal(const QString &objectType, qint64 id)
{
    if (objectType != m_definition.key)
        return false;
    if (m_panel->model()->state().isFiltered())
        m_panel->clearFilters();
    m_panel->view()->selectId(id);
    m_panel->view()->setFocus();
    return true;
}

bool ListPage::showRows(const QString &objectType, const std::vector<qint64> &ids, const QString &label)
{
    if (objectType != m_definition.key)
        return false;
    m_panel->clearFilters();
    ListState state = m_panel->model()->state();
    state.only = std::unordered_set<qint64>(ids.begin(), ids.end());
    state.onlyLabel = label;
    m_panel->model()->setState(state);
    m_panel->view()->setFocus();
    return true;
}

std::unique_ptr<Form> ListPage::makeForm(std::optional<qint64>)
{
    return nullptr;
}

void ListPage::selectRecord(qint64 id)
{
    m_panel->view()->selectId(id);
    m_savedId = id;
}

QString ListPage::labelOf(qint64) const
{
    return m_title;
}

void ListPage::showCurrent()
{
    if (m_form)
        return;
    m_side->setCurrentWidget(m_detail);
    const auto id = m_panel->view()->currentId();
    if (!id || m_panel->model()->rowCount() == 0) {
        m_detail->showNothing(m_panel->model()->rowCount() == 0 ? QString() : tr("在左边选一条"));
        return;
    }
    guarded(this, [&] {
        m_detail->clear();
        showRecord(*m_detail, *id);
        m_detail->showChosenTab();
        if (m_toEdit && m_session.may(*m_toEdit))
            m_detail->addButton(tr("修改"), "edit", [this, one = *id] { openForm(one); });
    });
}

} // namespace mishutai::ui
