#include "office/profile/office_profile_repository.h"

#include "db/database.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::office {

namespace {

db::Row rowOf(const OfficeDetails &details)
{
    return {{"name", details.name}, {"short_name", db::orNull(details.shortName)}, {"kind", officeKinds().stored(details.kind)},
        {"credit_code", db::orNull(details.creditCode)}, {"addressee", db::orNull(details.addressee)},
        {"signer", db::orNull(details.signer)}, {"authority", db::orNull(details.authority)},
        {"region", db::orNull(details.region)}, {"address", db::orNull(details.address)},
        {"contact", db::orNull(details.contact)}, {"phone", db::orNull(details.phone)},
        {"registered_fund_fen", details.registeredFund ? QVariant(details.registeredFund->fen()) : QVariant()},
        {"bookkeeping", bookkeepings().stored(details.bookkeeping)}, {"started_on", db::orNull(details.startedOn)},
        {"registered_on", db::orNull(details.registeredOn)}};
}

} // namespace

std::optional<OfficeProfile> OfficeProfileRepository::find() const
{
    db::Statement row(m_database,
        "SELECT revision, name, short_name, kind, credit_code, addressee, signer, authority, region, address, contact, phone, "
        "registered_fund_fen, bookkeeping, started_on, registered_on FROM office WHERE id = 1");
    if (!row.next())
        return std::nullopt;
    OfficeDetails details;
    details.name = row.text("name");
    details.shortName = row.text("short_name");
    details.kind = officeKinds().fromStored(row.text("kind")).value_or(OfficeKind::Alliance);
    details.creditCode = row.text("credit_code");
    details.addressee = row.text("addressee");
    details.signer = row.text("signer");
    details.authority = row.text("authority");
    details.region = row.text("region");
    details.address = row.text("address");
    details.contact = row.text("contact");
    details.phone = row.text("phone");
    if (!row.isNull("registered_fund_fen"))
        details.registeredFund = row.money("registered_fund_fen");
    details.bookkeeping = bookkeepings().fromStored(row.text("bookkeeping")).value_or(Bookkeeping::Agent);
    details.startedOn = row.date("started_on");
    details.registeredOn = row.date("registered_on");
    return OfficeProfile{static_cast<int>(row.integer("revision")), details};
}

void OfficeProfileRepository::insert(session::Work &work, const OfficeDetails &details) const
{
    db::Row row = rowOf(details);
    row.emplace_back("id", kId);
    work.insert("office", row);
}

int OfficeProfileRepository::update(session::Work &work, int revision, const OfficeDetails &details) const
{
    return work.update("office", kId, revision, rowOf(details));
}

} // namespace mishutai::office
