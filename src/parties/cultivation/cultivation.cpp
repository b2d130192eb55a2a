#include "parties/cultivation/cultivation.h"

#include "parties/field_rules.h"

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

bool hasCome(QDate step, QDate day)
{
    return step.isValid() && step <= day;
}

} // namespace

const office::ChoiceTable<Pool> &pools()
{
    static const office::ChoiceTable<Pool> table("Parties",
        {
            {Pool::ToScale, "TO_SCALE", QT_TRANSLATE_NOOP("Parties", "小升规"), "升规/规上培育"},
            {Pool::HiddenChampion, "HIDDEN_CHAMPION", QT_TRANSLATE_NOOP("Parties", "隐形冠军")},
            {Pool::Specialised, "SPECIALISED", QT_TRANSLATE_NOOP("Parties", "专精特新")},
            {Pool::Over100M, "OVER_100M", QT_TRANSLATE_NOOP("Parties", "超亿元"), "亿元企业"},
            {Pool::Digital, "DIGITAL", QT_TRANSLATE_NOOP("Parties", "两化融合"), "数字化/数字经济"},
            {Pool::Other, "OTHER", QT_TRANSLATE_NOOP("Parties", "其他")},
        });
    return table;
}

QString label(CultivationStage stage)
{
    switch (stage) {
    case CultivationStage::Growing:
        return tr("培育中");
    case CultivationStage::Waiting:
        return tr("待审");
    case CultivationStage::Approved:
        return tr("过审");
    case CultivationStage::Inside:
        return tr("入库");
    case CultivationStage::Left:
        return tr("出库");
    }
    return {};
}

CultivationStage CultivationDetails::stageOn(QDate day) const
{
    if (hasCome(leftOn, day))
        return CultivationStage::Left;
    if (hasCome(enteredOn, day))
        return CultivationStage::Inside;
    if (hasCome(approvedOn, day))
        return CultivationStage::Approved;
    return hasCome(appliedOn, day) ? CultivationStage::Waiting : CultivationStage::Growing;
}

QDate CultivationDetails::stepOn(QDate day) const
{
    for (const QDate step : {leftOn, enteredOn, approvedOn, appliedOn}) {
        if (hasCome(step, day))
            return step;
    }
    return {};
}

QString CultivationDetails::poolName() const
{
    return pool == Pool::Other ? title : pools().label(pool) + (title.isEmpty() ? QString() : tr("（%1）").arg(title));
}

std::vector<FieldError> validate(const CultivationDetails &d)
{
    FieldRules rules;
    rules.length("title", d.title, 60, tr("名称"));
    rules.length("notes", d.notes, 1000, tr("备注"));
    rules.addIf(d.year < 1949 || d.year > 2999, "year", "range", tr("年度请写四位年份，如2021"));
    rules.addIf(d.pool == Pool::Other && d.title.isEmpty(), "title", "required", tr("培育库为「其他」时，请填写名称"));
    const auto order = [&](QDate first, QDate second, const char *field, const QString &message) {
        rules.addIf(first.isValid() && second.isValid() && second < first, field, "order", message);
    };
    order(d.appliedOn, d.approvedOn, "approvedOn", tr("过审日期应在申报日期之后"));
    order(d.approvedOn.isValid() ? d.approvedOn : d.appliedOn, d.enteredOn, "enteredOn", tr("入库日期应在申报、过审之后"));
    rules.addIf(d.leftOn.isValid() && (!d.enteredOn.isValid() || d.leftOn <= d.enteredOn), "leftOn", "order",
        tr("出库日期应在入库日期之后"));
    return rules.take();
}

} // namespace mishutai::parties
