#include "sample_documents.h"

#include <random>

namespace mishutai::document::samples {

namespace {

QString zh(const char16_t *text)
{
    return QString::fromUtf16(text);
}

Run figure(const QString &text, const QString &key)
{
    return {text, FigureRef{key}, false};
}

Run words(const QString &text)
{
    return {text, std::nullopt, false};
}

Heading heading(int level, const QString &text, const QString &runIn = {})
{
    Heading heading;
    heading.level = level;
    heading.runs = plain(text);
    if (!runIn.isEmpty())
        heading.runIn = plain(runIn);
    return heading;
}

Paragraph body(const QString &text)
{
    return {plain(text), Paragraph::Kind::Body};
}

Table incomeTable()
{
    Table table;
    table.caption = QStringLiteral("2021年度收支情况");
    table.unit = QStringLiteral("单位：元");
    table.columns = {{3, Alignment::Left}, {2, Alignment::Right}, {4, Alignment::Left}};
    table.header = {{plain(QStringLiteral("项目")), plain(QStringLiteral("金额")), plain(QStringLiteral("说明"))}};
    const auto row = [](const char16_t *name, const char16_t *amount, const char16_t *note) {
        return Table::Row{plain(zh(name)), {figure(zh(amount), QStringLiteral("amount/") + zh(name))}, plain(zh(note))};
    };
    table.rows = {row(u"会费收入", u"116000.00", u"按章程规定的标准收取"),
        row(u"服务收入", u"81031.69", u"培训、展会与政策咨询服务，均已开具发票"),
        row(u"业务活动成本", u"94206.26", u"活动场地、资料印刷与专家劳务"),
        row(u"管理费用", u"384557.16", u"其中人员工资182941.00元"), row(u"上年补助结转", u"267831.50", u"")};
    Run total;
    total.text = QStringLiteral("收入合计");
    total.emphasis = true;
    table.rows.push_back({{total}, {figure(QStringLiteral("197031.69"), QStringLiteral("total"))}, {}});
    table.note = QStringLiteral("注：金额按收付实现口径统计，截至2021年12月31日。");
    return table;
}

Chart incomeChart()
{
    Chart chart;
    chart.caption = QStringLiteral("近三年收入构成");
    chart.categories = {QStringLiteral("2019年"), QStringLiteral("2020年"), QStringLiteral("2021年（含年末一次性服务项目）")};
    chart.series = {
        {QStringLiteral("会费收入"), {84000, 98000, 116000}, {}}, {QStringLiteral("服务收入"), {std::nullopt, 45500, 81032}, {}}};
    chart.decimals = 4;
    chart.unit = QStringLiteral("万元");
    return chart;
}

void addWork(std::vector<Block> &blocks)
{
    blocks.push_back(heading(1, QStringLiteral("2021年工作情况")));
    blocks.push_back(heading(2, QStringLiteral("加强组织建设，规范内部运行")));
    Paragraph members{{words(QStringLiteral("截至2021年12月31日，联盟共有会员")),
                          figure(QStringLiteral("127家"), QStringLiteral("members.count")),
                          words(QStringLiteral("，其中理事单位31家、普通会员96家。全年召开理事会2次、会员大会1次，审议通过《财务"
                                               "管理制度》《会员服务办法》等5项制度，"
                                               "秘书处按月编报工作简报，按季通报计划完成情况，做到事事有记录、件件有回音。"))},
        Paragraph::Kind::Body};
    blocks.push_back(members);
    blocks.push_back(body(
        QStringLiteral("秘书处坚持“有求必应、无事不扰”，为会员办理各类事项68件，走访企业42家次，收集困难问题57个，"
                       "已协调解决51个，办结率89.5%；其余6个已列入台账（含融资3个、用工2个、用地1个），逐项明确责任人和时限。")));
    blocks.push_back(heading(2, QStringLiteral("搭建交流平台，促进产业协同")));
    blocks.push_back(body(QStringLiteral("全年组织各类活动20余次，累计参与1200余人次：")));
    for (const char16_t *line : {u"3月18日，举办新材料首批次应用保险政策宣讲会，56家企业的83名代表参加；",
             u"5月27日至29日，组织12家会员赴示例市考察交流，达成合作意向4项，意向金额20.66亿元；",
             u"9月10日，承办“产学研用”对接会，发布技术需求37项，现场签约5项，合同额1350万元；",
             u"11月26日，协办成渝地区双城经济圈产业协同发展论坛，线上观看人数超过6.3万人次。"})
        blocks.push_back(Paragraph{plain(zh(line)), Paragraph::Kind::Indicator});
    blocks.push_back(heading(2, QStringLiteral("用好专项资金，严格财务管理")));
    blocks.push_back(
        body(QStringLiteral("2021年收入19.703169万元，同比增长37.3%；支出47.876415万元。收支情况见表1，收入构成见图1。"
                            "会费收缴率92.1%，比上年提高4.6个百分点。")));
}

void addPlans(std::vector<Block> &blocks)
{
    blocks.push_back(heading(1, QStringLiteral("存在的主要问题")));
    blocks.push_back(heading(2, QStringLiteral("服务能力有待提升。"),
        QStringLiteral("专职人员仅3名，对产业链上下游的研究还不深，面向中小企业的专业化服务供给不足；"
                       "与兄弟协会、科研院所的资源共享机制尚未真正建立。")));
    blocks.push_back(heading(2, QStringLiteral("经费来源较为单一。"),
        QStringLiteral("会费占全部收入的58.9%，市场化服务收入规模偏小，部分会员单位会费缴纳不够及时，年末仍有10家欠缴。")));
    blocks.push_back(heading(1, QStringLiteral("2022年工作计划")));
    blocks.push_back(heading(2, QStringLiteral("扩大覆盖面")));
    blocks.push_back(heading(3, QStringLiteral("发展新会员")));
    blocks.push_back(body(
        QStringLiteral("新增会员50家，会员总数达到170家以上，重点吸纳“专精特新”企业与高校院所（如示例大学、示例研究院）。")));
    blocks.push_back(heading(3, QStringLiteral("加强宣传")));
    blocks.push_back(heading(4, QStringLiteral("办好公众号")));
    blocks.push_back(
        body(QStringLiteral("公众号推送不少于100期，关注人数突破1500人；与ISO/TC 61等国际标准组织的国内对口单位建立联系，"
                            "力争参与制定标准2项以上。")));
    blocks.push_back(heading(2, QStringLiteral("提升服务质效")));
    blocks.push_back(body(QStringLiteral("全年服务会员50家次以上，举办专题活动12场，开展问卷调查2次，会员满意度保持在95%以上；"
                                         "完善问题“收集—交办—督办—反馈”闭环机制，办结时限压缩至10个工作日。")));
    blocks.push_back(body(QStringLiteral("以上报告，请予审议。")));
}

} // namespace

Document summary()
{
    Document document;
    document.titleLines = {QStringLiteral("示例市先进材料产业生态圈联盟2021年度工作总结")};
    document.addressee = QStringLiteral("联盟全体理（监）事及会员代表");
    document.blocks.push_back(body(QStringLiteral(
        "2021年，在市经济和信息化主管部门的指导和全体会员的支持下，联盟围绕建圈强链，扎实开展会员服务、行业交流和资源对接，"
        "各项工作取得新进展。现将有关情况报告如下。")));
    addWork(document.blocks);
    document.blocks.push_back(incomeTable());
    document.blocks.push_back(incomeChart());
    document.blocks.push_back(body(QStringLiteral("从构成看，服务收入占比由31.7%提高到41.1%，增收渠道进一步拓宽。")));
    addPlans(document.blocks);
    document.signer = QStringLiteral("示例市先进材料产业生态圈联盟秘书处");
    document.date = QDate(2022, 1, 26);
    document.subject = QStringLiteral("年度工作总结");
    document.createdAt = QDateTime(QDate(2022, 1, 26), QTime(9, 30), Qt::UTC);
    return document;
}

Document randomText(int characters, unsigned seed)
{
    static const QStringList kPieces{QStringLiteral("产业"), QStringLiteral("发展"), QStringLiteral("的"), QStringLiteral("，"),
        QStringLiteral("，"), QStringLiteral("。"), QStringLiteral("、"), QStringLiteral("企业"),
        QStringLiteral("（含高新技术企业）"), QStringLiteral("“双碳”"), QStringLiteral("《工作规则》"),
        QStringLiteral("20.66亿元"), QStringLiteral("127家"), QStringLiteral("2021年1月26日"), QStringLiteral("同比增长8.5%"),
        QStringLiteral("ISO 9001"), QStringLiteral("：“重点”"), QStringLiteral("；"), QStringLiteral("服务平台"),
        QStringLiteral("工作人员"), QStringLiteral("——"), QStringLiteral("……"), QStringLiteral("5G"), QStringLiteral("入库"),
        QStringLiteral("高质量"), QStringLiteral("一"), QStringLiteral("63%～68%"), QStringLiteral("第3次"),
        QStringLiteral("生活"), QStringLiteral("立足"), QStringLiteral("！")};
    std::mt19937 random(seed);
    const auto pick = [&random](unsigned below) { return static_cast<int>(random() % below); };
    Document document;
    document.titleLines = {QStringLiteral("长文本排版测试")};
    for (int written = 0; written < characters;) {
        if (pick(5) == 0)
            document.blocks.push_back(heading(1 + pick(4), QStringLiteral("关于产业发展的若干情况")));
        QString text = QStringLiteral("本");
        const int length = 1 + pick(260);
        while (text.size() < length)
            text += kPieces[pick(static_cast<unsigned>(kPieces.size()))];
        text += QStringLiteral("。");
        written += static_cast<int>(text.size());
        document.blocks.push_back(body(text));
    }
    return document;
}

Document longTable(int rows)
{
    Document document;
    document.titleLines = {QStringLiteral("会员名单")};
    Table table;
    table.caption = QStringLiteral("会员单位一览");
    table.columns = {{1, Alignment::Centre}, {4, Alignment::Left}, {2, Alignment::Right}};
    table.header = {{plain(QStringLiteral("序号")), plain(QStringLiteral("单位名称")), plain(QStringLiteral("年产值（万元）"))}};
    for (int i = 1; i <= rows; ++i) {
        const QString name = i % 7 == 0
            ? QStringLiteral("示例市高性能纤维及复合材料工程技术研究中心有限责任公司第%1分公司（筹备）")
            : QStringLiteral("示例%1有限公司");
        table.rows.push_back({plain(QString::number(i)), plain(name.arg(i)), plain(QString::number(i * 1000 + 37))});
    }
    document.blocks.push_back(body(QStringLiteral("会员单位名单如下。")));
    document.blocks.push_back(table);
    document.blocks.push_back(body(QStringLiteral("以上名单按入会先后排列。")));
    return document;
}

} // namespace mishutai::document::samples
