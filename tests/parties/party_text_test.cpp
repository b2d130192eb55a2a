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
    add("person", text.personName);
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
            {.personName = "赵某", .phone = "13800000007"}},
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
        {"a wrong code is not taken", "信用代码：91350100M000100Y4Z\n电话：13800000008", {.phone = "13800000008"}},
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
