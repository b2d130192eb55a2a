#include "finance/entries/category_sheet.h"

#include "finance/accounts/account_lookup.h"
#include "finance/accounts/account_repository.h"
#include "finance/entries/category_service.h"
#include "office/sheets/row_reader.h"
#include "session/session.h"

namespace mishutai::finance {

QString CategorySheet::title() const
{
    return translated("收支类别");
}

std::vector<office::SheetColumn> CategorySheet::columns() const
{
    return {
        {"name", translated("类别"), {"类别名称"}, true, translated("文字"), translated("会费")},
        {"direction", translated("收支"), {"收或支"}, true, translated("收/支"), translated("收")},
        {"account", translated("科目编码"), {"科目"}, true, translated("末级科目的编码"), "420101"},
        {"cashFlowItem", translated("现金流量项目"), {}, false, translated("文字"), translated("收取会费收到的现金")},
        {"sort", translated("顺序"), {}, false, translated("整数"), "10"},
        {"isActive", translated("启用"), {}, false, translated("是/否"), translated("是")},
    };
}

std::vector<QStringList> CategorySheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const AccountRepository accounts(session.database());
    std::vector<QStringList> rows;
    for (const Category &category : CategoryService(session).categories()) {
        const CategoryDetails &d = category.details;
        rows.push_back({d.name, label(d.direction), accounts.find(d.account)->details.code, d.cashFlowItem,
            QString::number(d.sort), office::flagText(d.isActive)});
    }
    return rows;
}

office::RowOutcome CategorySheet::importRow(session::Session &session, const office::SheetRow &row)
{
    CategoryService service(session);
    const std::optional<Category> known = service.findByName(row.text("name"));
    CategoryDetails details = known ? known->details : CategoryDetails{};
    office::RowReader cells(row, session.clock().today());
    std::optional<int> sort = details.sort;
    cells.text("name", details.name);
    cells.choice("direction", terms<EntryDirection>(), details.direction);
    cells.text("cashFlowItem", details.cashFlowItem);
    cells.integer("sort", sort);
    cells.flag("isActive", details.isActive);
    if (row.has("account")) {
        if (const std::optional<Account> account = accountByCode(session.database(), row.text("account")))
            details.account = account->id;
        else
            cells.fail("account", "unknown", translated("没有科目「%1」").arg(row.text("account").left(40)));
    }
    details.sort = sort.value_or(0);
    cells.throwIfFaulty();
    if (!known) {
        service.create(details);
        return office::RowOutcome::Added;
    }
    return service.update(known->id, known->revision, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
}

} // namespace mishutai::finance
