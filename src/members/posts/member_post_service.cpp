#include "members/posts/member_post_service.h"

#include "members/posts/member_post_repository.h"
#include "parties/dated_span.h"
#include "parties/field_rules.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

MemberPostDetails tidied(MemberPostDetails details)
{
    details.title = details.title.trimmed();
    details.notes = details.notes.trimmed();
    details.document = details.document.trimmed();
    return details;
}

} // namespace

office::RowOutcome MemberPostService::put(const MemberPostDetails &given)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const MemberPostRepository repository(m_session.database());
    const MemberPostDetails details = tidied(given);
    const std::optional<MemberPost> stored = repository.findByKey(details);
    check(details, stored ? std::optional<MemberPostId>(stored->id) : std::nullopt);
    office::RowOutcome outcome = office::RowOutcome::Added;
    if (!stored)
        work.setSubject("member_posts", repository.insert(work, details).value());
    else
        outcome = repository.update(work, *stored, stored->revision, details) ? office::RowOutcome::Changed
                                                                              : office::RowOutcome::Same;
    work.commit();
    return outcome;
}

bool MemberPostService::update(MemberPostId id, int revision, const MemberPostDetails &given)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const MemberPostRepository repository(m_session.database());
    const std::optional<MemberPost> stored = repository.find(id);
    if (!stored)
        throw Error(Error::Kind::NotFound, tr("没有这条任职记录"), tr("可能已被删除"), tr("请刷新后再试"));
    const MemberPostDetails details = tidied(given);
    check(details, id);
    const bool isChanged = repository.update(work, *stored, revision, details);
    work.setSubject("member_posts", id.value());
    work.commit();
    return isChanged;
}

void MemberPostService::remove(MemberPostId id, int revision)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    MemberPostRepository(m_session.database()).remove(work, id, revision);
    work.setSubject("member_posts", id.value());
    work.commit();
}

std::vector<MemberPost> MemberPostService::ofPerson(PersonId person) const
{
    m_session.require(session::Operation::MemberRead);
    return MemberPostRepository(m_session.database()).ofPerson(person);
}

std::vector<MemberPost> MemberPostService::ofUnit(UnitId unit) const
{
    m_session.require(session::Operation::MemberRead);
    return MemberPostRepository(m_session.database()).ofUnit(unit);
}

std::vector<MemberPost> MemberPostService::heldOn(QDate day) const
{
    m_session.require(session::Operation::MemberRead);
    return MemberPostRepository(m_session.database()).heldOn(day);
}

void MemberPostService::check(const MemberPostDetails &details, std::optional<MemberPostId> self) const
{
    parties::throwIfAny(validate(details), tr("任职记录有填写不对的地方"));
    const parties::DatedSpan span{details.fromOn, details.toOn};
    for (const MemberPost &other : MemberPostRepository(m_session.database()).ofPerson(details.person)) {
        const bool isSamePost = other.details.post == details.post && other.details.title == details.title;
        if (other.id == self || !isSamePost || !span.overlaps({other.details.fromOn, other.details.toOn}))
            continue;
        const QString message
            = tr("此人自%1起已任%2，起止日期重叠").arg(other.details.fromOn.toString(Qt::ISODate), postText(other.details));
        throw Error(Error::Kind::Conflict, message, {}, tr("请先给原来的一条填终止日期"))
            .withFields({{"fromOn", "overlap", message}});
    }
}

} // namespace mishutai::members
