#pragma once

#include "office/sheets/choice_table.h"

#include <QString>

#include <vector>

namespace mishutai::office {

/// Kind of office, chosen at first run: sets words and pages (users.md §1).
enum class OfficeKind {
    Alliance, ///< 联盟协会
    Park, ///< 园区
    Bureau ///< 机关部门
};

/// 账务方式 (users.md §1)
enum class Bookkeeping {
    Agent, ///< 代理记账: one line of income or expense, no 借/贷 in sight
    Own ///< 自行记账: the statutory books
};

const ChoiceTable<OfficeKind> &officeKinds();
const ChoiceTable<Bookkeeping> &bookkeepings();

/// Pages of the window.
enum class Page { Desk, Members, Activities, Casework, Finance, Projects, Plan, Reports };

/// The pages of a kind of office, in the order of its navigation.
std::vector<Page> pages(OfficeKind kind);
/// "服务台账" or "问题台账"
QString pageTitle(Page page, OfficeKind kind);

/// Words that differ by kind of office.
enum class Word {
    Member, ///< 会员 / 企业
    MemberCount, ///< 会员总数 / 企业总数
    Enrol, ///< 入会 / 入库
    Leave, ///< 退会 / 迁出
    Suspend, ///< 暂停会员资格 / 暂停服务
    CaseBook, ///< 服务台账 / 问题台账
    Case, ///< 服务事项 / 问题
    CloseCase, ///< 办结 / 销号
    CaseClosed, ///< 已办结 / 已销号
    CasesOpen, ///< 未办结 / 未销号
    Director ///< 秘书长 / 负责人
};
QString word(Word word, OfficeKind kind);

/// Words that differ by 账务方式.
enum class MoneyWord {
    Ledger, ///< 收支台账 / 凭证
    Entry, ///< 收支记录 / 凭证
    Post ///< 入账 / 过账
};
QString word(MoneyWord word, Bookkeeping bookkeeping);

/// What the office calls its head: 理事长, 会长 of an association, 主席 of a 科协.
enum class HeadWord { Director, President, Chairman };
const ChoiceTable<HeadWord> &headWords();
/// A level or post with the office's own word for its head: "副理事长单位" becomes "副会长单位".
QString headed(QString label, HeadWord word);

/// Whether 会费 and the ledger belong to the office; elsewhere 政府会计 is kept in another program.
bool keepsBooks(OfficeKind kind);

} // namespace mishutai::office
