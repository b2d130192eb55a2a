#include "finance/accounts/account_sheet.h"

#include "finance/accounts/account_repository.h"
#include "finance/accounts/chart_resource.h"
#include "finance/accounts/chart_service.h"
#include "office/sheets/row_reader.h"
#include "session/session.h"

namespace mishutai::finance {

QString AccountSheet::title() const
{
    return translated("科目");
}

std::vector<office::SheetColumn> AccountSheet::columns() const
{
    const QString yesNo = translated("是/否");
    return {
        {"chart", translated("科目表"), {}, false, translated("科目表代号，空为npo-2004"), "npo-2004"},
        {"code", translated("科目编码"), {"编码"}, true, translated("4至20位数字"), "100201"},
        {"name", translated("科目名称"), {"名称"}, true, translated("文字"), translated("基本户")},
        {"parentCode", translated("上级科目"), {}, false, translated("科目编码"), "1002"},
        {"kind", translated("类别"), {}, true, terms<AccountKind>().labels(), translated("资产")},
        {"normalSide", translated("方向"), {"余额方向"}, true, terms<Side>().labels(), translated("借")},
        {"restriction", translated("限定性"), {}, false, terms<Restriction>().labels(), translated("不适用")},
        {"role", translated("用途"), {}, true, terms<AccountRole>().labels(), translated("货币资金")},
        {"isPostable", translated("末级"), {}, false, yesNo, translated("是")},
        {"isCash", translated("现金"), {"现金类"}, false, yesNo, translated("是")},
        {"isActive", translated("启用"), {}, false, yesNo, translated("是")},
        {"bankName", translated("开户行"), {}, false, translated("文字"), {}},
        {"bankNumber", translated("银行账号"), {"账号"}, false, translated("文字"), {}},
    };
}

std::vector<QStringList> AccountSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    std::vector<QStringList> rows;
    for (const Account &account : AccountRepository(session.database()).all()) {
        const AccountDetails &d = account.details;
        rows.push_back({d.chart, d.code, d.name, d.parentCode, label(d.kind), label(d.normalSide), label(d.restriction),
            label(d.role), office::flagText(d.isPostable), office::flagText(d.isCash), office::flagText(d.isActive), d.bankName,
            d.bankNumber});
    }
    return rows;
}

office::RowOutcome AccountSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    ChartService service(session);
    const QString chart = row.text("chart").isEmpty() ? QString::fromLatin1(kDefaultChart) : row.text("chart");
    const std::optional<Account> known = AccountRepository(session.database()).findByCode(chart, row.text("code"));
    AccountDetails details = known ? known->details : AccountDetails{};
    details.chart = chart;
    office::RowReader cells(row, session.clock().today());
    cells.text("code", details.code);
    cells.text("name", details.name);
    cells.text("parentCode", details.parentCode);
    cells.choice("kind", terms<AccountKind>(), details.kind);
    cells.choice("normalSide", terms<Side>(), details.normalSide);
    cells.choice("restriction", terms<Restriction>(), details.restriction);
    cells.choice("role", terms<AccountRole>(), details.role);
    cells.flag("isPostable", details.isPostable);
    cells.flag("isCash", details.isCash);
    cells.flag("isActive", details.isActive);
    cells.text("bankName", details.bankName);
    cells.text("bankNumber", details.bankNumber);
    cells.throwIfFaulty();
    if (!known) {
        service.add(details);
        return office::RowOutcome::Added;
    }
    return service.update(known->id, known->revision, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
}

} // namespace mishutai::finance
