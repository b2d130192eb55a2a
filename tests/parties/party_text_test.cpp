#include "parties/pasted/party_text.h"

#include <catch2/catch.hpp>

#include <ostream>

using namespace mishutai;
using namespace mishutai::parties;

namespace {

struct Case {
    const char *what;
    const char *text;
    PartyText expected;
};

/// One line a filled field, so that a failure says which.
QString shown(const PartyText &text)
{
    QStringList lines;
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            lines.append(QString("%1=%2").arg(QString::fromUtf8(name), value));
    };
    add("unit", text.unitName);
    add("code", text.creditCode);
    add("legal", text.legalRepresentative);
    add("capital", text.registeredCapital ? text.registeredCapital->yuan() : QString());
    add("founded", text.foundedOn.toString(Qt::ISODate));
    add("address", text.address);
    add("type", text.licenceType);
    add("scope", text.scope);
    add("person", text.personName);
    add("salutation", text.salutation);
    add("post", text.post);
    add("department", text.department);
    add("phone", text.phone);
    add("other", text.otherPhone);
    add("wechat", text.wechat);
    add("email", text.email);
    add("website", text.website);
    return lines.join(" | ");
}

const std::vector<Case> &cases()
{
    static const std::vector<Case> all{
        {"a contact by labels",
            "单位：示例新材料有限公司\n联系人：示例甲\n职务：总经理\n电话 138 0000 0001\n微信：shili_01\n邮箱：jia@example.cn",
            {.unitName = "示例新材料有限公司",
                .personName = "示例甲",
                .post = "总经理",
                .phone = "13800000001",
                .wechat = "shili_01",
                .email = "jia@example.cn"}},
        {"labels on one line", "公司:示例密封件有限公司，姓名:李某 职务:副总 手机:138-0000-0002",
            {.unitName = "示例密封件有限公司", .personName = "李某", .post = "副总", .phone = "13800000002"}},
        {"no labels at all", "张三 市场部经理 13800000003\n成都示例炭素有限责任公司",
            {.unitName = "成都示例炭素有限责任公司", .personName = "张三", .post = "市场部经理", .phone = "13800000003"}},
        {"a name and post in one", "王小明总经理 +86 13800000004 示例大学",
            {.unitName = "示例大学", .personName = "王小明", .post = "总经理", .phone = "13800000004"}},
        {"a rare name by its label", "联系人：阙某 13800000005", {.personName = "阙某", .phone = "13800000005"}},
        {"two numbers: the mobile one first", "联系电话：028-85550123 / 13800000006",
            {.phone = "13800000006", .otherPhone = "028-85550123"}},
        {"the number is the WeChat name", "联系人 赵某\n手机13800000007（微信同号）",
            {.personName = "赵某", .phone = "13800000007", .wechat = "13800000007"}},
        {"a signature",
            "李四\n高级工程师\n示例产业技术研究院\n地址：示例市示例区示例路8号3栋501室\nTel: 028 8555 0124\nE-mail: "
            "lisi@example.com.cn\nhttp://www.example.cn",
            {.unitName = "示例产业技术研究院",
                .address = "示例市示例区示例路8号3栋501室",
                .personName = "李四",
                .post = "高级工程师",
                .phone = "028-85550124",
                .email = "lisi@example.com.cn",
                .website = "http://www.example.cn"}},
        {"a licence as a telephone reads it",
            "营 业 执 照\n统一社会信用代码\n91350100M000100Y43\n名 称 示例新材料（成都）有限公司\n类 型 "
            "有限责任公司（自然人投资或控股）\n"
            "法定代表人 孙某\n注册资本 壹仟万元整\n成立日期 2015年06月01日\n住 所 四川省成都市示例区示例大道100号\n经营范围 "
            "新材料技术研发；销售",
            {.unitName = "示例新材料（成都）有限公司",
                .creditCode = "91350100M000100Y43",
                .legalRepresentative = "孙某",
                .registeredCapital = Money::fromFen(10'000'000'00),
                .foundedOn = QDate(2015, 6, 1),
                .licenceType = "有限责任公司（自然人投资或控股）",
                .scope = "新材料技术研发；销售",
                .address = "四川省成都市示例区示例大道100号"}},
        {"a licence with colons and figures",
            "名称：示例密封材料有限公司\n统一社会信用代码：91350100m000100y43\n法定代表人：周某\n注册资本：500."
            "5万元人民币\n成立时间：2010-3-5\n"
            "地址：示例市高新区示例路1号",
            {.unitName = "示例密封材料有限公司",
                .creditCode = "91350100M000100Y43",
                .legalRepresentative = "周某",
                .registeredCapital = Money::fromFen(5'005'000'00),
                .foundedOn = QDate(2010, 3, 5),
                .address = "示例市高新区示例路1号"}},
        {"a wrong code under its label is taken, for the form to show", "信用代码：91350100M000100Y4Z\n电话：13800000008",
            {.creditCode = "91350100M000100Y4Z", .phone = "13800000008"}},
        {"invoice data",
            "抬头：示例股份有限公司\n税号：91350100M000100Y43\n开户行：示例银行成都分行\n账号：51000000000000001\n地址电话：示例"
            "市示例路5号 028-85550125",
            {.unitName = "示例股份有限公司",
                .creditCode = "91350100M000100Y43",
                .address = "示例市示例路5号",
                .phone = "028-85550125"}},
        {"a department", "单位名称:示例联盟\n部门:综合部\n姓名:吴某",
            {.unitName = "示例联盟", .personName = "吴某", .department = "综合部"}},
        {"full-width letters and digits", "电话：１３８０００００００９，邮箱：ａ＠ｅｘａｍｐｌｅ．ｃｎ",
            {.phone = "13800000009", .email = "a@example.cn"}},
        {"a post in brackets", "刘洋（市场部经理）13900001111",
            {.personName = "刘洋", .post = "市场部经理", .phone = "13900001111"}},
        {"pictures in place of labels",
            "👤 陈静\n📱13900001112\n📧 chenjing@example.cn\n🏢 示例密封件（德阳）有限公司\n📍示例市示例区示例路12号",
            {.unitName = "示例密封件（德阳）有限公司",
                .address = "示例市示例区示例路12号",
                .personName = "陈静",
                .phone = "13900001112",
                .email = "chenjing@example.cn"}},
        {"phone and WeChat are one", "姓名：周敏\n职务：办公室主任\n电话（微信同号）：１３９ ００００ １１１３",
            {.personName = "周敏", .post = "办公室主任", .phone = "13900001113", .wechat = "13900001113"}},
        {"a greeting before", "您好，我是示例复合材料有限公司的王磊，电话+86 139-0000-1114，麻烦通过一下，谢谢！",
            {.unitName = "示例复合材料有限公司", .personName = "王磊", .phone = "13900001114"}},
        {"a landline with an extension", "示例研究院 科技处\n李敏 副处长\n办公电话：028-85550126转801\n手机：13900001115",
            {.unitName = "示例研究院",
                .personName = "李敏",
                .post = "副处长",
                .department = "科技处",
                .phone = "13900001115",
                .otherPhone = "028-85550126-801"}},
        {"a numbered line", "1️⃣ 示例特种纤维有限公司-赵鹏-总经理-13900001116（微信同号）",
            {.unitName = "示例特种纤维有限公司",
                .personName = "赵鹏",
                .post = "总经理",
                .phone = "13900001116",
                .wechat = "13900001116"}},
        {"WeChat like the telephone, on a line of its own", "联系人：赵鹏\n手机：13900001116\n微信同手机",
            {.personName = "赵鹏", .phone = "13900001116", .wechat = "13900001116"}},
        {"a WeChat name with 同 in it is one", "手机：13900001116\n微信：同舟_01", {.phone = "13900001116", .wechat = "同舟_01"}},
        {"a code with a wrong digit", "统一社会信用代码：91440101MA59ABCD3X", {.creditCode = "91440101MA59ABCD3X"}},
        {"an old tax number is no such code", "税号：510107123456789", {}},
        {"a rare name beside a number", "阙晓彤 13900001117", {.personName = "阙晓彤", .phone = "13900001117"}},
        {"somebody who is only addressed", "刘总 13900001118", {.salutation = "刘总", .phone = "13900001118"}},
        {"a title is a post, too", "孙经理：13900001119", {.salutation = "孙经理", .post = "经理", .phone = "13900001119"}},
        {"values below their labels", "联系人\n张伟\n联系电话\n(028) 8555 0127 ext.12\n微信号\nzw_2021",
            {.personName = "张伟", .phone = "028-85550127-12", .wechat = "zw_2021"}},
        {"everything behind the label of the unit", "单位：示例陶瓷有限公司 市场部 吴涛 13900001120",
            {.unitName = "示例陶瓷有限公司", .personName = "吴涛", .department = "市场部", .phone = "13900001120"}},
        {"a sentence behind a label is no name", "单位：我们还没有定下来呢，下周告诉您！\n联系人：先不填了吧谢谢", {}},
        {"a licence without blanks, its scope on three lines",
            "统一社会信用代码91350100M000100Y43\n名称示例新材料有限公司\n类型其他有限责任公司\n法定代表人 "
            "孙某\n法定代表人职务：董事长\n"
            "经营范围新材料技术研发；销售电子产品、\n机械设备（依法须经批准的项目，\n经相关部门批准后方可开展经营活动）\n"
            "注册资本5000万元人民币\n成立日期2015年06月01日\n住所四川省成都市示例区示例大道100号",
            {.unitName = "示例新材料有限公司",
                .creditCode = "91350100M000100Y43",
                .legalRepresentative = "孙某",
                .registeredCapital = Money::fromFen(50'000'000'00),
                .foundedOn = QDate(2015, 6, 1),
                .licenceType = "其他有限责任公司",
                .scope = "新材料技术研发；销售电子产品、机械设备（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
                .address = "四川省成都市示例区示例大道100号"}},
        {"a sentence is nothing", "请各单位于本周五前把报名表发给我，谢谢", {}},
        {"a place is no person", "成都 高新 金属", {}},
        {"one bare number", "13800000010", {.phone = "13800000010"}},
        {"nothing", "", {}},
    };
    return all;
}

} // namespace

TEST_CASE("what people send is read field by field", "[parties][pasted]")
{
    for (const Case &each : cases()) {
        INFO(each.what);
        CHECK(shown(readPartyText(QString::fromUtf8(each.text))).toStdString() == shown(each.expected).toStdString());
    }
}

TEST_CASE("how much was read decides whether it is such a text", "[parties][pasted]")
{
    CHECK(readPartyText("13800000001").count() == 1);
    CHECK(readPartyText("张三 13800000001").count() == 2);
    CHECK(readPartyText("示例新材料有限公司").count() == 1);
    CHECK(readPartyText("").count() == 0);
}
