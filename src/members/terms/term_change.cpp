#include "members/terms/term_change.h"

#include "members/posts/member_post_service.h"
#include "office/terms/term_service.h"
#include "parties/people/person_service.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

} // namespace

TermChange TermChangeService::proposed() const
{
    TermChange change;
    for (const office::Term &term : office::TermService(m_session).list())
        change.term.number = term.details.number + 1;
    change.term.fromOn = m_session.clock().today();
    for (const MemberPost &post : holders(change.term.fromOn))
        change.posts.push_back({post.id, post.details.person, {}});
    return change;
}

std::vector<MemberPost> TermChangeService::holders(QDate newTermFrom) const
{
    return MemberPostService(m_session).heldOn(newTermFrom.addDays(-1));
}

TermId TermChangeService::change(const TermChange &change)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    m_session.require(session::Operation::OfficeEdit);
    if (!change.term.fromOn.isValid())
        throw Error(Error::Kind::Validation, tr("请填写换届日期")).withFields({{"fromOn", "required", tr("请填写换届日期")}});
    const std::vector<MemberPost> held = holders(change.term.fromOn);
    endTermBefore(change.term.fromOn);
    const TermId term = office::TermService(m_session).add(change.term);
    MemberPostService posts(m_session);
    for (const MemberPost &post : held) {
        MemberPostDetails ended = post.details;
        if (!ended.toOn.isValid() || ended.toOn > change.term.fromOn) {
            ended.toOn = change.term.fromOn;
            posts.update(post.id, post.revision, ended);
        }
    }
    for (const Succession &succession : change.posts) {
        const auto post = std::ranges::find(held, succession.holder, &MemberPost::id);
        if (post == held.end())
            throw Error(Error::Kind::Validation, tr("有一个职务在换届前一天没有人担任"), {}, tr("请重新打开换届再试"));
        begin(*post, succession, term, change);
    }
    for (size_t i = 0; i < change.added.size(); ++i)
        begin(i, term, change);
    work.setSubject("terms", term.value());
    work.commit();
    return term;
}

/// The term that runs on when the new one begins ends then.
void TermChangeService::endTermBefore(QDate fromOn) const
{
    office::TermService terms(m_session);
    for (const office::Term &term : terms.list()) {
        if (term.details.fromOn >= fromOn || !term.details.holdsOn(fromOn))
            continue;
        office::TermDetails ended = term.details;
        ended.toOn = fromOn;
        terms.update(term.id, term.revision, ended);
    }
}

std::optional<PersonId> TermChangeService::personOf(const std::optional<PersonId> &known, const QString &newName) const
{
    if (known || newName.trimmed().isEmpty())
        return known;
    parties::PersonDetails person;
    person.name = newName.trimmed();
    return parties::PersonService(m_session).create(person);
}

void TermChangeService::begin(const MemberPost &held, const Succession &succession, TermId term, const TermChange &change) const
{
    const std::optional<PersonId> person = personOf(succession.successor, succession.newName);
    if (!person)
        return;
    MemberPostDetails next = held.details;
    next.person = *person;
    next.term = term;
    next.fromOn = change.term.fromOn;
    next.toOn = QDate();
    next.document = change.document;
    next.notes.clear();
    MemberPostService(m_session).put(next);
}

void TermChangeService::begin(size_t place, TermId term, const TermChange &change) const
{
    const NewPost &added = change.added[place];
    const std::optional<PersonId> person = personOf(added.person, added.newName);
    if (!person)
        return;
    const QString field = QStringLiteral("added.%1.").arg(place);
    MemberPostService posts(m_session);
    for (const MemberPost &held : posts.heldOn(change.term.fromOn)) {
        const MemberPostDetails &d = held.details;
        if (d.person == *person && d.post == added.post && d.title == added.title.trimmed()) {
            const QString message = tr("此人已经担任这个职务");
            throw Error(Error::Kind::Validation, tr("换届没有登记"), message, tr("请改名字或职务，或清空这一行"))
                .withFields({{field + "person", "doubled", message}});
        }
    }
    try {
        posts.put({*person, added.unit, term, added.post, added.title.trimmed(), change.term.fromOn, {}, {}, change.document});
    } catch (const Error &error) {
        std::vector<FieldError> faults = error.fields();
        for (FieldError &fault : faults)
            fault.field.prepend(field);
        throw Error(error.kind(), error.problem(), error.cause(), error.remedy()).withFields(std::move(faults));
    }
}

QString TermChangeService::reminder(QDate today, int withinDays) const
{
    const std::vector<office::Term> terms = office::TermService(m_session).list();
    if (terms.empty())
        return {};
    const office::TermDetails &last
        = std::ranges::max(terms, {}, [](const office::Term &term) { return term.details.fromOn; }).details;
    if (!last.toOn.isValid() || today.addDays(withinDays) < last.toOn)
        return {};
    const QString day = last.toOn.toString(Qt::ISODate);
    const qint64 days = today.daysTo(last.toOn);
    return days > 0 ? tr("%1任期到%2届满，还有%3天，请准备换届").arg(last.name(), day).arg(days)
                    : tr("%1任期已于%2届满，请登记换届").arg(last.name(), day);
}

} // namespace mishutai::members
