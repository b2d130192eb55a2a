#include "base/chinese/credit_code.h"

#include "base/chinese/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai {

namespace {

constexpr QStringView kCharacters = u"0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr qsizetype kLength = 18;
constexpr int kModulus = 31;

/// Letters left out of the set because they look like others.
struct LookAlike {
    QChar typed;
    QChar meant;
};
constexpr LookAlike kLookAlikes[] = {{u'I', u'1'}, {u'O', u'0'}, {u'S', u'5'}, {u'V', u'U'}, {u'Z', u'2'}};

bool belongs(QChar c)
{
    return kCharacters.contains(c);
}

QString characterFault(qsizetype position, QChar typed)
{
    const auto alike
        = std::find_if(std::begin(kLookAlikes), std::end(kLookAlikes), [typed](const LookAlike &l) { return l.typed == typed; });
    const QString where = QCoreApplication::translate("Base", "统一社会信用代码第%1位不能是“%2”").arg(position).arg(typed);
    if (alike == std::end(kLookAlikes))
        return where;
    return where + QCoreApplication::translate("Base", "，可能是“%1”").arg(alike->meant);
}

} // namespace

QString normalizedCreditCode(QStringView text)
{
    QString code = toHalfWidth(text).toUpper();
    code.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
    return code;
}

std::optional<QChar> creditCodeCheckDigit(QStringView first17)
{
    if (first17.size() != kLength - 1 || !std::all_of(first17.begin(), first17.end(), belongs))
        return std::nullopt;
    int sum = 0;
    int weight = 1;
    for (const QChar c : first17) {
        sum += static_cast<int>(kCharacters.indexOf(c)) * weight;
        weight = weight * 3 % kModulus;
    }
    return kCharacters[(kModulus - sum % kModulus) % kModulus];
}

bool isCreditCode(QStringView code)
{
    return code.size() == kLength && creditCodeCheckDigit(code.first(kLength - 1)) == code.back();
}

std::optional<QString> completedCreditCode(QStringView first17)
{
    const auto check = creditCodeCheckDigit(first17);
    return check ? std::optional(first17.toString() + *check) : std::nullopt;
}

std::optional<QString> creditCodeFault(QStringView text)
{
    const QString code = normalizedCreditCode(text);
    const auto stranger = std::find_if_not(code.begin(), code.end(), belongs);
    if (stranger != code.end())
        return characterFault(stranger - code.begin() + 1, *stranger);
    if (code.size() != kLength)
        return QCoreApplication::translate("Base", "统一社会信用代码应为18位，现在是%1位").arg(code.size());
    if (isCreditCode(code))
        return std::nullopt;
    QString fault = QCoreApplication::translate("Base", "统一社会信用代码的校验位不符，请与营业执照或登记证书核对是否输错了一位");
    if (const auto check = creditCodeCheckDigit(QStringView(code).first(kLength - 1)))
        fault += QCoreApplication::translate("Base", "（前17位若无误，第18位应为「%1」）").arg(*check);
    return fault;
}

} // namespace mishutai
