#include "parties/units/unit_service.h"
#include "parties/bodies/body_repository.h"
#include "parties/cultivation/cultivation_repository.h"
#include "parties/duplicates/name_key.h"

#include "base/chinese/credit_code.h"
#include "base/chinese/phone.h"
#include "office/custom_fields/custom_value_service.h"
#include "parties/code_numbers.h"
#include "parties/field_rules.h"
#include "parties/people/contact_repository.h"
#include "parties/unit_facts/unit_fact_repository.h"
#include "parties/units/unit_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

Unit stored(const UnitRepository &repository, UnitId id)
{
    const std::optional<Unit> unit = repository.find(id);
    if (!unit)
        throw Error(Error::Kind::NotFound, tr("没有这个单位"), tr("它可能已被删除"), tr("请刷新列表后再试"));
    return *unit;
}

Error taken(const Unit &other, const QString &field, const QString &what)
{
    const QString message = tr("%1已属于「%2」（%3）").arg(what, other.details.name, other.details.code);
    Error error(Error::Kind::Conflict, message, {}, tr("请核对；若是同一单位，请直接修改已有的那一条"));
    error.withFields({{field, "duplicate", message}});
    return error;
}

/// As given, then with its brackets of the other width: people type both for one firm.
QStringList bracketSpellings(const QString &name)
{
    QString narrow = name;
    narrow.replace(u'（', u'(').replace(u'）', u')');
    QStringList spellings{name, withWideBrackets(name), narrow};
    spellings.removeDuplicates();
    return spellings;
}

} // namespace

UnitId UnitService::create(const UnitDetails &given)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    const UnitRepository repository(m_session.database());
    UnitDetails details = tidied(given);
    throwIfAny(validate(details), tr("单位资料有填写不对的地方"));
    checkKeys(details, std::nullopt);
    checkParent(details, std::nullopt);
    details.code = settledCode(work, {"units", tr("单位")}, details.code,
        [&](const QString &code) { return repository.holderOfCode(code).has_value(); });
    const UnitId id = repository.insert(work, details);
    work.setSubject("units", id.value());
    work.commit();
    return id;
}

bool UnitService::update(UnitId id, int revision, const UnitDetails &given)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    const UnitRepository repository(m_session.database());
    const Unit unit = stored(repository, id);
    UnitDetails details = tidied(given);
    if (details.code.isEmpty())
        details.code = unit.details.code;
    throwIfAny(validate(details), tr("单位资料有填写不对的地方"));
    checkKeys(details, id);
    checkParent(details, id);
    const bool isChanged = repository.update(work, unit, revision, details);
    work.setSubject("units", id.value());
    work.commit();
    return isChanged;
}

void UnitService::remove(UnitId id, int revision)
{
    session::Work work(m_session, session::Operation::PartyDelete);
    const UnitRepository repository(m_session.database());
    const Unit unit = stored(repository, id);
    const ContactRepository contacts(m_session.database());
    for (const Contact &contact : contacts.ofUnit(id))
        contacts.remove(work, contact.id, contact.revision);
    UnitFactRepository(m_session.database()).removeAll(work, id);
    const CultivationRepository cultivations(m_session.database());
    for (const Cultivation &each : cultivations.list(id))
        cultivations.remove(work, each.id, each.revision);
    const BodyRepository bodies(m_session.database());
    if (const auto body = bodies.find(id))
        bodies.remove(work, body->id, body->revision);
    office::CustomValueService::removeOf(work, office::CustomOwner::Unit, id.value());
    repository.remove(work, unit, revision);
    work.setSubject("units", id.value());
    work.commit();
}

Unit UnitService::get(UnitId id) const
{
    m_session.require(session::Operation::PartyRead);
    return forReader(stored(UnitRepository(m_session.database()), id));
}

std::optional<Unit> UnitService::findByCode(const QString &code) const
{
    m_session.require(session::Operation::PartyRead);
    const UnitRepository repository(m_session.database());
    const std::optional<UnitId> id = repository.idByCode(code.trimmed());
    return id ? std::optional<Unit>(forReader(stored(repository, *id))) : std::nullopt;
}

std::optional<Unit> UnitService::findByCreditCode(const QString &creditCode) const
{
    m_session.require(session::Operation::PartyRead);
    const UnitRepository repository(m_session.database());
    const std::optional<UnitId> id = repository.idByCreditCode(normalizedCreditCode(creditCode));
    return id ? std::optional<Unit>(forReader(stored(repository, *id))) : std::nullopt;
}

std::vector<Unit> UnitService::findByName(const QString &name) const
{
    m_session.require(session::Operation::PartyRead);
    const UnitRepository repository(m_session.database());
    std::vector<UnitId> ids;
    const auto add = [&ids](const std::vector<UnitId> &found) {
        for (const UnitId id : found) {
            if (std::ranges::find(ids, id) == ids.end())
                ids.push_back(id);
        }
    };
    for (const QString &spelt : bracketSpellings(name.trimmed()))
        add(repository.idsByName(spelt));
    for (const QString &spelt : bracketSpellings(name.trimmed()))
        add(repository.idsByOtherName(spelt));
    std::vector<Unit> units;
    units.reserve(ids.size());
    for (const UnitId id : ids)
        units.push_back(forReader(stored(repository, id)));
    return units;
}

std::optional<UnitId> UnitService::resolve(const QString &given) const
{
    m_session.require(session::Operation::PartyRead);
    const QString reference = given.trimmed();
    if (reference.isEmpty())
        return std::nullopt;
    const UnitRepository repository(m_session.database());
    if (const std::optional<UnitId> byCode = repository.idByCode(reference))
        return byCode;
    if (const std::optional<UnitId> byCredit = repository.idByCreditCode(normalizedCreditCode(reference)))
        return byCredit;
    std::vector<UnitId> byName = repository.idsByName(reference);
    if (byName.empty())
        byName = repository.idsByOtherName(reference);
    if (byName.size() > 1)
        throw Error(Error::Kind::Validation, tr("有%1个单位叫「%2」").arg(byName.size()).arg(reference.left(80)), {},
            tr("请改填单位编号或统一社会信用代码"));
    return byName.empty() ? std::nullopt : std::optional<UnitId>(byName.front());
}

void UnitService::checkKeys(const UnitDetails &details, std::optional<UnitId> self) const
{
    const UnitRepository repository(m_session.database());
    const std::optional<UnitId> byCredit
        = details.creditCode.isEmpty() ? std::nullopt : repository.holderOfCreditCode(details.creditCode);
    if (byCredit && byCredit != self)
        throw taken(stored(repository, *byCredit), "creditCode", tr("统一社会信用代码%1").arg(details.creditCode));
    const std::optional<UnitId> byCode = details.code.isEmpty() ? std::nullopt : repository.holderOfCode(details.code);
    if (byCode && byCode != self)
        throw taken(stored(repository, *byCode), "code", tr("单位编号%1").arg(details.code));
}

/// A chain of parents that comes back to the unit would make every sum over a group endless.
void UnitService::checkParent(const UnitDetails &details, std::optional<UnitId> self) const
{
    const UnitRepository repository(m_session.database());
    for (std::optional<UnitId> parent = details.parent; parent;) {
        const std::optional<Unit> unit = repository.find(*parent);
        if (!unit || parent == self) {
            const QString message = unit ? tr("上级单位绕回了本单位，请改选上级单位") : tr("没有这个上级单位，请重新选择");
            throw Error(Error::Kind::Validation, message).withFields({{"parent", "format", message}});
        }
        parent = unit->details.parent;
    }
}

Unit UnitService::forReader(Unit unit) const
{
    if (m_session.may(session::Operation::PersonalRead))
        return unit;
    UnitDetails &d = unit.details;
    d.legalRepresentativePhone = maskedPhone(d.legalRepresentativePhone);
    d.invoicePhone = maskedPhone(d.invoicePhone);
    d.invoiceEmail = maskedText(d.invoiceEmail);
    d.bankAccount = d.bankAccount.isEmpty() ? QString() : maskedText(d.bankAccount) + d.bankAccount.right(4);
    return unit;
}

} // namespace mishutai::parties
