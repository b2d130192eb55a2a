#include "finance/ledger_errors.h"

#include "db/sql_error.h"
#include "finance/terms.h"

#include <algorithm>

namespace mishutai::finance {
namespace {

struct Words {
    const char *code;
    Error::Kind kind;
    const char *problem;
    const char *cause;
    const char *remedy;
};

using Kind = Error::Kind;

constexpr Words kWords[] = {
    {"account.exists", Kind::Conflict, "科目编码已经有了", "同一科目表内编码不能重复", "请换一个编码"},
    {"account.has_children", Kind::Conflict, "这个科目不能改为末级", "它下面还有明细科目", "请记在它的明细科目上"},
    {"account.parent_chart", Kind::Validation, "上级科目不在同一科目表", "明细科目与上级科目须属同一科目表", "请另选上级科目"},
    {"account.parent_is_leaf", Kind::Conflict, "这里不能增设明细科目", "上级是末级科目，可以直接记账",
        "请先新设一个不直接记账的上级科目"},
    {"account.used", Kind::Conflict, "科目已有入账记录，不能这样修改或删除", "改动会改变已入账的凭证和报表",
        "名称可以修改；其他内容请新设科目，旧科目停用"},
    {"chain.append_only", Kind::Conflict, "已入账的凭证不能修改、删除或撤销", "入账后的凭证链只能追加",
        "请用「冲销」更正，再重新记一笔"},
    {"chain.not_posted", Kind::Conflict, "凭证还没有入账", "只有入账的凭证才进入凭证链", "请先入账"},
    {"period.drafts", Kind::Conflict, "这个月还不能结账", "还有未入账的收支", "请先入账，或删除不要的记录，再结账"},
    {"period.exists", Kind::Conflict, "这个月份已经有了", "每个年度每个月只有一个会计期间", "请直接使用已有的月份"},
    {"period.not_newest", Kind::Conflict, "这个月不能反结账", "后面还有已结账的月份", "请从最近一个已结账的月份开始反结账"},
    {"period.used", Kind::Conflict, "会计期间不能改动", "这个月已有凭证", "请在正确的月份重新记账"},
    {"voucher.date_outside", Kind::Validation, "凭证日期不在所属月份内", "日期与会计期间不一致", "请更正日期后再入账"},
    {"voucher.group_account", Kind::Validation, "科目不是末级科目", "有明细的科目不能直接记账", "请改选它的明细科目"},
    {"voucher.inactive_account", Kind::Validation, "科目已停用", "停用的科目不能再记账", "请改选其他科目，或重新启用它"},
    {"voucher.insert_posted", Kind::Conflict, "凭证须先保存再入账", "已入账的凭证不能直接写入", "请先存为未入账，再入账"},
    {"voucher.not_mirror", Kind::Validation, "冲销凭证与原凭证不一致", "冲销须与原凭证逐行相反",
        "请在原凭证上用「冲销」，由程序生成"},
    {"voucher.number_gap", Kind::Conflict, "凭证号不连续", "入账时凭证号须接着本月最后一号", "请刷新后重新入账"},
    {"voucher.other_chart", Kind::Validation, "科目不属于本年度的科目表", "各年度按自己的科目表记账", "请改选本年度的科目"},
    {"voucher.period_closed", Kind::Conflict, "这个月已经结账", "结账后的月份不再增加或修改凭证",
        "请把日期改到未结账的月份，或先反结账"},
    {"voucher.posted", Kind::Conflict, "已入账的凭证不能修改、删除或撤销", "入账以后凭证即锁定",
        "请用「冲销」更正，再重新记一笔"},
    {"voucher.red_amount", Kind::Validation, "金额不能为负数", "只有冲销和更正凭证可以用红字",
        "请填正数；要更正已入账的，请用「冲销」"},
    {"voucher.replace", Kind::Conflict, "不能覆盖已有的凭证", "同一凭证号或同一原凭证已有凭证", "请刷新后再试"},
    {"voucher.reverses_draft", Kind::Conflict, "这张凭证不能冲销", "只能冲销已入账的凭证，冲销凭证本身不能再冲销",
        "未入账的请直接修改或删除；冲错了请重新记一笔"},
    {"voucher.snapshot", Kind::Conflict, "科目在入账时有变动", "凭证上的科目名称与科目表不一致", "请重新入账"},
    {"voucher.too_few_lines", Kind::Validation, "凭证至少要有两行", "借方和贷方各至少一行", "请补上另一方"},
    {"voucher.unbalanced", Kind::Validation, "借贷不平", "借方合计与贷方合计不相等", "请更正金额，使两边相等"},
    {"year.closed", Kind::Conflict, "这个年度已经结账", "已结账的年度不再改动", "请在新的年度更正"},
    {"year.exists", Kind::Conflict, "这个年度已经启用", "每个年度只启用一次", "请直接使用已有的年度"},
    {"year.open_periods", Kind::Conflict, "年度还不能结账", "还有没结账的月份", "请先结完十二个月"},
    {"year.used", Kind::Conflict, "年度的科目表不能改动", "这个年度已有凭证", "请从下一年度起改用新的科目表"},
};

} // namespace

std::optional<Error> ledgerError(const Error &error)
{
    const std::optional<QString> rule = db::brokenRule(error);
    if (!rule)
        return std::nullopt;
    for (const Words &words : kWords) {
        if (*rule == QLatin1String(words.code))
            return Error(words.kind, translated(words.problem), translated(words.cause), translated(words.remedy), error.where());
    }
    return std::nullopt;
}

QStringList ledgerErrorCodes()
{
    QStringList codes;
    for (const Words &words : kWords)
        codes << QString::fromLatin1(words.code);
    std::sort(codes.begin(), codes.end());
    return codes;
}

} // namespace mishutai::finance
