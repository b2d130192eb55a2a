#include "parties/units/unit_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

#include <algorithm>

namespace mishutai::parties {

namespace {

const QString kUnitsTable = QStringLiteral("units");
const QString kAliasesTable = QStringLiteral("unit_aliases");

const QString kSelectUnit = QStringLiteral(R"(
SELECT id, revision, code, name, short_name, credit_code, kind, ownership, legal_representative, legal_representative_post,
  legal_representative_phone, registered_capital_fen, founded_on, registered_address, mailing_address, district, zone, chain,
  chain_segment, field, products, size, is_above_scale, above_scale_year, employees, technical_staff, is_listed,
  party_organisation, party_members, parent_id, merged_into_id, tags, notes, invoice_title, tax_no, bank_name, bank_account,
  invoice_address, invoice_phone, invoice_email, delivery_address, is_in_group, group_name, website
FROM units
)");

template <class T> QVariant variantOrNull(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant fenOrNull(const std::optional<Money> &amount)
{
    return amount ? QVariant(amount->fen()) : QVariant();
}

db::Row rowOf(const UnitDetails &details)
{
    return {
        {"code", details.code},
        {"name", details.name},
        {"short_name", db::orNull(details.shortName)},
        {"credit_code", db::orNull(details.creditCode)},
        {"kind", unitKinds().stored(details.kind)},
        {"ownership", ownerships().storedOrNull(details.ownership)},
        {"legal_representative", db::orNull(details.legalRepresentative)},
        {"legal_representative_post", db::orNull(details.legalRepresentativePost)},
        {"legal_representative_phone", db::orNull(details.legalRepresentativePhone)},
        {"registered_capital_fen", fenOrNull(details.registeredCapital)},
        {"founded_on", db::orNull(details.foundedOn)},
        {"registered_address", db::orNull(details.registeredAddress)},
        {"mailing_address", db::orNull(details.mailingAddress)},
        {"district", db::orNull(details.district)},
        {"zone", db::orNull(details.zone)},
        {"chain", db::orNull(details.chain)},
        {"chain_segment", db::orNull(details.chainSegment)},
        {"field", db::orNull(details.field)},
        {"products", db::orNull(details.products)},
        {"size", unitSizes().storedOrNull(details.size)},
        {"is_above_scale", variantOrNull(details.isAboveScale)},
        {"above_scale_year", variantOrNull(details.aboveScaleYear)},
        {"employees", variantOrNull(details.employees)},
        {"technical_staff", variantOrNull(details.technicalStaff)},
        {"is_listed", variantOrNull(details.isListed)},
        {"party_organisation", db::orNull(details.partyOrganisation)},
        {"party_members", variantOrNull(details.partyMembers)},
        {"parent_id", db::orNull(details.parent)},
        {"invoice_title", db::orNull(details.invoiceTitle)},
        {"tax_no", db::orNull(details.taxNo)},
        {"bank_name", db::orNull(details.bankName)},
        {"bank_account", db::orNull(details.bankAccount)},
        {"invoice_address", db::orNull(details.invoiceAddress)},
        {"invoice_phone", db::orNull(details.invoicePhone)},
        {"invoice_email", db::orNull(details.invoiceEmail)},
        {"delivery_address", db::orNull(details.deliveryAddress)},
        {"group_name", db::orNull(details.groupName)},
        {"website", db::orNull(details.website)},
        {"is_in_group", variantOrNull(details.isInGroup)},
        {"tags", db::orNull(details.tags)},
        {"notes", db::orNull(details.notes)},
    };
}

std::optional<int> optionalInt(const db::Statement &row, const char *column)
{
    const std::optional<qint64> value = row.optionalInteger(column);
    return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
}

std::optional<bool> optionalFlag(const db::Statement &row, const char *column)
{
    return row.isNull(column) ? std::nullopt : std::optional<bool>(row.flag(column));
}

std::optional<UnitId> first(const std::vector<UnitId> &ids)
{
    return ids.empty() ? std::nullopt : std::optional<UnitId>(ids.front());
}

} // namespace

Unit UnitRepository::read(const db::Statement &row) const
{
    UnitDetails d;
    d.code = row.text("code");
    d.name = row.text("name");
    d.shortName = row.text("short_name");
    d.creditCode = row.text("credit_code");
    d.kind = unitKinds().fromStored(row.text("kind")).value_or(UnitKind::Other);
    d.ownership = ownerships().fromStored(row.text("ownership"));
    d.legalRepresentative = row.text("legal_representative");
    d.legalRepresentativePost = row.text("legal_representative_post");
    d.legalRepresentativePhone = row.text("legal_representative_phone");
    if (!row.isNull("registered_capital_fen"))
        d.registeredCapital = row.money("registered_capital_fen");
    d.foundedOn = row.date("founded_on");
    d.registeredAddress = row.text("registered_address");
    d.mailingAddress = row.text("mailing_address");
    d.district = row.text("district");
    d.zone = row.text("zone");
    d.chain = row.text("chain");
    d.chainSegment = row.text("chain_segment");
    d.field = row.text("field");
    d.products = row.text("products");
    d.size = unitSizes().fromStored(row.text("size"));
    d.isAboveScale = optionalFlag(row, "is_above_scale");
    d.aboveScaleYear = optionalInt(row, "above_scale_year");
    d.employees = optionalInt(row, "employees");
    d.technicalStaff = optionalInt(row, "technical_staff");
    d.isListed = optionalFlag(row, "is_listed");
    d.partyOrganisation = row.text("party_organisation");
    d.partyMembers = optionalInt(row, "party_members");
    d.parent = row.optionalId<UnitId>("parent_id");
    d.invoiceTitle = row.text("invoice_title");
    d.taxNo = row.text("tax_no");
    d.bankName = row.text("bank_name");
    d.bankAccount = row.text("bank_account");
    d.invoiceAddress = row.text("invoice_address");
    d.invoicePhone = row.text("invoice_phone");
    d.invoiceEmail = row.text("invoice_email");
    d.deliveryAddress = row.text("delivery_address");
    d.groupName = row.text("group_name");
    d.website = row.text("website");
    d.isInGroup = optionalFlag(row, "is_in_group");
    d.tags = row.text("tags");
    d.notes = row.text("notes");
    const auto id = row.id<UnitId>("id");
    d.aliases = aliases(id);
    return {id, static_cast<int>(row.integer("revision")), d, row.optionalId<UnitId>("merged_into_id")};
}

std::optional<Unit> UnitRepository::find(UnitId id) const
{
    const std::vector<Unit> found = select(QStringLiteral("WHERE id = :id"), id);
    return found.empty() ? std::nullopt : std::optional<Unit>(found.front());
}

std::vector<UnitId> UnitRepository::ids(const QString &sql, const QString &name) const
{
    db::Statement statement(m_database, sql);
    statement.bind(QStringLiteral(":name"), name);
    std::vector<UnitId> result;
    while (statement.next())
        result.push_back(statement.id<UnitId>("id"));
    return result;
}

std::optional<UnitId> UnitRepository::idByCode(const QString &code) const
{
    return first(ids(QStringLiteral("SELECT coalesce(merged_into_id, id) AS id FROM units WHERE code = :name"), code));
}

std::optional<UnitId> UnitRepository::idByCreditCode(const QString &creditCode) const
{
    return first(
        ids(QStringLiteral("SELECT coalesce(merged_into_id, id) AS id FROM units WHERE credit_code = :name"), creditCode));
}

std::optional<UnitId> UnitRepository::holderOfCode(const QString &code) const
{
    return first(ids(QStringLiteral("SELECT id FROM units WHERE code = :name"), code));
}

std::optional<UnitId> UnitRepository::holderOfCreditCode(const QString &creditCode) const
{
    return first(ids(QStringLiteral("SELECT id FROM units WHERE credit_code = :name"), creditCode));
}

std::vector<UnitId> UnitRepository::idsByName(const QString &name) const
{
    return ids(QStringLiteral("SELECT id FROM units WHERE name = :name AND merged_into_id IS NULL ORDER BY id"), name);
}

std::vector<UnitId> UnitRepository::idsByOtherName(const QString &name) const
{
    // Two questions instead of a UNION, which would fill a table of its own for each row of an import.
    std::vector<UnitId> result
        = ids(QStringLiteral("SELECT id FROM units WHERE short_name = :name AND merged_into_id IS NULL"), name);
    const std::vector<UnitId> byAlias = ids(QStringLiteral("SELECT a.unit_id AS id FROM unit_aliases AS a "
                                                           "JOIN units AS u ON u.id = a.unit_id "
                                                           "WHERE a.alias = :name AND u.merged_into_id IS NULL"),
        name);
    result.insert(result.end(), byAlias.begin(), byAlias.end());
    std::ranges::sort(result, {}, &UnitId::value);
    const auto doubles = std::ranges::unique(result);
    result.erase(doubles.begin(), doubles.end());
    return result;
}

std::vector<Unit> UnitRepository::all() const
{
    db::Statement statement(m_database, kSelectUnit + QStringLiteral("WHERE merged_into_id IS NULL ORDER BY code"));
    std::vector<Unit> result;
    while (statement.next())
        result.push_back(read(statement));
    return result;
}

UnitId UnitRepository::insert(session::Work &work, const UnitDetails &details) const
{
    const UnitId id(work.insert(kUnitsTable, rowOf(details)));
    for (const QString &alias : details.aliases)
        insertAlias(work, id, alias);
    return id;
}

bool UnitRepository::update(session::Work &work, const Unit &stored, int revision, const UnitDetails &details) const
{
    const int now = work.update(kUnitsTable, stored.id.value(), revision, rowOf(details));
    const bool hasNewAliases = saveAliases(work, stored.id, details.aliases);
    return now != stored.revision || hasNewAliases;
}

void UnitRepository::remove(session::Work &work, const Unit &stored, int revision) const
{
    saveAliases(work, stored.id, {});
    work.remove(kUnitsTable, stored.id.value(), revision);
}

void UnitRepository::mergeInto(session::Work &work, const Unit &stored, int revision, UnitId survivor, bool givesCreditCode) const
{
    db::Row row{{"merged_into_id", survivor.value()}};
    if (givesCreditCode)
        row.push_back({"credit_code", QVariant()});
    work.update(kUnitsTable, stored.id.value(), revision, row);
}

std::vector<Unit> UnitRepository::childrenOf(UnitId id) const
{
    return select(QStringLiteral("WHERE parent_id = :id ORDER BY id"), id);
}

std::vector<Unit> UnitRepository::mergedInto(UnitId id) const
{
    return select(QStringLiteral("WHERE merged_into_id = :id ORDER BY id"), id);
}

std::vector<Unit> UnitRepository::select(const QString &where, UnitId id) const
{
    db::Statement statement(m_database, kSelectUnit + where);
    statement.bind(QStringLiteral(":id"), id);
    std::vector<Unit> result;
    while (statement.next())
        result.push_back(read(statement));
    return result;
}

void UnitRepository::setParent(session::Work &work, const Unit &stored, std::optional<UnitId> parent) const
{
    work.update(kUnitsTable, stored.id.value(), stored.revision, {{"parent_id", db::orNull(parent)}});
}

QStringList UnitRepository::aliases(UnitId id) const
{
    db::Statement statement(m_database, QStringLiteral("SELECT alias FROM unit_aliases WHERE unit_id = :unit ORDER BY alias"));
    statement.bind(QStringLiteral(":unit"), id);
    QStringList result;
    while (statement.next())
        result.append(statement.text("alias"));
    return result;
}

void UnitRepository::insertAlias(session::Work &work, UnitId id, const QString &alias) const
{
    work.insert(kAliasesTable, {{"unit_id", id.value()}, {"alias", alias}});
}

bool UnitRepository::saveAliases(session::Work &work, UnitId id, const QStringList &aliases) const
{
    struct Stored {
        qint64 id;
        int revision;
        QString alias;
    };
    std::vector<Stored> stored;
    {
        db::Statement statement(m_database, QStringLiteral("SELECT id, revision, alias FROM unit_aliases WHERE unit_id = :unit"));
        statement.bind(QStringLiteral(":unit"), id);
        while (statement.next())
            stored.push_back({statement.integer("id"), static_cast<int>(statement.integer("revision")), statement.text("alias")});
    }
    QStringList missing = aliases;
    bool isChanged = false;
    for (const Stored &each : stored) {
        if (missing.removeOne(each.alias))
            continue;
        work.remove(kAliasesTable, each.id, each.revision);
        isChanged = true;
    }
    for (const QString &alias : std::as_const(missing))
        insertAlias(work, id, alias);
    return isChanged || !missing.isEmpty();
}

} // namespace mishutai::parties
