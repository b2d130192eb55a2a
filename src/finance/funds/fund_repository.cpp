#include "finance/funds/fund_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::finance {
namespace {

const QString kTable = QStringLiteral("funds");
const QString kSelect = QStringLiteral("SELECT id, revision, code, name, account_id, grantor_unit_id, document_number, purpose, "
                                       "from_on, to_on, notes FROM funds ");

Fund read(const db::Statement &row)
{
    return {row.id<FundId>("id"), static_cast<int>(row.integer("revision")),
        {row.text("code"), row.text("name"), row.optionalId<AccountId>("account_id"), row.optionalId<UnitId>("grantor_unit_id"),
            row.text("document_number"), row.text("purpose"), row.date("from_on"), row.date("to_on"), row.text("notes")}};
}

db::Row rowOf(const FundDetails &details)
{
    return {{"code", details.code}, {"name", details.name}, {"account_id", db::orNull(details.account)},
        {"grantor_unit_id", db::orNull(details.grantor)}, {"document_number", db::orNull(details.documentNumber)},
        {"purpose", db::orNull(details.purpose)}, {"from_on", db::orNull(details.from)}, {"to_on", db::orNull(details.to)},
        {"notes", db::orNull(details.notes)}};
}

} // namespace

std::optional<Fund> FundRepository::find(FundId id) const
{
    db::Statement row(m_database, kSelect + QStringLiteral("WHERE id = :id"));
    return row.bind(":id", id).next() ? std::optional(read(row)) : std::nullopt;
}

std::optional<Fund> FundRepository::findByCode(const QString &code) const
{
    db::Statement row(m_database, kSelect + QStringLiteral("WHERE code = :code"));
    return row.bind(":code", code).next() ? std::optional(read(row)) : std::nullopt;
}

std::optional<Fund> FundRepository::findByName(const QString &name) const
{
    db::Statement row(m_database, kSelect + QStringLiteral("WHERE name = :name ORDER BY code LIMIT 1"));
    return row.bind(":name", name).next() ? std::optional(read(row)) : std::nullopt;
}

std::vector<Fund> FundRepository::all() const
{
    db::Statement row(m_database, kSelect + QStringLiteral("ORDER BY code"));
    std::vector<Fund> funds;
    while (row.next())
        funds.push_back(read(row));
    return funds;
}

FundId FundRepository::insert(session::Work &work, const FundDetails &details) const
{
    return FundId(work.insert(kTable, rowOf(details)));
}

int FundRepository::update(session::Work &work, const Fund &fund) const
{
    return work.update(kTable, fund.id.value(), fund.revision, rowOf(fund.details));
}

void FundRepository::remove(session::Work &work, FundId id, int revision) const
{
    work.remove(kTable, id.value(), revision);
}

} // namespace mishutai::finance
