#include "ui/parties/contact_list.h"

#include "parties/people/contact_service.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"
#include "session/session.h"
#include "ui/common/detail_pane.h"
#include "ui/common/guarded.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/common/message_bar.h"
#include "ui/parties/contact_form.h"
#include "ui/records/form_sheet.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace mishutai::ui {

namespace {

constexpr int kIdRole = Qt::UserRole;

/// Where the focus stood in a list whose pane is filled anew, after a change that was made in it: the new list goes on there.
struct Resumed {
    qint64 unit = 0;
    qint64 contact = 0;
};
Resumed &resumed()
{
    static Resumed place;
    return place;
}

QLabel *label(const QString &text, QWidget *parent, const char *look = nullptr)
{
    auto *made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    if (look)
        setLook(made, look);
    return made;
}

QString spanOf(const parties::ContactDetails &d)
{
    const QString from = d.fromOn.isValid() ? d.fromOn.toString(Qt::ISODate) : QString();
    if (d.toOn.isValid())
        return from.isEmpty() ? ContactList::tr("%1离任").arg(d.toOn.toString(Qt::ISODate))
                              : ContactList::tr("%1 至 %2，已离任").arg(from, d.toOn.toString(Qt::ISODate));
    return from.isEmpty() ? QString() : ContactList::tr("自%1").arg(from);
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ContactList::ContactList(session::Session &session, UnitId unit, bool mayEdit, bool isHidden, QWidget *parent)
    : QListWidget(parent), m_session(session), m_unit(unit), m_mayEdit(mayEdit && session.may(session::Operation::PersonEdit)),
      m_isHidden(isHidden)
{
    setObjectName("contacts");
    setAccessibleName(tr("联系人"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    connect(this, &QListWidget::itemDoubleClicked, this, [this] { edit(); });
    reload();
}

void ContactList::addLeaf(
    DetailPane &pane, session::Session &session, UnitId unit, bool mayEdit, bool isHidden, std::function<void()> undo)
{
    pane.addTab(tr("联系人"), [&session, unit, mayEdit, isHidden, undo = std::move(undo)](DetailPane &leaf) {
        auto *list = new ContactList(session, unit, mayEdit, isHidden, &leaf);
        list->setUndo(undo);
        if (list->count() == 0)
            leaf.addWidget(label(tr("还没有登记联系人"), &leaf, "muted"));
        leaf.addWidget(list);
        if (list->mayEdit()) {
            auto *bar = new QWidget(&leaf);
            auto *row = new QHBoxLayout(bar);
            row->setContentsMargins(0, px(4), 0, 0);
            row->setSpacing(px(6));
            const auto offer = [&](const QString &text, const QString &key, void (ContactList::*run)()) {
                auto *button = new QPushButton(text, bar);
                button->setToolTip(key);
                setLook(button, "quiet");
                button->setAutoDefault(true);
                connect(button, &QPushButton::clicked, list, run);
                row->addWidget(button);
            };
            offer(tr("新增联系人"), "Insert", &ContactList::add);
            if (list->count() > 0) {
                offer(tr("修改"), "Enter", &ContactList::edit);
                offer(tr("离任"), "Delete", &ContactList::endTerm);
                offer(tr("设为首要"), tr("空格"), &ContactList::makePrimary);
            }
            row->addStretch();
            leaf.addWidget(bar);
            auto *keys = label(tr("Insert 新增 · Enter 修改 · Delete 离任 · 空格 设为首要 · Ctrl+C 复制电话"), &leaf, "small");
            keys->setWordWrap(true);
            leaf.addWidget(keys);
            list->showWhileFocused(keys);
        }
        leaf.setLeafKeys(list);
        if (resumed().unit == unit.value()) {
            list->select(resumed().contact);
            // The pane shows the leaf only after this; a hidden widget takes no focus.
            QMetaObject::invokeMethod(
                list, [list] { list->setFocus(Qt::OtherFocusReason); }, Qt::QueuedConnection);
            resumed() = {};
        }
    });
}

void ContactList::showWhileFocused(QWidget *hint)
{
    // Elsewhere the same keys mean the whole record.
    QSizePolicy policy = hint->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    hint->setSizePolicy(policy);
    hint->setVisible(hasFocus());
    m_hint = hint;
}

void ContactList::focusInEvent(QFocusEvent *event)
{
    QListWidget::focusInEvent(event);
    if (m_hint)
        m_hint->setVisible(true);
}

void ContactList::focusOutEvent(QFocusEvent *event)
{
    QListWidget::focusOutEvent(event);
    if (m_hint)
        m_hint->setVisible(false);
}

void ContactList::reload()
{
    clear();
    m_contacts = parties::ContactService(m_session).ofUnit(m_unit);
    for (const parties::Contact &contact : m_contacts) {
        auto *item = new QListWidgetItem(this);
        QWidget *row = rowOf(contact);
        item->setData(kIdRole, contact.id.value());
        item->setData(Qt::AccessibleTextRole, row->accessibleName());
        item->setSizeHint(row->sizeHint());
        setItemWidget(item, row);
    }
    if (count() > 0)
        setCurrentRow(0);
    setFixedHeight(sizeHint().height());
    setVisible(count() > 0 || m_mayEdit);
}

QSize ContactList::sizeHint() const
{
    int height = 0;
    for (int i = 0; i < count(); ++i)
        height += item(i)->sizeHint().height();
    return {px(240), height + px(4)};
}

QWidget *ContactList::rowOf(const parties::Contact &contact)
{
    const parties::ContactDetails &d = contact.details;
    const parties::PersonDetails person = parties::PersonService(m_session).get(d.person).details;
    const bool isPast = d.toOn.isValid();
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(px(8), px(6), px(8), px(6));
    column->setSpacing(px(2));
    auto *head = new QHBoxLayout;
    head->setSpacing(px(6));
    auto *name = label(person.name, row, isPast ? "muted" : nullptr);
    QFont bold = name->font();
    bold.setBold(!isPast);
    name->setFont(bold);
    head->addWidget(name);
    if (!d.salutation.isEmpty())
        head->addWidget(label(d.salutation, row, "muted"));
    if (d.isPrimary && !isPast) {
        auto *badge = label(tr("首要"), row, "small");
        onThemeChange(
            badge, [badge] { badge->setStyleSheet(QString("color: %1; font-weight: 600").arg(theme().accent.name())); });
        head->addWidget(badge);
    }
    head->addStretch();
    column->addLayout(head);
    const QString place = joined({d.department, d.post});
    if (!place.isEmpty())
        column->addWidget(label(place, row, "muted"));
    if (const QString span = spanOf(d); !span.isEmpty())
        column->addWidget(label(span, row, "small"));
    if (!d.topics.isEmpty())
        column->addWidget(label(tr("对接：%1").arg(d.topics.join(QStringLiteral("、"))), row, "small"));
    addNumber(*column, row, tr("电话"), person.phone);
    addNumber(*column, row, tr("其他电话"), person.otherPhone);
    addNumber(*column, row, tr("微信"), person.wechat);
    addNumber(*column, row, tr("邮箱"), person.email);
    if (!d.notes.isEmpty())
        column->addWidget(label(d.notes.section(u'\n', 0, 0), row, "small"));
    row->setAccessibleName(joined({person.name, place, isPast ? QString() : d.topics.join(u'、')}));
    return row;
}

void ContactList::addNumber(QBoxLayout &column, QWidget *row, const QString &title, const QString &number)
{
    if (number.isEmpty())
        return;
    auto *line = new QHBoxLayout;
    line->setSpacing(px(4));
    auto *caption = label(title, row, "muted");
    onThemeChange(caption, [caption] { caption->setMinimumWidth(px(56)); });
    line->addWidget(caption);
    line->addWidget(label(m_isHidden ? masked(number) : number, row));
    auto *copy = new QToolButton(row);
    setLook(copy, "mini");
    copy->setIcon(icon("copy"));
    copy->setIconSize(QSize(px(15), px(15)));
    copy->setToolTip(tr("复制%1").arg(title));
    copy->setAccessibleName(copy->toolTip());
    onThemeChange(copy, [copy] { copy->setFixedSize(px(26), px(20)); });
    connect(copy, &QToolButton::clicked, this, [this, title, number] {
        QApplication::clipboard()->setText(number);
        MessageArea::of(this).done(tr("已复制%1").arg(title));
    });
    line->addWidget(copy);
    line->addStretch();
    column.addLayout(line);
}

std::optional<parties::Contact> ContactList::current() const
{
    const int row = currentRow();
    return row < 0 ? std::nullopt : std::optional(m_contacts[static_cast<size_t>(row)]);
}

void ContactList::add()
{
    if (m_mayEdit)
        openForm(std::nullopt);
}

void ContactList::edit()
{
    if (const auto contact = current(); contact && m_mayEdit)
        openForm(contact);
}

void ContactList::openForm(const std::optional<parties::Contact> &contact)
{
    guarded(this, [&] {
        auto form = std::make_unique<ContactForm>(m_session, m_unit, contact, [] {});
        form->setSubject(parties::UnitService(m_session).get(m_unit).details.name);
        Form *shown = form.get();
        auto *sheet = new FormSheet(std::move(form), m_session, contact ? "contact" : "new_contact",
            contact ? contact->id.value() : m_unit.value(), this);
        connect(shown, &Form::saved, this, [this] { changed(tr("已保存联系人")); });
        connect(sheet, &Overlay::dismissed, this, [this] { setFocus(); });
    });
}

void ContactList::endTerm()
{
    const auto contact = current();
    if (!contact || !m_mayEdit)
        return;
    const QString name = parties::PersonService(m_session).get(contact->details.person).details.name;
    if (guarded(
            this, [&] { parties::ContactService(m_session).endTerm(contact->id, contact->revision, m_session.clock().today()); }))
        changed(tr("%1已离任，记录留作历史").arg(name));
}

void ContactList::makePrimary()
{
    const auto contact = current();
    if (!contact || !m_mayEdit || contact->details.isPrimary)
        return;
    if (guarded(this, [&] { parties::ContactService(m_session).makePrimary(contact->id, contact->revision); }))
        changed(tr("已设为首要联系人"));
}

void ContactList::changed(const QString &message)
{
    const auto contact = current();
    MessageArea::of(this).done(message, m_undo);
    reload();
    if (contact)
        select(contact->id.value());
    setFocus();
}

void ContactList::select(qint64 contact)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(kIdRole).toLongLong() == contact)
            setCurrentRow(row);
    }
}

void ContactList::hideEvent(QHideEvent *event)
{
    if (hasFocus())
        resumed() = {m_unit.value(), currentItem() ? currentItem()->data(kIdRole).toLongLong() : 0};
    QListWidget::hideEvent(event);
}

void ContactList::copyPhone()
{
    const auto contact = current();
    if (!contact)
        return;
    const QString phone = parties::PersonService(m_session).get(contact->details.person).details.phone;
    if (phone.isEmpty())
        return;
    QApplication::clipboard()->setText(phone);
    MessageArea::of(this).done(tr("已复制电话"));
}

bool ContactList::event(QEvent *event)
{
    // The page has these keys too, for the record; here they are the contact's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_F2 || key->key() == Qt::Key_Delete || key->key() == Qt::Key_Insert
            || key->matches(QKeySequence::Copy)) {
            event->accept();
            return true;
        }
    }
    return QListWidget::event(event);
}

void ContactList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Insert)
        add();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2)
        edit();
    else if (event->key() == Qt::Key_Delete)
        endTerm();
    else if (event->key() == Qt::Key_Space)
        makePrimary();
    else if (event->matches(QKeySequence::Copy))
        copyPhone();
    else
        QListWidget::keyPressEvent(event);
}

} // namespace mishutai::ui
