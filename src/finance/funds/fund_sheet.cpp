#include "finance/funds/fund_sheet.h"

#include "finance/accounts/account_lookup.h"
#include "finance/accounts/account_repository.h"
#include "finance/dimension_repository.h"
#include "finance/funds/fund_repository.h"
#include "finance/funds/fund_service.h"
#include "office/sheets/row_reader.h"
#include "parties/units/unit_service.h"
#include "session/session.h"

namespace mishutai::finance {
namespace {

void readLinks(session::Session &session, office::RowReader &cells, FundDetails &details)
{
    const office::SheetRow &row = cells.row();
    if (row.has("account")) {
        details.account.reset();
        const QString code = row.text("account");
        if (const std::optional<Account> account = accountByCode(session.database(), code))
            details.account = account->id;
        else if (!code.isEmpty())
            cells.fail("account", "unknown", translated("没有科目「%1」").arg(code.left(40)));
    }
    if (row.has("grantor")) {
        const QString reference = row.text("grantor");
        details.grantor = reference.isEmpty() ? std::nullopt : parties::UnitService(session).resolve(reference);
        if (!details.grantor && !reference.isEmpty())
            cells.fail("grantor", "unknown", translated("没有找到单位「%1」，请先登记").arg(reference.left(40)));
    }
}

} // namespace

QString FundSheet::title() const
{
    return translated("专项资金");
}

std::vector<office::SheetColumn> FundSheet::columns() const
{
    const QString text = translated("文字");
    const QString date = translated("日期");
    return {
        {"code", translated("资金编号"), {"编号"}, false, text, translated("资金-0001")},
        {"name", translated("资金名称"), {"名称"}, true, text, translated("运行经费补助")},
        {"account", translated("科目编码"), {"科目"}, false, translated("限定性净资产的末级科目，空则新设"), "310201"},
        {"grantor", translated("拨付单位"), {"来源单位"}, false, translated("单位编号、信用代码或全称"), translated("单位-0204")},
        {"documentNumber", translated("文号"), {"批准文号"}, false, text, {}},
        {"purpose", translated("用途"), {}, false, text, {}},
        {"from", translated("起始日期"), {}, false, date, "2020-12-01"},
        {"to", translated("截止日期"), {}, false, translated("日期，当日起不再有效"), {}},
        {"notes", translated("备注"), {}, false, text, {}},
    };
}

std::vector<QStringList> FundSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const AccountRepository accounts(session.database());
    const QHash<qint64, QString> units = DimensionRepository(session.database()).unitCodes();
    std::vector<QStringList> rows;
    for (const Fund &fund : FundRepository(session.database()).all()) {
        const FundDetails &d = fund.details;
        rows.push_back({d.code, d.name, accounts.find(d.account.value())->details.code,
            d.grantor ? units.value(d.grantor->value()) : QString(), d.documentNumber, d.purpose, office::isoText(d.from),
            office::isoText(d.to), d.notes});
    }
    return rows;
}

office::RowOutcome FundSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    FundService service(session);
    const FundRepository repository(session.database());
    const std::optional<Fund> known
        = row.text("code").isEmpty() ? repository.findByName(row.text("name")) : repository.findByCode(row.text("code"));
    FundDetails details = known ? known->details : FundDetails{};
    office::RowReader cells(row, session.clock().today());
    cells.text("code", details.code);
    cells.text("name", details.name);
    cells.text("documentNumber", details.documentNumber);
    cells.text("purpose", details.purpose);
    cells.date("from", details.from);
    cells.date("to", details.to);
    cells.text("notes", details.notes);
    readLinks(session, cells, details);
    cells.throwIfFaulty();
    if (!known) {
        service.create(details);
        return office::RowOutcome::Added;
    }
    if (details.code.isEmpty())
        details.code = known->details.code;
    if (!details.account)
        details.account = known->details.account;
    return service.update(known->id, known->revision, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
}

} // namespace mishutai::finance
