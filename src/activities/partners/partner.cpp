#include "activities/partners/partner.h"

#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::activities {

const office::ChoiceTable<PartnerRole> &partnerRoles()
{
    static const office::ChoiceTable<PartnerRole> table("Activities",
        {
            {PartnerRole::Guide, "GUIDE", QT_TRANSLATE_NOOP("Activities", "指导单位"), "指导"},
            {PartnerRole::Host, "HOST", QT_TRANSLATE_NOOP("Activities", "主办单位"), "主办"},
            {PartnerRole::Undertake, "UNDERTAKE", QT_TRANSLATE_NOOP("Activities", "承办单位"), "承办"},
            {PartnerRole::Assist, "ASSIST", QT_TRANSLATE_NOOP("Activities", "协办单位"), "协办"},
            {PartnerRole::Support, "SUPPORT", QT_TRANSLATE_NOOP("Activities", "支持单位"), "支持"},
            {PartnerRole::Venue, "VENUE", QT_TRANSLATE_NOOP("Activities", "场地单位"), "场地"},
            {PartnerRole::Media, "MEDIA", QT_TRANSLATE_NOOP("Activities", "报道媒体"), "媒体/媒体支持"},
        });
    return table;
}

std::vector<FieldError> validate(const PartnerDetails &details)
{
    parties::FieldRules rules;
    rules.length("note", details.note, 300, QCoreApplication::translate("Activities", "说明"));
    return rules.take();
}

} // namespace mishutai::activities
