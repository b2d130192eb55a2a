#include "finance/vouchers/sheet_cells.h"

#include "finance/dimension_repository.h"
#include "finance/funds/fund_repository.h"
#include "finance/funds/fund_service.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"
#include "session/session.h"

namespace mishutai::finance {
namespace {

template <class IdType> QString textOf(const QHash<qint64, QString> &codes, const std::optional<IdType> &id)
{
    return id ? codes.value(id->value()) : QString();
}

/// Looks a cell up; a text that names nothing is a fault of its column.
template <class Find> auto look(office::RowReader &cells, const QString &key, const char *problem, Find find)
{
    const QString reference = cells.row().text(key);
    decltype(find(reference)) found;
    if (!reference.isEmpty()) {
        found = find(reference);
        if (!found)
            cells.fail(key, "unknown", translated(problem).arg(reference.left(40)));
    }
    return found;
}

} // namespace

std::vector<office::SheetColumn> linkColumns()
{
    return {
        {"unit", translated("对方单位"), {"对方", "会员", "单位"}, false, translated("单位编号、信用代码或全称"),
            translated("单位-0001")},
        {"person", translated("对方人员"), {"经办人", "人员"}, false, translated("人员编号或姓名"), {}},
        {"fund", translated("资金"), {"专项资金"}, false, translated("资金编号或名称"), translated("资金-0001")},
        {"project", translated("项目"), {}, false, translated("服务台账编号"), {}},
        {"activity", translated("活动"), {}, false, translated("活动编号"), {}},
    };
}

std::optional<UnitId> readUnit(session::Session &session, office::RowReader &cells, const QString &key)
{
    return look(cells, key, "没有找到单位「%1」，请先登记",
        [&](const QString &text) { return parties::UnitService(session).resolve(text); });
}

LineLinks readLinks(session::Session &session, office::RowReader &cells)
{
    const DimensionRepository dimensions(session.database());
    LineLinks links;
    links.unit = readUnit(session, cells, "unit");
    links.person = look(cells, "person", "没有找到人员「%1」，请先登记",
        [&](const QString &text) { return parties::PersonService(session).resolve(text); });
    links.fund
        = look(cells, "fund", "没有找到资金「%1」", [&](const QString &text) { return FundService(session).resolve(text); });
    links.project = look(cells, "project", "服务台账里没有「%1」", [&](const QString &text) { return dimensions.project(text); });
    links.activity
        = look(cells, "activity", "没有找到活动「%1」", [&](const QString &text) { return dimensions.activity(text); });
    return links;
}

LinkTexts::LinkTexts(const db::Database &database)
{
    const DimensionRepository dimensions(database);
    m_units = dimensions.unitCodes();
    m_people = dimensions.personCodes();
    m_projects = dimensions.projectCodes();
    m_activities = dimensions.activityCodes();
    for (const Fund &fund : FundRepository(database).all())
        m_funds.insert(fund.id.value(), fund.details.code);
}

QString LinkTexts::unit(const std::optional<UnitId> &id) const
{
    return textOf(m_units, id);
}

QStringList LinkTexts::cells(const VoucherLine &line) const
{
    return {textOf(m_units, line.unit), textOf(m_people, line.person), textOf(m_funds, line.fund),
        textOf(m_projects, line.project), textOf(m_activities, line.activity)};
}

std::vector<office::SheetColumn> receiptColumns()
{
    const QString text = translated("文字");
    return {
        {"receiptKind", translated("票据种类"), {}, false, terms<ReceiptKind>().labels(), translated("会费票据")},
        {"receiptCode", translated("票据代码"), {"发票代码"}, false, text, {}},
        {"receiptNumber", translated("票据号码"), {"发票号码"}, false, text, {}},
        {"receiptDate", translated("票据日期"), {"开票日期"}, false, translated("日期"), {}},
        {"receiptStatus", translated("票据状态"), {}, false, terms<ReceiptStatus>().labels(), translated("已开")},
    };
}

std::optional<ReceiptDetails> readReceipt(office::RowReader &cells)
{
    std::optional<ReceiptKind> kind;
    std::optional<ReceiptStatus> status;
    ReceiptDetails receipt;
    cells.choice("receiptKind", terms<ReceiptKind>(), kind);
    cells.text("receiptCode", receipt.code);
    cells.text("receiptNumber", receipt.number);
    cells.date("receiptDate", receipt.date);
    cells.choice("receiptStatus", terms<ReceiptStatus>(), status);
    const bool isBlank = !kind && !status && receipt.code.isEmpty() && receipt.number.isEmpty() && !receipt.date.isValid();
    if (isBlank)
        return std::nullopt;
    if (!kind)
        cells.fail("receiptKind", "required", translated("请填写票据种类"));
    receipt.kind = kind.value_or(ReceiptKind::Other);
    receipt.status = status.value_or(receipt.number.isEmpty() ? ReceiptStatus::ToIssue : ReceiptStatus::Issued);
    return receipt;
}

QStringList receiptCells(const std::optional<ReceiptDetails> &receipt)
{
    if (!receipt)
        return QStringList(5, QString());
    return {label(receipt->kind), receipt->code, receipt->number, office::isoText(receipt->date), label(receipt->status)};
}

std::optional<Money> readAmount(office::RowReader &cells, const QString &key)
{
    std::optional<Money> amount;
    cells.yuan(key, amount);
    return amount;
}

} // namespace mishutai::finance
