#include "parties/unit_facts/unit_fact.h"

#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

} // namespace

const office::ChoiceTable<UnitRoleKind> &unitRoleKinds()
{
    static const office::ChoiceTable<UnitRoleKind> table("Parties",
        {
            {UnitRoleKind::Prospect, "PROSPECT", QT_TRANSLATE_NOOP("Parties", "潜在会员"), "意向会员/发展对象"},
            {UnitRoleKind::Liaison, "LIAISON", QT_TRANSLATE_NOOP("Parties", "政府联系"), "工作联系/联络机制/处室"},
            {UnitRoleKind::Park, "PARK", QT_TRANSLATE_NOOP("Parties", "园区平台"), "园区/功能区"},
            {UnitRoleKind::Bank, "BANK", QT_TRANSLATE_NOOP("Parties", "开户银行"), "银行"},
            {UnitRoleKind::Media, "MEDIA", QT_TRANSLATE_NOOP("Parties", "宣传媒体"), "媒体"},
            {UnitRoleKind::Supplier, "SUPPLIER", QT_TRANSLATE_NOOP("Parties", "供应商"), "供应单位"},
            {UnitRoleKind::Bookkeeper, "BOOKKEEPER", QT_TRANSLATE_NOOP("Parties", "代理记账"), "代理记账机构"},
            {UnitRoleKind::Auditor, "AUDITOR", QT_TRANSLATE_NOOP("Parties", "审计单位"), "审计"},
            {UnitRoleKind::Expert, "EXPERT", QT_TRANSLATE_NOOP("Parties", "专家单位"), "智库/专家"},
            {UnitRoleKind::SecretaryUnit, "SECRETARY_UNIT", QT_TRANSLATE_NOOP("Parties", "秘书长单位")},
            {UnitRoleKind::SubBody, "SUB_BODY", QT_TRANSLATE_NOOP("Parties", "分支机构"), "专委会/工作站"},
            {UnitRoleKind::Partner, "PARTNER", QT_TRANSLATE_NOOP("Parties", "合作单位"), "合作伙伴"},
        });
    return table;
}

const office::ChoiceTable<QualificationKind> &qualificationKinds()
{
    static const office::ChoiceTable<QualificationKind> table("Parties",
        {
            {QualificationKind::HighTech, "HIGH_TECH", QT_TRANSLATE_NOOP("Parties", "高新技术企业"), "高企"},
            {QualificationKind::Specialised, "SPECIALISED", QT_TRANSLATE_NOOP("Parties", "专精特新")},
            {QualificationKind::LittleGiant, "LITTLE_GIANT", QT_TRANSLATE_NOOP("Parties", "小巨人"), "专精特新小巨人"},
            {QualificationKind::Champion, "CHAMPION", QT_TRANSLATE_NOOP("Parties", "单项冠军")},
            {QualificationKind::TechCentre, "TECH_CENTRE", QT_TRANSLATE_NOOP("Parties", "企业技术中心"), "技术中心"},
            {QualificationKind::FirstSet, "FIRST_SET", QT_TRANSLATE_NOOP("Parties", "首台套"), "首批次"},
            {QualificationKind::KeyEnterprise, "KEY_ENTERPRISE", QT_TRANSLATE_NOOP("Parties", "重点企业")},
            {QualificationKind::GreenCard, "GREEN_CARD", QT_TRANSLATE_NOOP("Parties", "绿卡企业")},
            {QualificationKind::Other, "OTHER", QT_TRANSLATE_NOOP("Parties", "其他")},
        });
    return table;
}

const office::ChoiceTable<QualificationLevel> &qualificationLevels()
{
    static const office::ChoiceTable<QualificationLevel> table("Parties",
        {
            {QualificationLevel::National, "NATIONAL", QT_TRANSLATE_NOOP("Parties", "国家级"), "国/国家"},
            {QualificationLevel::Provincial, "PROVINCIAL", QT_TRANSLATE_NOOP("Parties", "省级"), "省"},
            {QualificationLevel::Municipal, "MUNICIPAL", QT_TRANSLATE_NOOP("Parties", "市级"), "市"},
            {QualificationLevel::District, "DISTRICT", QT_TRANSLATE_NOOP("Parties", "区县级"), "区级/县级/区/县"},
        });
    return table;
}

const office::ChoiceTable<FigureStage> &figureStages()
{
    static const office::ChoiceTable<FigureStage> table("Parties",
        {
            {FigureStage::Expected, "EXPECTED", QT_TRANSLATE_NOOP("Parties", "预计"), "预测"},
            {FigureStage::Preliminary, "PRELIMINARY", QT_TRANSLATE_NOOP("Parties", "快报"), "初步"},
            {FigureStage::Actual, "ACTUAL", QT_TRANSLATE_NOOP("Parties", "实际"), "年报"},
        });
    return table;
}

std::vector<FieldError> validate(const UnitRoleDetails &details)
{
    FieldRules rules;
    rules.length("note", details.note, 300, tr("说明"));
    rules.addIf(details.fromOn.isValid() && details.toOn.isValid() && details.toOn <= details.fromOn, "toOn", "order",
        tr("终止日期应晚于起始日期"));
    return rules.take();
}

std::vector<FieldError> validate(const QualificationDetails &details)
{
    FieldRules rules;
    rules.length("title", details.title, 100, tr("资质名称"));
    rules.length("certificateNo", details.certificateNo, 60, tr("证书编号"));
    rules.length("notes", details.notes, 1000, tr("备注"));
    rules.addIf(details.kind == QualificationKind::Other && details.title.isEmpty(), "title", "required",
        tr("资质类别为「其他」时，请填写资质名称"));
    rules.addIf(!details.awardedOn.isValid(), "awardedOn", "required", tr("请填写认定日期"));
    rules.addIf(details.expiresOn.isValid() && details.expiresOn <= details.awardedOn, "expiresOn", "order",
        tr("失效日期应晚于认定日期"));
    return rules.take();
}

std::vector<FieldError> validate(const UnitYearDetails &details)
{
    FieldRules rules;
    rules.addIf(details.year < 1949 || details.year > 2999, "year", "range", tr("年度请写四位年份，如2021"));
    rules.addIf(details.employees.value_or(0) < 0, "employees", "range", tr("员工总数不能是负数"));
    rules.addIf(details.technicalStaff.value_or(0) < 0, "technicalStaff", "range", tr("科技人员数不能是负数"));
    rules.length("source", details.source, 200, tr("来源"));
    return rules.take();
}

} // namespace mishutai::parties
