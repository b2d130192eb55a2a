#include "parties/unit_facts/unit_fact.h"

#include "parties/field_rules.h"

#include <QCoreApplication>

#include <limits>

namespace mishutai::parties {

namespace {

constexpr qint64 kMicro = 1'000'000;
constexpr qint64 kMicroOfFen = 10'000;
constexpr qint64 kWan = 10'000;

/// The figure with another number and the same words.
Quantity withMicro(const Quantity &figure, qint64 micro)
{
    return Quantity::worded(Decimal::fromMicro(micro), figure.wording());
}

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

Quantity yuanOf(Money amount)
{
    return Quantity::exact(Decimal::fromMicro(amount.fen() * kMicroOfFen));
}

QString wanText(const std::optional<Quantity> &yuan)
{
    if (!yuan || !yuan->value())
        return yuan ? yuan->text() : QString();
    // Whole fen are whole millionths of 万元.
    return withMicro(*yuan, yuan->value()->micro() / kWan).text();
}

std::optional<Quantity> yuanOfWan(const std::optional<Quantity> &wan)
{
    if (!wan || !wan->value())
        return wan;
    constexpr qint64 kMost = std::numeric_limits<qint64>::max() / kWan;
    const qint64 micro = wan->value()->micro();
    if (micro > kMost || micro < -kMost)
        throw Error(Error::Kind::Validation, tr("金额太大"), {}, tr("这里以万元计，请核对"));
    return withMicro(*wan, micro * kWan);
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
    rules.length("batch", details.batch, 40, tr("批次"));
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
    const auto count = [&](const char *field, const std::optional<Quantity> &figure, const QString &label) {
        const qint64 micro = figure && figure->value() ? figure->value()->micro() : 0;
        rules.addIf(micro < 0 || micro % kMicro != 0, field, "range", tr("%1应是不小于零的整数").arg(label));
    };
    const auto amount = [&](const char *field, const std::optional<Quantity> &figure, const QString &label) {
        const qint64 micro = figure && figure->value() ? figure->value()->micro() : 0;
        rules.addIf(micro % kMicroOfFen != 0, field, "range", tr("%1最多写到分").arg(label));
    };
    count("employees", details.employees, tr("员工总数"));
    count("technicalStaff", details.technicalStaff, tr("科技人员数"));
    amount("output", details.output, tr("产值"));
    amount("revenue", details.revenue, tr("营业收入"));
    amount("tax", details.tax, tr("纳税"));
    amount("exports", details.exports, tr("出口"));
    rules.length("source", details.source, 200, tr("来源"));
    return rules.take();
}

} // namespace mishutai::parties
