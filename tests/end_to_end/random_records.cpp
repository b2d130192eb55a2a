#include "random_records.h"

#include "base/error.h"
#include "db/statement.h"
#include "desk/data_set.h"
#include "finance/entries/entry_service.h"
#include "finance/finance_setup.h"
#include "session/session.h"
#include "tables/table_reader.h"

#include <catch2/catch.hpp>

#include <random>

namespace mishutai::test {

namespace {

class RecordMaker
{
public:
    RecordMaker(session::Session &session, unsigned seed) : m_session(session), m_random(seed) { }

    void makeAll()
    {
        for (const int year : {2020, 2021, 2022})
            startBooks(year);
        makeParties();
        makeActivities();
        makeCases();
        makeFigures();
        makeEntries();
    }

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    bool isOneIn(int chance) { return below(chance) == 0; }
    QString oneOf(const QStringList &choices) { return choices[below(static_cast<int>(choices.size()))]; }
    QString unit() { return QString("单位-%1").arg(1 + below(kUnits), 4, 10, QChar('0')); }
    QString activity(int number) const { return QString("活动-2021-%1").arg(number, 3, 10, QChar('0')); }
    QString caseCode(int number) const { return QString("服务-2021-%1").arg(number, 3, 10, QChar('0')); }
    QDate day() { return QDate(2020, 1, 1).addDays(below(365 * 3)); }
    QString text(QDate date) const { return date.toString(Qt::ISODate); }
    /// A figure as people write it.
    QString figure()
    {
        return oneOf({QString::number(below(300)), QString::number(below(30) * 10) + "余", "超过" + QString::number(below(500)),
            "近" + QString::number(1 + below(500)), "约" + QString::number(below(500)), "X", {}});
    }

    void startBooks(int year)
    {
        try {
            finance::FinanceSetup(m_session).start({.year = year, .bankAccountName = {}, .bankName = {}, .bankNumber = {}});
        } catch (const Error &error) {
            FAIL(error.text().toStdString());
        }
    }

    void import(const QString &kind, const QStringList &columns, const std::vector<QStringList> &rows)
    {
        QString csv = columns.join(',') + '\n';
        for (const QStringList &row : rows)
            csv += row.join(',') + '\n';
        const auto sheet = desk::recordSheet(kind);
        const auto result = office::importSheet(
            m_session, *sheet, tables::TableReader().readBytes(csv.toUtf8(), kind), kind, office::ImportMode::AllOrNothing);
        if (!result.isWritten)
            FAIL(office::firstFault(result, *sheet, kind).text().toStdString() << '\n' << csv.toStdString());
    }

    void makeParties()
    {
        std::vector<QStringList> units;
        std::vector<QStringList> members;
        std::vector<QStringList> roles;
        for (int i = 1; i <= kUnits; ++i) {
            const QString code = QString("单位-%1").arg(i, 4, 10, QChar('0'));
            units.push_back({code, QString("示例单位%1").arg(i), oneOf({"企业", "高校", "科研院所", "金融机构", "社会团体"}),
                isOneIn(3) ? QString() : "涂料"});
            const QDate joined = day();
            const QDate left = isOneIn(4) ? joined.addDays(1 + below(400)) : QDate();
            const bool hasContact = isOneIn(2);
            if (!isOneIn(3))
                members.push_back({QString("会员-%1").arg(i), code, hasContact ? "示例甲" : "", hasContact ? "13800000000" : "",
                    text(joined), left.isValid() && left < QDate(2023, 1, 1) ? text(left) : QString(), oneOf({"是", "否"}),
                    isOneIn(3) ? QString() : text(joined)});
            if (isOneIn(4))
                roles.push_back({code, oneOf({"政府联系", "合作单位"}), isOneIn(2) ? QString() : text(day())});
        }
        import("units", {"单位编号", "单位全称", "单位类型", "细分领域"}, units);
        import(
            "members", {"会员编号", "单位编号", "联系人", "电话", "入会日期", "退会日期", "法人执照已登记", "登记日期"}, members);
        import("unit_roles", {"单位编号", "身份", "起始日期"}, roles);
    }

    void makeActivities()
    {
        std::vector<QStringList> activities;
        std::vector<QStringList> attendees;
        std::vector<QStringList> outcomes;
        std::vector<QStringList> partners;
        for (int i = 1; i <= kActivities; ++i) {
            const QDate on = day();
            const QString kind = oneOf({"会议", "培训", "论坛", "展会", "对接会", "宣讲推介", "党建活动"});
            activities.push_back({activity(i), QString("示例活动%1").arg(i), kind, oneOf({"", "甲系列", "乙系列"}),
                oneOf({"主办", "承办", "牵头承办", "协办", "组织参展", "参加"}), oneOf({"是", "否"}),
                oneOf({"已举办", "已举办", "已举办", "计划", "已取消", "已延期"}), text(on), oneOf({"", "1", "2", "3"}), figure(),
                figure(), kind == "会议" ? oneOf({"理事会", "监事会", "办公会"}) : QString()});
            for (int line = 1; line <= below(4); ++line)
                attendees.push_back({activity(i), QString::number(line), unit(), oneOf({"参加", "参展", "专家"})});
            for (int line = 1; line <= below(3); ++line)
                outcomes.push_back(
                    {activity(i), QString::number(line), oneOf({"决议", "通过文件", "牵线结对", "签约", "征集供需"}), "示例成果",
                        text(on.addDays(below(30))), figure()});
            partners.push_back({activity(i), unit(), oneOf({"报道媒体", "支持单位"})});
        }
        import("activities",
            {"活动编号", "活动名称", "活动类型", "系列", "我方角色", "计入行业活动", "状态", "日期", "会场数", "线上人数",
                "企业数", "会议名称"},
            activities);
        import("activity_attendees", {"活动编号", "名单序号", "单位编号", "身份"}, attendees);
        import("activity_outcomes", {"活动编号", "成果序号", "成果类别", "成果", "成果日期", "数量"}, outcomes);
        import("activity_partners", {"活动编号", "单位编号", "角色"}, partners);
    }

    void makeCases()
    {
        std::vector<QStringList> cases;
        std::vector<QStringList> units;
        std::vector<QStringList> steps;
        for (int i = 1; i <= kCases; ++i) {
            const QDate on = day();
            const QString status = oneOf({"待办", "在办", "已办结", "已回访", "已撤销"});
            const bool isClosed = status.startsWith("已");
            cases.push_back({caseCode(i),
                oneOf({"企业服务", "走访调研", "牵线对接", "工作专班", "交办事项", "项目申报", "课题研究", "内部建设"}),
                QString("示例事项%1").arg(i), oneOf({"", "意见反馈"}), text(on), isOneIn(2) ? text(on.addDays(30)) : QString(),
                status, isClosed ? text(on.addDays(below(60))) : QString(), isClosed ? "已完成" : "", oneOf({"", "4", "5"})});
            units.push_back({caseCode(i), unit(), "服务对象"});
            if (isOneIn(2))
                steps.push_back({caseCode(i), "1", text(on.addDays(below(20))), oneOf({"外出对接", "跟进"}), unit()});
        }
        import("cases", {"事项编号", "类型", "事项", "类别", "受理日期", "办理期限", "状态", "办结日期", "办理结果", "满意度"},
            cases);
        import("case_units", {"事项编号", "单位编号", "角色"}, units);
        import("case_steps", {"事项编号", "记录序号", "日期", "记录类型", "对方单位"}, steps);
    }

    void makeFigures()
    {
        import("indicators", {"指标代码", "指标名称", "计量单位"}, {{ "followers", "公众号关注人数", "人" }});
        std::vector<QStringList> observations;
        for (int month = 0; month < 36; ++month) {
            const QString value = figure();
            const QString on = text(QDate(2020, 1, 31).addMonths(month));
            if (!value.isEmpty())
                observations.push_back({"followers", on, on, oneOf({"实际", "快报"}), value});
        }
        import("observations", {"指标代码", "起始日期", "截至日期", "阶段", "数值"}, observations);
        std::vector<QStringList> items;
        for (int line = 1; line <= 12; ++line) {
            const QString kind = oneOf({"目标", "任务", "问题"});
            items.push_back({oneOf({"2020", "2021", "2022"}), QString::number(line), kind, oneOf({"", "甲方面", "乙方面"}),
                QString("示例目标%1").arg(line), kind == "目标" ? "5" : ""});
        }
        import("plan_items", {"年度", "序号", "类型", "方面", "内容", "目标值"}, items);
    }

    void makeEntries()
    {
        QStringList in;
        QStringList out;
        db::Statement statement(m_session.database(), "SELECT name, direction FROM entry_categories ORDER BY name");
        while (statement.next())
            (statement.text("direction") == "IN" ? in : out).append(statement.text("name"));
        std::vector<QStringList> entries;
        for (int i = 0; i < kEntries; ++i) {
            const bool isIn = isOneIn(2);
            entries.push_back({text(day()), isIn ? "收" : "支", oneOf(isIn ? in : out),
                QString("%1.%2").arg(1 + below(50'000)).arg(below(100), 2, 10, QChar('0')), "100201",
                QString("示例收支%1").arg(i), unit()});
        }
        import("entries", {"日期", "收支", "类别", "金额（元）", "账户", "摘要", "对方单位"}, entries);
        std::vector<VoucherId> drafts;
        db::Statement ids(m_session.database(), "SELECT id FROM vouchers WHERE status = 'DRAFT' ORDER BY dated_on, id");
        while (ids.next()) {
            if (!isOneIn(6)) // the others stay drafts, which count nowhere
                drafts.push_back(ids.id<VoucherId>("id"));
        }
        finance::EntryService(m_session).post(drafts);
    }

    static constexpr int kUnits = 40;
    static constexpr int kActivities = 40;
    static constexpr int kCases = 60;
    static constexpr int kEntries = 60;

    session::Session &m_session;
    std::mt19937 m_random;
};

} // namespace

void enterRandomRecords(session::Session &session, unsigned seed)
{
    RecordMaker(session, seed).makeAll();
}

} // namespace mishutai::test
