#include "office/profile/office_profile.h"

#include "base/chinese/credit_code.h"
#include "base/chinese/phone.h"

#include <QCoreApplication>

namespace mishutai::office {

namespace {

constexpr qsizetype kMostCharacters = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

struct TextField {
    const char *field;
    QString OfficeDetails::*text;
    const char *label;
};

constexpr TextField kTexts[] = {
    {"name", &OfficeDetails::name, QT_TRANSLATE_NOOP("Office", "单位名称")},
    {"shortName", &OfficeDetails::shortName, QT_TRANSLATE_NOOP("Office", "简称")},
    {"addressee", &OfficeDetails::addressee, QT_TRANSLATE_NOOP("Office", "主送单位")},
    {"signer", &OfficeDetails::signer, QT_TRANSLATE_NOOP("Office", "落款")},
    {"authority", &OfficeDetails::authority, QT_TRANSLATE_NOOP("Office", "登记管理机关")},
    {"region", &OfficeDetails::region, QT_TRANSLATE_NOOP("Office", "所在地区")},
    {"address", &OfficeDetails::address, QT_TRANSLATE_NOOP("Office", "地址")},
    {"contact", &OfficeDetails::contact, QT_TRANSLATE_NOOP("Office", "联系人")},
};

} // namespace

OfficeDetails tidied(OfficeDetails details)
{
    for (const TextField &field : kTexts)
        details.*field.text = (details.*field.text).trimmed();
    details.creditCode = normalizedCreditCode(details.creditCode);
    details.phone = normalizedPhone(details.phone).value_or(details.phone.trimmed());
    return details;
}

std::vector<FieldError> validate(const OfficeDetails &details)
{
    std::vector<FieldError> faults;
    if (details.name.isEmpty())
        faults.push_back({"name", "required", tr("请填写单位名称")});
    for (const TextField &field : kTexts) {
        if ((details.*field.text).size() > kMostCharacters)
            faults.push_back(
                {QString::fromLatin1(field.field), "length", tr("%1不能超过%2个字").arg(tr(field.label)).arg(kMostCharacters)});
    }
    if (!details.creditCode.isEmpty()) {
        if (const auto fault = creditCodeFault(details.creditCode))
            faults.push_back({"creditCode", "format", *fault});
    }
    if (!details.phone.isEmpty() && normalizedPhone(details.phone) != details.phone)
        faults.push_back({"phone", "format", tr("联系电话不像电话号码，请写手机号或带区号的座机号")});
    if (details.registeredFund && details.registeredFund->isNegative())
        faults.push_back({"registeredFund", "range", tr("注册资金不能是负数")});
    if (details.startedOn.isValid() && details.registeredOn.isValid() && details.registeredOn < details.startedOn)
        faults.push_back({"registeredOn", "order", tr("登记注册日期不能早于启动组建日期")});
    return faults;
}

} // namespace mishutai::office
