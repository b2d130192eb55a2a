#include "casework/units/case_unit.h"

#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::casework {

const office::ChoiceTable<CaseUnitRole> &caseUnitRoles()
{
    static const office::ChoiceTable<CaseUnitRole> table("Casework",
        {
            {CaseUnitRole::Served, "SERVED", QT_TRANSLATE_NOOP("Casework", "服务对象"), "服务企业/走访企业"},
            {CaseUnitRole::ThirdParty, "THIRD_PARTY", QT_TRANSLATE_NOOP("Casework", "第三方机构"), "第三方"},
            {CaseUnitRole::Supplier, "SUPPLIER", QT_TRANSLATE_NOOP("Casework", "供方"), "供应方"},
            {CaseUnitRole::Demander, "DEMANDER", QT_TRANSLATE_NOOP("Casework", "需方"), "需求方"},
            {CaseUnitRole::Partner, "PARTNER", QT_TRANSLATE_NOOP("Casework", "合作单位"), "联合单位"},
            {CaseUnitRole::Expert, "EXPERT", QT_TRANSLATE_NOOP("Casework", "专家单位"), "专家"},
            {CaseUnitRole::Bank, "BANK", QT_TRANSLATE_NOOP("Casework", "金融机构"), "银行"},
        });
    return table;
}

std::vector<FieldError> validate(const CaseUnitDetails &details)
{
    parties::FieldRules rules;
    rules.length("note", details.note, 300, QCoreApplication::translate("Casework", "说明"));
    return rules.take();
}

} // namespace mishutai::casework
