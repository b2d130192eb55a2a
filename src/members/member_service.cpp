#include "members/member_service.h"

#include "members/enrolment.h"
#include "members/member_repository.h"
#include "office/custom_fields/custom_value_service.h"
#include "parties/code_numbers.h"
#include "parties/dated_span.h"
#include "parties/field_rules.h"
#include "parties/unit_facts/unit_fact_service.h"
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

Member stored(const MemberRepository &repository, MemberId id)
{
    const std::optional<Member> member = repository.find(id);
    if (!member)
        throw Error(Error::Kind::NotFound, tr("没有这个会员"), tr("可能已被删除"), tr("请刷新列表后再试"));
    return *member;
}

Error refused(Error::Kind kind, const QString &field, const QString &code, const QString &message, const QString &remedy = {})
{
    Error error(kind, message, {}, remedy);
    error.withFields({{field, code, message}});
    return error;
}

void requireNotLeft(const Member &member)
{
    if (member.details.leftOn.isValid())
        throw refused(
            Error::Kind::Conflict, "leftOn", "left", tr("该会员已于%1退会").arg(member.details.leftOn.toString(Qt::ISODate)));
}

MemberParty partyOf(const Member &member)
{
    return {member.unit, member.person};
}

/// The suspension that begins now or holds must not run into one that has ended.
void requireAfterSuspensions(const MemberRepository &repository, MemberId id, QDate fromOn)
{
    const std::vector<Suspension> ended = repository.suspensions(id);
    if (!ended.empty() && fromOn.isValid() && fromOn < ended.back().toOn)
        throw refused(Error::Kind::Validation, "suspendedOn", "overlap",
            tr("%1至%2已暂停过，日期重叠")
                .arg(ended.back().fromOn.toString(Qt::ISODate), ended.back().toOn.toString(Qt::ISODate)));
}

/// The first level begins with the membership. @return whether anything differed
bool alignFirstLevel(session::Work &work, const MemberRepository &repository, MemberId id, QDate start)
{
    const std::vector<LevelChange> levels = repository.levels(id);
    if (levels.size() > 1 && levels.at(1).fromOn <= start)
        throw refused(Error::Kind::Validation, "joinedOn", "order",
            tr("入会日期晚于%1的级别变动，请先改级别记录").arg(levels.at(1).fromOn.toString(Qt::ISODate)));
    LevelChange first = levels.front();
    first.fromOn = start;
    return repository.updateLevel(work, levels.front(), first);
}

} // namespace

MemberId MemberService::enroll(const Enrolment &enrolment)
{
    session::Work work(m_session, session::Operation::MemberEnroll);
    const MemberRepository repository(m_session.database());
    MemberDetails details = tidied(enrolment.member);
    parties::throwIfAny(validate(details), tr("入会资料有填写不对的地方"));
    MemberParty party;
    if (enrolment.isIndividual) {
        party.person = registeredPerson(m_session, enrolment);
    } else {
        party.unit = registeredUnit(m_session, enrolment);
        addContact(m_session, *party.unit, enrolment.contact);
        for (const ContactEntry &contact : enrolment.moreContacts)
            addContact(m_session, *party.unit, contact);
    }
    check(details, party, std::nullopt);
    details.code = parties::settledCode(
        work, {"members", tr("会员")}, details.code, [&](const QString &code) { return repository.idByCode(code).has_value(); });
    const MemberId id = repository.insert(work, party, details);
    repository.insertLevel(work, id, {0, 0, details.level, startOf(details), {}, {}});
    // Who has joined is no prospect any more.
    if (enrolment.unit && details.joinedOn.isValid())
        parties::UnitFactService(m_session).endRole(*party.unit, parties::UnitRoleKind::Prospect, details.joinedOn);
    work.setSubject("members", id.value());
    work.commit();
    return id;
}

bool MemberService::update(MemberId id, int revision, const MemberDetails &given)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const MemberRepository repository(m_session.database());
    const Member member = stored(repository, id);
    MemberDetails details = tidied(given);
    if (details.code.isEmpty())
        details.code = member.details.code;
    parties::throwIfAny(validate(details), tr("会员资料有填写不对的地方"));
    check(details, partyOf(member), id);
    requireAfterSuspensions(repository, id, details.suspendedOn);
    bool isChanged = repository.update(work, member, revision, details);
    isChanged = alignFirstLevel(work, repository, id, startOf(details)) || isChanged;
    const LevelChange last = repository.levels(id).back();
    LevelChange corrected = last;
    corrected.level = details.level;
    isChanged = repository.updateLevel(work, last, corrected) || isChanged;
    work.setSubject("members", id.value());
    work.commit();
    return isChanged;
}

void MemberService::suspend(MemberId id, int revision, QDate fromOn, const QString &reason, const QString &document)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const Member member = stored(MemberRepository(m_session.database()), id);
    requireNotLeft(member);
    if (!fromOn.isValid())
        throw refused(Error::Kind::Validation, "suspendedOn", "required", tr("请填写暂停日期"));
    requireAfterSuspensions(MemberRepository(m_session.database()), id, fromOn);
    MemberDetails details = member.details;
    details.suspendedOn = fromOn;
    details.suspendedReason = reason;
    details.suspendedDocument = document;
    change(work, member, revision, details);
    work.commit();
}

void MemberService::resume(MemberId id, int revision, QDate on)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const MemberRepository repository(m_session.database());
    const Member member = stored(repository, id);
    requireNotLeft(member);
    MemberDetails details = member.details;
    const QDate toOn = on.isValid() ? on : m_session.clock().today();
    if (!details.suspendedOn.isValid())
        throw refused(Error::Kind::Conflict, "suspendedOn", "state", tr("该会员没有暂停会员资格"));
    if (toOn < details.suspendedOn)
        throw refused(Error::Kind::Validation, "on", "order", tr("恢复日期不能早于暂停日期"));
    if (details.suspendedOn < toOn)
        repository.putSuspension(work, id, {details.suspendedOn, toOn, details.suspendedReason, details.suspendedDocument});
    details.suspendedOn = QDate();
    details.suspendedReason.clear();
    details.suspendedDocument.clear();
    change(work, member, revision, details);
    work.commit();
}

office::RowOutcome MemberService::putSuspension(MemberId id, const Suspension &suspension)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const MemberRepository repository(m_session.database());
    const MemberDetails member = stored(repository, id).details;
    const QDate from = suspension.fromOn;
    const QDate to = suspension.toOn;
    if (!from.isValid() || !to.isValid() || to <= from || !member.joinedOn.isValid() || from < member.joinedOn
        || (member.leftOn.isValid() && to > member.leftOn))
        throw refused(Error::Kind::Validation, "toOn", "order", tr("暂停的起止日期应在会籍之内，恢复日期应晚于暂停日期"));
    std::vector<Suspension> others = repository.suspensions(id);
    std::erase_if(others, [&](const Suspension &other) { return other.fromOn == from; });
    if (member.suspendedOn.isValid())
        others.push_back({member.suspendedOn, {}, {}, {}});
    for (const Suspension &other : others) {
        if (parties::DatedSpan{from, to}.overlaps({other.fromOn, other.toOn}))
            throw refused(
                Error::Kind::Validation, "fromOn", "overlap", tr("与%1起的暂停重叠").arg(other.fromOn.toString(Qt::ISODate)));
    }
    const office::RowOutcome outcome
        = repository.putSuspension(work, id, {from, to, suspension.reason.trimmed(), suspension.document.trimmed()});
    work.setSubject("members", id.value());
    work.commit();
    return outcome;
}

void MemberService::leave(MemberId id, int revision, const Leaving &leaving)
{
    session::Work work(m_session, session::Operation::MemberLeave);
    const Member member = stored(MemberRepository(m_session.database()), id);
    requireNotLeft(member);
    if (!leaving.leftOn.isValid())
        throw refused(Error::Kind::Validation, "leftOn", "required", tr("请填写退会日期"));
    if (leaving.leftOn > m_session.clock().today())
        throw refused(Error::Kind::Validation, "leftOn", "range", tr("退会日期还没到"), tr("请在退会生效后登记"));
    MemberDetails details = member.details;
    details.leftOn = leaving.leftOn;
    details.leftKind = leaving.kind;
    details.leftReason = leaving.reason;
    details.leftDocument = leaving.document;
    change(work, member, revision, details);
    work.commit();
}

bool MemberService::changeLevel(MemberId id, MemberLevel level, QDate fromOn, const QString &note, const QString &document)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const MemberRepository repository(m_session.database());
    const Member member = stored(repository, id);
    const QDate start = startOf(member.details);
    if (!fromOn.isValid() || fromOn < start)
        throw refused(Error::Kind::Validation, "fromOn", "range", tr("级别起始日期应不早于%1").arg(start.toString(Qt::ISODate)));
    const LevelChange wanted{0, 0, level, fromOn, note.trimmed(), document.trimmed()};
    bool isChanged = true;
    bool isNew = true;
    for (const LevelChange &each : repository.levels(id)) {
        if (each.fromOn != fromOn)
            continue;
        isNew = false;
        isChanged = repository.updateLevel(work, each, wanted);
    }
    if (isNew)
        repository.insertLevel(work, id, wanted);
    work.setSubject("members", id.value());
    work.commit();
    return isChanged;
}

void MemberService::removeLevel(MemberId id, QDate fromOn)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const MemberRepository repository(m_session.database());
    stored(repository, id);
    const std::vector<LevelChange> levels = repository.levels(id);
    const auto level = std::ranges::find(levels, fromOn, &LevelChange::fromOn);
    if (level == levels.end())
        throw Error(Error::Kind::NotFound, tr("没有这条级别记录"), tr("可能已被删除"), tr("请刷新后再试"));
    if (level == levels.begin())
        throw refused(Error::Kind::Conflict, "fromOn", "first", tr("入会时的级别不能删除"), tr("请改成对的级别"));
    repository.removeLevel(work, *level);
    work.setSubject("members", id.value());
    work.commit();
}

void MemberService::remove(MemberId id, int revision)
{
    session::Work work(m_session, session::Operation::MemberDelete);
    const MemberRepository repository(m_session.database());
    stored(repository, id);
    office::CustomValueService::removeOf(work, office::CustomOwner::Member, id.value());
    repository.remove(work, id, revision);
    work.setSubject("members", id.value());
    work.commit();
}

Member MemberService::get(MemberId id) const
{
    m_session.require(session::Operation::MemberRead);
    return stored(MemberRepository(m_session.database()), id);
}

std::optional<Member> MemberService::findByCode(const QString &code) const
{
    m_session.require(session::Operation::MemberRead);
    const MemberRepository repository(m_session.database());
    const std::optional<MemberId> id = repository.idByCode(code.trimmed());
    return id ? repository.find(*id) : std::nullopt;
}

std::optional<Member> MemberService::findCurrent(UnitId unit) const
{
    m_session.require(session::Operation::MemberRead);
    const MemberRepository repository(m_session.database());
    const std::optional<MemberId> id = repository.currentOf(unit);
    return id ? repository.find(*id) : std::nullopt;
}

std::optional<Member> MemberService::findCurrent(PersonId person) const
{
    m_session.require(session::Operation::MemberRead);
    const MemberRepository repository(m_session.database());
    const std::optional<MemberId> id = repository.currentOf(person);
    return id ? repository.find(*id) : std::nullopt;
}

std::vector<Suspension> MemberService::suspensions(MemberId id) const
{
    m_session.require(session::Operation::MemberRead);
    return MemberRepository(m_session.database()).suspensions(id);
}

std::vector<LevelChange> MemberService::levels(MemberId id) const
{
    m_session.require(session::Operation::MemberRead);
    return MemberRepository(m_session.database()).levels(id);
}

void MemberService::change(session::Work &work, const Member &member, int revision, const MemberDetails &given)
{
    const MemberDetails details = tidied(given);
    parties::throwIfAny(validate(details), tr("会员资料有填写不对的地方"));
    check(details, partyOf(member), member.id);
    MemberRepository(m_session.database()).update(work, member, revision, details);
    work.setSubject("members", member.id.value());
}

void MemberService::check(const MemberDetails &details, const MemberParty &party, std::optional<MemberId> self) const
{
    const MemberRepository repository(m_session.database());
    const std::optional<MemberId> byCode = details.code.isEmpty() ? std::nullopt : repository.idByCode(details.code);
    if (byCode && byCode != self)
        throw refused(Error::Kind::Conflict, "code", "duplicate", tr("会员编号%1已有会员使用").arg(details.code),
            tr("请换一个编号，或留空由程序编号"));
    const parties::DatedSpan span{startOf(details), details.leftOn};
    for (const Member &other : party.unit ? repository.ofUnit(*party.unit) : repository.ofPerson(*party.person)) {
        if (other.id == self || !span.overlaps({startOf(other.details), other.details.leftOn}))
            continue;
        const QString problem = party.unit ? tr("该单位已是会员（%1）") : tr("此人已是会员（%1）");
        throw refused(Error::Kind::Conflict, party.unit ? "unit" : "person", "duplicate", problem.arg(other.details.code),
            tr("请直接修改已有的会员"));
    }
}

} // namespace mishutai::members
