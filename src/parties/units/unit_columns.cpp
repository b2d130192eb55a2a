#include "parties/units/unit_columns.h"

#include "parties/duplicates/name_key.h"
#include "parties/units/kind_guess.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

} // namespace

std::vector<office::SheetColumn> unitColumns()
{
    const QString yesNo = tr("是/否");
    const QString text = tr("文字");
    const QString whole = tr("整数");
    const QString date = tr("日期");
    return {
        {"code", tr("单位编号"), {}, false, text, "单位-0001"},
        {"name", tr("单位全称"), {"单位名称", "企业名称", "企业全称", "企业名称（全称）", "公司名称", "公司全称", "公司", "名称"},
            true, text, "示例新材料有限公司"},
        {"shortName", tr("简称"), {"单位简称"}, false, text, "示例新材"},
        {"creditCode", tr("统一社会信用代码"), {"信用代码", "社会信用代码", "统一社会信用代码证号", "统一信用代码"}, false,
            tr("18位代码"), "91350100M000100Y43"},
        {"kind", tr("单位类型"), {"类型"}, false, unitKinds().labels(), "企业"},
        {"ownership", tr("单位性质"), {"企业性质"}, false, ownerships().labels(), "民企"},
        {"legalRepresentative", tr("法定代表人"), {"法人代表", "法人"}, false, text, {}},
        {"legalRepresentativePost", tr("法定代表人职务"), {}, false, text, tr("董事长")},
        {"legalRepresentativePhone", tr("法定代表人电话"), {"法人电话"}, false, tr("电话"), {}},
        {"registeredCapital", tr("注册资本（万元）"), {}, false, tr("金额（万元）"), "1000"},
        {"foundedOn", tr("成立日期"), {"成立时间"}, false, date, "2015-06-01"},
        {"registeredAddress", tr("注册地址"), {}, false, text, {}},
        {"mailingAddress", tr("通信地址"), {"通讯地址", "地址", "联系地址"}, false, text, {}},
        {"district", tr("所属区县"), {"区县", "所属区（市）县", "所在区", "所在区县", "所属区"}, false, text, {}},
        {"zone", tr("所属功能区"), {"所属产业功能区", "所属园区", "功能区", "园区"}, false, text, {}},
        {"chain", tr("产业链"), {}, false, text, {}},
        {"chainSegment", tr("产业链环节"), {"环节"}, false, text, {}},
        {"field", tr("细分领域"), {"行业细分领域", "行业", "所属行业"}, false, text, tr("高分子材料")},
        {"products", tr("主营产品"), {"主要产品", "主营业务"}, false, text, {}},
        {"size", tr("规模"), {"企业规模"}, false, unitSizes().labels(), tr("中型")},
        {"isAboveScale", tr("是否规上"), {"规上"}, false, yesNo, "是"},
        {"aboveScaleYear", tr("升规年份"), {}, false, tr("年份"), "2021"},
        {"employees", tr("员工总数"), {"职工总数", "员工人数"}, false, whole, "120"},
        {"technicalStaff", tr("科技人员数"), {"科技人员"}, false, whole, "18"},
        {"isListed", tr("是否上市"), {"上市"}, false, yesNo, "否"},
        {"partyOrganisation", tr("党组织"), {"党组织名称"}, false, text, {}},
        {"partyMembers", tr("党员人数"), {"党员数"}, false, whole, "6"},
        {"parent", tr("上级单位"), {"母公司"}, false, tr("单位编号、信用代码或全称"), {}},
        {"invoiceTitle", tr("开票抬头"), {"发票抬头", "抬头"}, false, text, {}},
        {"taxNo", tr("税号"), {"纳税人识别号"}, false, text, {}},
        {"bankName", tr("开户行"), {"开户银行"}, false, text, {}},
        {"bankAccount", tr("银行账号"), {"账号", "开户账号"}, false, text, {}},
        {"invoiceAddress", tr("开票地址"), {}, false, text, {}},
        {"invoicePhone", tr("开票电话"), {}, false, tr("电话"), {}},
        {"invoiceEmail", tr("收票邮箱"), {"收发票邮箱"}, false, text, "name@example.cn"},
        {"deliveryAddress", tr("快递地址"), {"邮寄地址", "收件地址"}, false, text, {}},
        {"isInGroup", tr("已入工作群"), {"是否入群", "已入群"}, false, yesNo, "是"},
        {"groupName", tr("工作群名称"), {"群名称", "微信群"}, false, text, {}},
        {"website", tr("网站"), {"网址", "官网"}, false, text, "www.example.cn"},
        {"aliases", tr("别名"), {"曾用名", "付款户名"}, false, tr("多个用；隔开"), {}},
        {"tags", tr("标签"), {}, false, text, {}},
        {"notes", tr("备注"), {}, false, text, {}},
    };
}

void readUnitCells(office::RowReader &cells, UnitDetails &d)
{
    cells.text("code", d.code);
    const QString before = d.name;
    cells.text("name", d.name);
    if (withWideBrackets(before) == withWideBrackets(d.name))
        d.name = before.isEmpty() ? d.name : before; // the same firm, typed in the other width
    cells.text("shortName", d.shortName);
    cells.text("creditCode", d.creditCode);
    cells.choice("kind", unitKinds(), d.kind);
    cells.choice("ownership", ownerships(), d.ownership);
    cells.text("legalRepresentative", d.legalRepresentative);
    cells.text("legalRepresentativePost", d.legalRepresentativePost);
    cells.text("legalRepresentativePhone", d.legalRepresentativePhone);
    cells.wan("registeredCapital", d.registeredCapital);
    cells.pastDate("foundedOn", d.foundedOn);
    cells.text("registeredAddress", d.registeredAddress);
    cells.text("mailingAddress", d.mailingAddress);
    cells.text("district", d.district);
    cells.text("zone", d.zone);
    cells.text("chain", d.chain);
    cells.text("chainSegment", d.chainSegment);
    cells.text("field", d.field);
    cells.text("products", d.products);
    cells.choice("size", unitSizes(), d.size);
    cells.flag("isAboveScale", d.isAboveScale);
    cells.integer("aboveScaleYear", d.aboveScaleYear);
    cells.integer("employees", d.employees);
    cells.integer("technicalStaff", d.technicalStaff);
    cells.flag("isListed", d.isListed);
    cells.text("partyOrganisation", d.partyOrganisation);
    cells.integer("partyMembers", d.partyMembers);
    cells.text("invoiceTitle", d.invoiceTitle);
    cells.text("taxNo", d.taxNo);
    cells.text("bankName", d.bankName);
    cells.text("bankAccount", d.bankAccount);
    cells.text("invoiceAddress", d.invoiceAddress);
    cells.text("invoicePhone", d.invoicePhone);
    cells.text("invoiceEmail", d.invoiceEmail);
    cells.text("deliveryAddress", d.deliveryAddress);
    cells.flag("isInGroup", d.isInGroup);
    cells.text("groupName", d.groupName);
    cells.text("website", d.website);
    cells.list("aliases", d.aliases);
    cells.text("tags", d.tags);
    cells.text("notes", d.notes);
}

void proposeKind(const office::SheetRow &row, UnitDetails &details)
{
    const std::optional<UnitKind> guess = guessedKind(details.name);
    if (!row.warnings || !row.text("kind").isEmpty() || !guess)
        return;
    details.kind = *guess;
    row.warn("kind", "guessed", tr("单位类型按名称猜为「%1」").arg(unitKinds().label(*guess)));
}

QStringList unitCells(const UnitDetails &d, const QString &parentCode)
{
    using namespace office;
    return {d.code, d.name, d.shortName, d.creditCode, unitKinds().label(d.kind), ownerships().label(d.ownership),
        d.legalRepresentative, d.legalRepresentativePost, d.legalRepresentativePhone, wanText(d.registeredCapital),
        isoText(d.foundedOn), d.registeredAddress, d.mailingAddress, d.district, d.zone, d.chain, d.chainSegment, d.field,
        d.products, unitSizes().label(d.size), flagText(d.isAboveScale), integerText(d.aboveScaleYear), integerText(d.employees),
        integerText(d.technicalStaff), flagText(d.isListed), d.partyOrganisation, integerText(d.partyMembers), parentCode,
        d.invoiceTitle, d.taxNo, d.bankName, d.bankAccount, d.invoiceAddress, d.invoicePhone, d.invoiceEmail, d.deliveryAddress,
        flagText(d.isInGroup), d.groupName, d.website, listText(d.aliases), d.tags, d.notes};
}

} // namespace mishutai::parties
