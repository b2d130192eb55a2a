#include "office/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::office {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

struct PageRow {
    Page page;
    const char *alliance; ///< nullptr: not shown
    const char *others;
};

constexpr PageRow kPages[] = {
    {Page::Desk, QT_TRANSLATE_NOOP("Words", "工作台"), QT_TRANSLATE_NOOP("Words", "工作台")},
    {Page::Members, QT_TRANSLATE_NOOP("Words", "会员"), QT_TRANSLATE_NOOP("Words", "企业")},
    {Page::Activities, QT_TRANSLATE_NOOP("Words", "活动"), QT_TRANSLATE_NOOP("Words", "活动")},
    {Page::Casework, QT_TRANSLATE_NOOP("Words", "服务台账"), QT_TRANSLATE_NOOP("Words", "问题台账")},
    {Page::Finance, QT_TRANSLATE_NOOP("Words", "财务"), nullptr},
    {Page::Projects, nullptr, QT_TRANSLATE_NOOP("Words", "项目招商")},
    {Page::Plan, QT_TRANSLATE_NOOP("Words", "年度目标"), QT_TRANSLATE_NOOP("Words", "年度目标")},
    {Page::Reports, QT_TRANSLATE_NOOP("Words", "报告"), QT_TRANSLATE_NOOP("Words", "报告")},
};

struct WordRow {
    Word word;
    const char *alliance;
    const char *others;
};

constexpr WordRow kWords[] = {
    {Word::Member, QT_TRANSLATE_NOOP("Words", "会员"), QT_TRANSLATE_NOOP("Words", "企业")},
    {Word::MemberCount, QT_TRANSLATE_NOOP("Words", "会员总数"), QT_TRANSLATE_NOOP("Words", "企业总数")},
    {Word::Enrol, QT_TRANSLATE_NOOP("Words", "入会"), QT_TRANSLATE_NOOP("Words", "入库")},
    {Word::Leave, QT_TRANSLATE_NOOP("Words", "退会"), QT_TRANSLATE_NOOP("Words", "迁出")},
    {Word::Suspend, QT_TRANSLATE_NOOP("Words", "暂停会员资格"), QT_TRANSLATE_NOOP("Words", "暂停服务")},
    {Word::CaseBook, QT_TRANSLATE_NOOP("Words", "服务台账"), QT_TRANSLATE_NOOP("Words", "问题台账")},
    {Word::Case, QT_TRANSLATE_NOOP("Words", "服务事项"), QT_TRANSLATE_NOOP("Words", "问题")},
    {Word::CloseCase, QT_TRANSLATE_NOOP("Words", "办结"), QT_TRANSLATE_NOOP("Words", "销号")},
    {Word::CaseClosed, QT_TRANSLATE_NOOP("Words", "已办结"), QT_TRANSLATE_NOOP("Words", "已销号")},
    {Word::CasesOpen, QT_TRANSLATE_NOOP("Words", "未办结"), QT_TRANSLATE_NOOP("Words", "未销号")},
    {Word::Director, QT_TRANSLATE_NOOP("Words", "秘书长"), QT_TRANSLATE_NOOP("Words", "负责人")},
};

struct MoneyWordRow {
    MoneyWord word;
    const char *agent;
    const char *own;
};

constexpr MoneyWordRow kMoneyWords[] = {
    {MoneyWord::Ledger, QT_TRANSLATE_NOOP("Words", "收支台账"), QT_TRANSLATE_NOOP("Words", "凭证")},
    {MoneyWord::Entry, QT_TRANSLATE_NOOP("Words", "收支记录"), QT_TRANSLATE_NOOP("Words", "凭证")},
    {MoneyWord::Post, QT_TRANSLATE_NOOP("Words", "入账"), QT_TRANSLATE_NOOP("Words", "过账")},
};

const char *pageWord(const PageRow &row, OfficeKind kind)
{
    return kind == OfficeKind::Alliance ? row.alliance : row.others;
}

} // namespace

const ChoiceTable<OfficeKind> &officeKinds()
{
    static const ChoiceTable<OfficeKind> table("Words",
        {
            {OfficeKind::Alliance, "ALLIANCE", QT_TRANSLATE_NOOP("Words", "联盟协会"), "联盟/协会/商会/学会"},
            {OfficeKind::Park, "PARK", QT_TRANSLATE_NOOP("Words", "园区"), "产业园/功能区/管委会"},
            {OfficeKind::Bureau, "BUREAU", QT_TRANSLATE_NOOP("Words", "机关部门"), "机关/部门/局"},
        });
    return table;
}

const ChoiceTable<Bookkeeping> &bookkeepings()
{
    static const ChoiceTable<Bookkeeping> table("Words",
        {
            {Bookkeeping::Agent, "AGENT", QT_TRANSLATE_NOOP("Words", "代理记账"), "代账"},
            {Bookkeeping::Own, "OWN", QT_TRANSLATE_NOOP("Words", "自行记账"), "自己记账"},
        });
    return table;
}

const ChoiceTable<HeadWord> &headWords()
{
    static const ChoiceTable<HeadWord> table("Words",
        {
            {HeadWord::Director, "DIRECTOR", QT_TRANSLATE_NOOP("Words", "理事长")},
            {HeadWord::President, "PRESIDENT", QT_TRANSLATE_NOOP("Words", "会长")},
            {HeadWord::Chairman, "CHAIRMAN", QT_TRANSLATE_NOOP("Words", "主席")},
        });
    return table;
}

QString headed(QString label, HeadWord word)
{
    return label.replace(headWords().label(HeadWord::Director), headWords().label(word));
}

std::vector<Page> pages(OfficeKind kind)
{
    std::vector<Page> shown;
    for (const PageRow &row : kPages) {
        if (pageWord(row, kind))
            shown.push_back(row.page);
    }
    return shown;
}

QString pageTitle(Page page, OfficeKind kind)
{
    const char *title = pageWord(*std::ranges::find(kPages, page, &PageRow::page), kind);
    return title ? translated(title) : QString();
}

QString word(Word word, OfficeKind kind)
{
    const WordRow &row = *std::ranges::find(kWords, word, &WordRow::word);
    return translated(kind == OfficeKind::Alliance ? row.alliance : row.others);
}

QString word(MoneyWord word, Bookkeeping bookkeeping)
{
    const MoneyWordRow &row = *std::ranges::find(kMoneyWords, word, &MoneyWordRow::word);
    return translated(bookkeeping == Bookkeeping::Agent ? row.agent : row.own);
}

bool keepsBooks(OfficeKind kind)
{
    return kind == OfficeKind::Alliance;
}

} // namespace mishutai::office
