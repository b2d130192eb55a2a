#include "parties/units/unit.h"

#include "base/chinese/credit_code.h"
#include "base/chinese/text.h"
#include "parties/field_rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

struct TextField {
    const char *field;
    QString UnitDetails::*text;
    int most;
    const char *label;
};

constexpr TextField kTexts[] = {
    {"code", &UnitDetails::code, 40, QT_TRANSLATE_NOOP("Parties", "单位编号")},
    {"name", &UnitDetails::name, 200, QT_TRANSLATE_NOOP("Parties", "单位全称")},
    {"shortName", &UnitDetails::shortName, 60, QT_TRANSLATE_NOOP("Parties", "简称")},
    {"legalRepresentative", &UnitDetails::legalRepresentative, 60, QT_TRANSLATE_NOOP("Parties", "法定代表人")},
    {"legalRepresentativePost", &UnitDetails::legalRepresentativePost, 60, QT_TRANSLATE_NOOP("Parties", "法定代表人职务")},
    {"registeredAddress", &UnitDetails::registeredAddress, 300, QT_TRANSLATE_NOOP("Parties", "注册地址")},
    {"mailingAddress", &UnitDetails::mailingAddress, 300, QT_TRANSLATE_NOOP("Parties", "通信地址")},
    {"district", &UnitDetails::district, 60, QT_TRANSLATE_NOOP("Parties", "所属区县")},
    {"zone", &UnitDetails::zone, 100, QT_TRANSLATE_NOOP("Parties", "所属功能区")},
    {"chain", &UnitDetails::chain, 100, QT_TRANSLATE_NOOP("Parties", "产业链")},
    {"chainSegment", &UnitDetails::chainSegment, 100, QT_TRANSLATE_NOOP("Parties", "产业链环节")},
    {"field", &UnitDetails::field, 100, QT_TRANSLATE_NOOP("Parties", "细分领域")},
    {"products", &UnitDetails::products, 1000, QT_TRANSLATE_NOOP("Parties", "主营产品")},
    {"partyOrganisation", &UnitDetails::partyOrganisation, 100, QT_TRANSLATE_NOOP("Parties", "党组织")},
    {"invoiceTitle", &UnitDetails::invoiceTitle, 200, QT_TRANSLATE_NOOP("Parties", "开票抬头")},
    {"taxNo", &UnitDetails::taxNo, 40, QT_TRANSLATE_NOOP("Parties", "税号")},
    {"bankName", &UnitDetails::bankName, 100, QT_TRANSLATE_NOOP("Parties", "开户行")},
    {"bankAccount", &UnitDetails::bankAccount, 40, QT_TRANSLATE_NOOP("Parties", "银行账号")},
    {"invoiceAddress", &UnitDetails::invoiceAddress, 300, QT_TRANSLATE_NOOP("Parties", "开票地址")},
    {"invoiceEmail", &UnitDetails::invoiceEmail, 100, QT_TRANSLATE_NOOP("Parties", "收票邮箱")},
    {"deliveryAddress", &UnitDetails::deliveryAddress, 300, QT_TRANSLATE_NOOP("Parties", "快递地址")},
    {"groupName", &UnitDetails::groupName, 100, QT_TRANSLATE_NOOP("Parties", "工作群名称")},
    {"website", &UnitDetails::website, 200, QT_TRANSLATE_NOOP("Parties", "网站")},
    {"tags", &UnitDetails::tags, 300, QT_TRANSLATE_NOOP("Parties", "标签")},
    {"notes", &UnitDetails::notes, 10000, QT_TRANSLATE_NOOP("Parties", "备注")},
};

void checkCounts(const UnitDetails &details, FieldRules &rules)
{
    const auto negative = [&](const char *field, const std::optional<int> &count, const char *label) {
        if (count && *count < 0)
            rules.add(QString::fromLatin1(field), QStringLiteral("range"), tr("%1不能是负数").arg(tr(label)));
    };
    negative("employees", details.employees, QT_TRANSLATE_NOOP("Parties", "员工总数"));
    negative("technicalStaff", details.technicalStaff, QT_TRANSLATE_NOOP("Parties", "科技人员数"));
    negative("partyMembers", details.partyMembers, QT_TRANSLATE_NOOP("Parties", "党员人数"));
    rules.addIf(details.employees && details.technicalStaff && *details.technicalStaff > *details.employees,
        QStringLiteral("technicalStaff"), QStringLiteral("range"), tr("科技人员数不能多于员工总数"));
    rules.addIf(details.registeredCapital && details.registeredCapital->isNegative(), QStringLiteral("registeredCapital"),
        QStringLiteral("range"), tr("注册资本不能是负数"));
    rules.addIf(details.aboveScaleYear && (*details.aboveScaleYear < 1949 || *details.aboveScaleYear > 2999),
        QStringLiteral("aboveScaleYear"), QStringLiteral("range"), tr("升规年份请写四位年份，如2021"));
    rules.addIf(details.aboveScaleYear && details.isAboveScale == false, QStringLiteral("aboveScaleYear"),
        QStringLiteral("contradiction"), tr("填了升规年份，「是否规上」却是否，请改其中一项"));
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isTaxNumber(const QString &text)
{
    return text.size() >= 15 && text.size() <= 20
        && std::ranges::all_of(text, [](QChar c) { return isDigit(c) || (c >= u'A' && c <= u'Z'); });
}

} // namespace

const office::ChoiceTable<UnitKind> &unitKinds()
{
    static const office::ChoiceTable<UnitKind> table("Parties",
        {
            {UnitKind::Enterprise, "ENTERPRISE", QT_TRANSLATE_NOOP("Parties", "企业"), "公司/工业企业"},
            {UnitKind::University, "UNIVERSITY", QT_TRANSLATE_NOOP("Parties", "高校"), "大学/高等院校/院校"},
            {UnitKind::Institute, "INSTITUTE", QT_TRANSLATE_NOOP("Parties", "科研院所"), "科研机构/研究院/研究所"},
            {UnitKind::Finance, "FINANCE", QT_TRANSLATE_NOOP("Parties", "金融机构"), "金融/银行/保险/保险机构"},
            {UnitKind::Service, "SERVICE", QT_TRANSLATE_NOOP("Parties", "服务机构"), "服务/中介机构/第三方机构"},
            {UnitKind::Society, "SOCIETY", QT_TRANSLATE_NOOP("Parties", "社会团体"), "社团/协会/联盟/商会"},
            {UnitKind::Government, "GOVERNMENT", QT_TRANSLATE_NOOP("Parties", "政府部门"), "政府/机关"},
            {UnitKind::Zone, "ZONE", QT_TRANSLATE_NOOP("Parties", "产业功能区"), "园区/功能区"},
            {UnitKind::Media, "MEDIA", QT_TRANSLATE_NOOP("Parties", "媒体"), "新闻媒体"},
            {UnitKind::Other, "OTHER", QT_TRANSLATE_NOOP("Parties", "其他")},
        });
    return table;
}

const office::ChoiceTable<Ownership> &ownerships()
{
    static const office::ChoiceTable<Ownership> table("Parties",
        {
            {Ownership::State, "STATE", QT_TRANSLATE_NOOP("Parties", "国企"), "国有/国有企业/国有控股"},
            {Ownership::Private, "PRIVATE", QT_TRANSLATE_NOOP("Parties", "民企"), "民营/民营企业/私营"},
            {Ownership::Collective, "COLLECTIVE", QT_TRANSLATE_NOOP("Parties", "集体"), "集体企业"},
            {Ownership::Foreign, "FOREIGN", QT_TRANSLATE_NOOP("Parties", "外资"), "外商独资/外企"},
            {Ownership::Joint, "JOINT", QT_TRANSLATE_NOOP("Parties", "合资"), "中外合资/混合所有制"},
            {Ownership::Public, "PUBLIC", QT_TRANSLATE_NOOP("Parties", "事业单位"), "事业"},
            {Ownership::Other, "OTHER", QT_TRANSLATE_NOOP("Parties", "其他")},
        });
    return table;
}

const office::ChoiceTable<UnitSize> &unitSizes()
{
    static const office::ChoiceTable<UnitSize> table("Parties",
        {
            {UnitSize::Large, "LARGE", QT_TRANSLATE_NOOP("Parties", "大型"), "大"},
            {UnitSize::Medium, "MEDIUM", QT_TRANSLATE_NOOP("Parties", "中型"), "中"},
            {UnitSize::Small, "SMALL", QT_TRANSLATE_NOOP("Parties", "小型"), "小"},
            {UnitSize::Micro, "MICRO", QT_TRANSLATE_NOOP("Parties", "微型"), "微"},
        });
    return table;
}

UnitDetails tidied(UnitDetails details)
{
    for (const TextField &each : kTexts)
        details.*each.text = (details.*each.text).trimmed();
    details.legalRepresentativePhone = tidiedPhone(details.legalRepresentativePhone);
    details.invoicePhone = tidiedPhone(details.invoicePhone);
    details.creditCode = normalizedCreditCode(details.creditCode);
    details.taxNo = toHalfWidth(details.taxNo).toUpper().remove(u' ');
    details.bankAccount = toHalfWidth(details.bankAccount).remove(u' ').remove(u'-');
    QStringList aliases;
    for (const QString &alias : std::as_const(details.aliases)) {
        const QString trimmed = alias.trimmed();
        if (!trimmed.isEmpty() && trimmed != details.name)
            aliases.append(trimmed);
    }
    aliases.sort();
    aliases.removeDuplicates();
    details.aliases = aliases;
    return details;
}

QString invoiceBlock(const UnitDetails &details)
{
    QStringList lines;
    const auto add = [&](const QString &label, const QString &text) {
        if (!text.trimmed().isEmpty())
            lines.append(label + text.trimmed());
    };
    add(tr("名称："), details.invoiceTitle.isEmpty() ? details.name : details.invoiceTitle);
    add(tr("纳税人识别号："), details.taxNo.isEmpty() ? details.creditCode : details.taxNo);
    add(tr("地址、电话："), details.invoiceAddress + u' ' + details.invoicePhone);
    add(tr("开户行及账号："), details.bankName + u' ' + details.bankAccount);
    return lines.join(u'\n');
}

std::vector<FieldError> validate(const UnitDetails &details)
{
    FieldRules rules;
    rules.required(QStringLiteral("name"), details.name, tr("单位全称"));
    for (const TextField &each : kTexts) {
        if (!(details.*each.text).isEmpty())
            rules.length(QString::fromLatin1(each.field), details.*each.text, each.most, tr(each.label));
    }
    rules.creditCode(QStringLiteral("creditCode"), details.creditCode);
    rules.phone(QStringLiteral("legalRepresentativePhone"), details.legalRepresentativePhone);
    rules.phone(QStringLiteral("invoicePhone"), details.invoicePhone);
    rules.email(QStringLiteral("invoiceEmail"), details.invoiceEmail);
    rules.addIf(!details.bankAccount.isEmpty() && !std::ranges::all_of(details.bankAccount, isDigit),
        QStringLiteral("bankAccount"), QStringLiteral("format"),
        tr("银行账号只含数字，「%1」里有别的字符").arg(details.bankAccount.left(40)));
    rules.addIf(!details.taxNo.isEmpty() && !isTaxNumber(details.taxNo), QStringLiteral("taxNo"), QStringLiteral("format"),
        tr("税号是15到20位数字或字母，「%1」有%2位").arg(details.taxNo.left(40)).arg(details.taxNo.size()));
    rules.addIf(!details.groupName.isEmpty() && details.isInGroup == false, QStringLiteral("groupName"),
        QStringLiteral("contradiction"), tr("填了工作群名称，「已入工作群」却是否，请改其中一项"));
    rules.addIf(details.foundedOn.isValid() && details.foundedOn.year() < 1800, QStringLiteral("foundedOn"),
        QStringLiteral("range"), tr("成立日期早于1800年，请核对"));
    checkCounts(details, rules);
    for (const QString &alias : details.aliases)
        rules.length(QStringLiteral("aliases"), alias, 200, tr("别名"));
    return rules.take();
}

} // namespace mishutai::parties
