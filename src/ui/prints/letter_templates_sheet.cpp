#include "ui/prints/letter_templates_sheet.h"

#include "db/change_bus.h"
#include "desk/letters/letter_template.h"
#include "desk/letters/letter_template_service.h"
#include "desk/letters/letter_text.h"
#include "ui/common/guarded.h"
#include "ui/common/list_page.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/common/message_bar.h"
#include "ui/records/exports/ask_file.h"
#include "ui/records/form_sheet.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kIdRole = Qt::UserRole + 1; ///< of the office's own; none for carried ones

} // namespace

LetterTemplatesSheet::LetterTemplatesSheet(
    Page &page, desk::Application &application, std::vector<qint64> members, std::function<void(const QString &)> make)
    : Overlay(&page), m_page(page), m_application(application), m_members(std::move(members)), m_make(std::move(make)),
      m_list(new QListWidget(this))
{
    stayOpen();
    build();
    fill();
    connect(&application.bus(), &db::ChangeBus::changed, this, [this](const QSet<QString> &tables) {
        if (tables.contains(QStringLiteral("letter_templates")))
            fill();
    });
    popUpCentred();
    m_list->setFocus();
}

void LetterTemplatesSheet::build()
{
    auto *title = new QLabel(tr("函件模板"), this);
    setLook(title, "title");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    column->setSpacing(px(10));
    column->addWidget(title);
    auto *row = new QHBoxLayout;
    m_list->setMinimumSize(px(300), px(240));
    m_list->setAccessibleName(tr("函件模板"));
    m_list->installEventFilter(this);
    row->addWidget(m_list, 1);
    auto *buttons = new QVBoxLayout;
    row->addLayout(buttons);
    column->addLayout(row);
    const bool mayEdit = !m_application.isReadOnly() && m_application.session().may(session::Operation::LetterTemplateEdit);
    if (!m_members.empty())
        addButton(
            tr("给 %1 家发函…").arg(m_members.size()), tr("Enter"), [this] { takeIt(); }, false);
    addButton(
        tr("预览"), tr("P"), [this] { preview(); }, false);
    if (mayEdit) {
        addButton(
            tr("以它新建…"), tr("N"), [this] { makeNew(); }, false);
        addButton(
            tr("修改…"), tr("F2"), [this] { edit(); }, true);
        addButton(
            tr("删除"), tr("Del，可撤销"), [this] { remove(); }, true);
        addButton(
            tr("从文件读入…"), tr(".md 文件"), [this] { readFile(); }, false);
    }
    addButton(
        tr("关闭"), tr("Esc"), [this] { dismiss(); }, false);
    for (const Button &one : m_buttons)
        buttons->addWidget(one.button);
    buttons->addStretch();
    connect(m_list, &QListWidget::currentRowChanged, this, &LetterTemplatesSheet::showState);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { guarded(this, [this] { takeIt(); }); });
}

void LetterTemplatesSheet::addButton(const QString &label, const QString &toolTip, std::function<void()> run, bool needsOwn)
{
    auto *button = new QPushButton(label, this);
    button->setToolTip(toolTip);
    connect(button, &QPushButton::clicked, this, [this, run = std::move(run)] { guarded(this, run); });
    m_buttons.push_back({button, needsOwn});
}

QPushButton *LetterTemplatesSheet::button(const QString &label) const
{
    const auto found = std::ranges::find_if(m_buttons, [&](const Button &one) { return one.button->text().startsWith(label); });
    return found == m_buttons.end() ? nullptr : found->button;
}

void LetterTemplatesSheet::fill()
{
    guarded(this, [this] {
        const QString before = name();
        m_list->clear();
        const auto add = [this](const QString &label, const QString &name, const QVariant &id) {
            auto *item = new QListWidgetItem(label, m_list);
            item->setData(Qt::UserRole, name);
            item->setData(kIdRole, id);
        };
        for (const desk::LetterKind &kind : desk::letterKinds())
            add(tr("%1（程序自带）").arg(kind.label), kind.name, {});
        for (const desk::StoredLetter &own : desk::LetterTemplateService(m_application.session()).all())
            add(own.name, own.name, own.id);
        int row = 0;
        for (int i = 0; i < m_list->count(); ++i)
            row = m_list->item(i)->data(Qt::UserRole) == before ? i : row;
        m_list->setCurrentRow(row);
    });
}

void LetterTemplatesSheet::showState()
{
    for (const Button &one : m_buttons)
        one.button->setEnabled(!one.needsOwn || isOwn());
}

QString LetterTemplatesSheet::name() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

bool LetterTemplatesSheet::isOwn() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item && item->data(kIdRole).isValid();
}

void LetterTemplatesSheet::takeIt()
{
    if (name().isEmpty())
        return;
    if (m_members.empty()) {
        edit();
        return;
    }
    const auto make = m_make;
    const QString chosen = name();
    dismiss();
    make(chosen);
}

/// Its menu and preview take the focus; the form stays under them.
void LetterTemplatesSheet::openForm(const QString &source, std::optional<LetterTemplateForm::Stored> stored)
{
    auto form = std::make_unique<LetterTemplateForm>(m_application, source, stored);
    const auto id = stored ? std::optional(stored->id) : std::nullopt;
    (new FormSheet(std::move(form), m_application.session(), "letter_template", id, this))->stayOpen();
}

void LetterTemplatesSheet::makeNew()
{
    openForm(desk::letterSource(m_application.session(), name()), std::nullopt);
}

void LetterTemplatesSheet::edit()
{
    if (!isOwn() || !button(tr("修改…"))) {
        MessageArea::of(&m_page).done(tr("程序自带的模板不能改，可以「以它新建」"));
        return;
    }
    const auto stored
        = desk::LetterTemplateService(m_application.session()).get(m_list->currentItem()->data(kIdRole).toLongLong());
    openForm(stored.source, LetterTemplateForm::Stored{stored.id, stored.revision});
}

void LetterTemplatesSheet::remove()
{
    if (!isOwn() || !button(tr("删除")))
        return;
    desk::LetterTemplateService service(m_application.session());
    const auto stored = service.get(m_list->currentItem()->data(kIdRole).toLongLong());
    service.remove(stored.id, stored.revision);
    MessageArea::of(&m_page).done(tr("已删除函件模板「%1」").arg(stored.name), undoOfLastChange(m_page, m_application.session()));
}

void LetterTemplatesSheet::preview()
{
    const auto member = m_members.empty() ? std::nullopt : std::optional(MemberId(m_members.front()));
    showLetter(m_application, desk::loadLetter(m_application.session(), name()), member, this);
}

void LetterTemplatesSheet::readFile()
{
    askOpenFile(this, tr("读入函件模板"), tr("函件模板 (*.md)"), [this](const QString &file) {
        desk::LetterTemplateService(m_application.session()).add(desk::letterSource(m_application.session(), file));
        MessageArea::of(&m_page).done(tr("已读入函件模板"), undoOfLastChange(m_page, m_application.session()));
    });
}

bool LetterTemplatesSheet::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_list || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(object, event);
    const auto run = [this](void (LetterTemplatesSheet::*act)()) {
        guarded(this, [this, act] { (this->*act)(); });
        return true;
    };
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return run(&LetterTemplatesSheet::takeIt);
    case Qt::Key_N:
        return button(tr("以它新建…")) ? run(&LetterTemplatesSheet::makeNew) : true;
    case Qt::Key_P:
        return run(&LetterTemplatesSheet::preview);
    case Qt::Key_F2:
        return run(&LetterTemplatesSheet::edit);
    case Qt::Key_Delete:
        return run(&LetterTemplatesSheet::remove);
    default:
        return Overlay::eventFilter(object, event);
    }
}

} // namespace mishutai::ui
