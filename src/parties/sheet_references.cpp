#include "parties/sheet_references.h"

#include "parties/people/person_repository.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_repository.h"
#include "parties/units/unit_service.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

template <class Service, class IdType>
void readReference(
    const Service &service, office::RowReader &cells, const QString &key, const QString &message, std::optional<IdType> &target)
{
    if (!cells.row().has(key))
        return;
    const QString reference = cells.row().text(key);
    try {
        target = service.resolve(reference);
    } catch (const Error &error) {
        if (error.kind() != Error::Kind::Validation)
            throw;
        cells.fail(key, QStringLiteral("ambiguous"), error.problem() + tr("，") + error.remedy());
        return;
    }
    if (!target && !reference.isEmpty())
        cells.fail(key, QStringLiteral("unknown"), message.arg(reference.left(80)));
}

/// The record itself or, when it was merged away, the one that goes on.
template <class Repository, class IdType> auto goingOn(const Repository &repository, IdType id)
{
    auto record = repository.find(id);
    if (record && record->mergedInto)
        record = repository.find(*record->mergedInto);
    Q_ASSERT(record);
    return record->details;
}

} // namespace

void readUnit(session::Session &session, office::RowReader &cells, const QString &key, std::optional<UnitId> &target)
{
    readReference(UnitService(session), cells, key, tr("单位库里没有「%1」，请先登记该单位"), target);
}

void readPerson(session::Session &session, office::RowReader &cells, const QString &key, std::optional<PersonId> &target)
{
    readReference(PersonService(session), cells, key, tr("人员库里没有「%1」，请先登记"), target);
}

const LinkTexts::Texts &LinkTexts::unit(UnitId id) const
{
    auto known = m_units.find(id.value());
    if (known == m_units.end()) {
        const UnitDetails details = goingOn(UnitRepository(m_session.database()), id);
        known = m_units.insert(id.value(), {details.code, details.name});
    }
    return *known;
}

const LinkTexts::Texts &LinkTexts::person(PersonId id) const
{
    auto known = m_people.find(id.value());
    if (known == m_people.end()) {
        const PersonDetails details = goingOn(PersonRepository(m_session.database()), id);
        known = m_people.insert(id.value(), {details.code, details.name});
    }
    return *known;
}

} // namespace mishutai::parties
