#include "casework/receipts/receipt.h"

#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::casework {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Casework", text);
}

} // namespace

std::vector<FieldError> validate(const ReceiptDetails &details)
{
    parties::FieldRules rules;
    rules.addIf(details.sentOn.isValid() && details.answeredOn.isValid() && details.answeredOn < details.sentOn, "answeredOn",
        "range", tr("回复日期早于发出日期"));
    rules.addIf(
        !details.answer.isEmpty() && !details.answeredOn.isValid(), "answeredOn", "required", tr("填了回复内容，请填回复日期"));
    rules.length("answer", details.answer, 2000, tr("回复内容"));
    return rules.take();
}

} // namespace mishutai::casework
