#include "activities/outcomes/outcome.h"

#include "office/sheets/inexact_cells.h"
#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::activities {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Activities", text);
}

} // namespace

const office::ChoiceTable<OutcomeKind> &outcomeKinds()
{
    static const office::ChoiceTable<OutcomeKind> table("Activities",
        {
            {OutcomeKind::Resolution, "RESOLUTION", QT_TRANSLATE_NOOP("Activities", "决议"), "决定"},
            {OutcomeKind::DocumentAdopted, "DOCUMENT_ADOPTED", QT_TRANSLATE_NOOP("Activities", "通过文件"), "通过制度/审议通过"},
            {OutcomeKind::Match, "MATCH", QT_TRANSLATE_NOOP("Activities", "牵线结对"), "结对/对接成功"},
            {OutcomeKind::Signing, "SIGNING", QT_TRANSLATE_NOOP("Activities", "签约"), "现场签约"},
            {OutcomeKind::DemandsCollected, "DEMANDS_COLLECTED", QT_TRANSLATE_NOOP("Activities", "征集供需"), "征集需求"},
            {OutcomeKind::Publicity, "PUBLICITY", QT_TRANSLATE_NOOP("Activities", "宣传报道"), "报道/采访"},
            {OutcomeKind::Presentation, "PRESENTATION", QT_TRANSLATE_NOOP("Activities", "专题推介"), "推介"},
            {OutcomeKind::Speech, "SPEECH", QT_TRANSLATE_NOOP("Activities", "致辞讲话"), "讲话/致辞"},
            {OutcomeKind::Other, "OTHER", QT_TRANSLATE_NOOP("Activities", "其他")},
        });
    return table;
}

OutcomeDetails tidied(OutcomeDetails details)
{
    details.title = details.title.trimmed();
    details.quantityUnit = details.quantityUnit.trimmed();
    details.note = details.note.trimmed();
    if (details.quantity && details.quantityUnit.isEmpty())
        details.quantityUnit = details.quantity->unit();
    details.quantity = office::withoutUnit(details.quantity, details.quantityUnit);
    return details;
}

std::vector<FieldError> validate(const OutcomeDetails &details)
{
    parties::FieldRules rules;
    rules.required("title", details.title, tr("成果名称"));
    rules.length("title", details.title, 300, tr("成果名称"));
    rules.length("quantityUnit", details.quantityUnit, 20, tr("计量单位"));
    rules.length("note", details.note, 1000, tr("备注"));
    rules.addIf(details.lineNumber < 0, "lineNumber", "range", tr("序号应是正整数"));
    const std::optional<Decimal> value = details.quantity ? details.quantity->value() : std::nullopt;
    rules.addIf(value && value->micro() < 0, "quantity", "range", tr("数量不能是负数"));
    rules.addIf(details.unit && details.unit == details.otherUnit, "otherUnit", "same", tr("对方单位和单位是同一家"));
    return rules.take();
}

} // namespace mishutai::activities
