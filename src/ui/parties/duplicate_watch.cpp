#include "ui/parties/duplicate_watch.h"

#include "ui/common/form.h"
#include "ui/common/guarded.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

namespace {

/// Long enough for the next key of somebody who types, short enough to be read before the next field.
constexpr int kPauseMs = 250;

QString textIn(const Form &form, const QString &key)
{
    return key.isEmpty() || !form.field(key) ? QString() : textOf(form, key);
}

} // namespace

DuplicateWatch::DuplicateWatch(Form &form, session::Session &session)
    : QObject(&form), m_form(form), m_session(session), m_finder(session)
{
}

void DuplicateWatch::onEdit(const QString &key, std::function<void()> look)
{
    Field *field = key.isEmpty() ? nullptr : m_form.field(key);
    if (!field)
        return;
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(kPauseMs);
    connect(pause, &QTimer::timeout, this, [this, look = std::move(look)] { guarded(&m_form, look); });
    connect(field, &Field::edited, pause, qOverload<>(&QTimer::start));
}

void DuplicateWatch::watchUnit(const UnitFields &fields, std::optional<UnitId> self, const QString &linkLabel,
    std::function<void(UnitId)> open, std::function<bool()> isNew)
{
    // Each field asks for what it says itself, so that the warning stands where the likeness is.
    using Question = parties::DuplicateFinder::UnitQuestion;
    const auto watch = [&](const QString &key, const std::function<Question(const QString &)> &questionOf) {
        onEdit(key, [this, key, questionOf, self, linkLabel, open, isNew] {
            const QString text = textIn(m_form, key);
            if (text.isEmpty() || (isNew && !isNew()))
                return;
            const std::vector<parties::UnitLikeness> found = m_finder.units(questionOf(text), self);
            if (found.empty())
                return;
            const parties::UnitLikeness &first = found.front();
            m_form.field(key)->showNotice(
                tr("可能已登记：%1「%2」（%3）").arg(parties::label(first.reason), first.name, first.code), linkLabel,
                [open, id = first.id] { open(id); });
        });
    };
    watch(fields.name, [](const QString &text) { return Question{text}; });
    watch(fields.shortName, [](const QString &text) { return Question{{}, {}, {text}}; });
    watch(fields.creditCode, [](const QString &text) { return Question{{}, text}; });
    watch(fields.phone, [](const QString &text) { return Question{{}, {}, {}, {text}}; });
}

void DuplicateWatch::watchPerson(const QString &nameField, const QString &phoneField, std::optional<PersonId> self,
    const QString &linkLabel, std::function<void(PersonId)> open, std::function<bool()> isNew)
{
    const auto look = [this, nameField, phoneField, self, linkLabel, open, isNew](const QString &key) {
        if (isNew && !isNew())
            return;
        const QString name = textIn(m_form, nameField);
        const QString phone = textIn(m_form, phoneField);
        const std::vector<parties::PersonLikeness> found
            = m_finder.people(key == nameField ? name : QString(), phone.isEmpty() ? QStringList() : QStringList{phone}, self);
        if (found.empty() || textIn(m_form, key).isEmpty())
            return;
        const parties::PersonLikeness &first = found.front();
        const QString who = first.unitName.isEmpty() ? first.name : tr("%1，%2").arg(first.name, first.unitName);
        m_form.field(key)->showNotice(
            tr("可能已登记：%1「%2」").arg(parties::label(first.reason), who), linkLabel, [open, id = first.id] { open(id); });
    };
    onEdit(nameField, [look, nameField] { look(nameField); });
    onEdit(phoneField, [look, phoneField] { look(phoneField); });
}

} // namespace mishutai::ui
