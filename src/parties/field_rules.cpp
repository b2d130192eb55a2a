#include "parties/field_rules.h"

#include "base/chinese/credit_code.h"
#include "base/chinese/phone.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control && c != u'\n' && c != u'\r' && c != u'\t';
}

} // namespace

void FieldRules::required(const QString &field, const QString &value, const QString &label)
{
    if (value.isEmpty())
        add(field, "required", tr("请填写%1").arg(label));
}

void FieldRules::length(const QString &field, const QString &value, int most, const QString &label)
{
    if (value.size() > most)
        add(field, "length", tr("%1最多%2个字，现在有%3个").arg(label).arg(most).arg(value.size()));
    else if (std::ranges::any_of(value, isControl))
        add(field, "control", tr("%1含有看不见的控制字符，请重新输入").arg(label));
}

void FieldRules::phone(const QString &field, const QString &value)
{
    if (twoPhones(value))
        add(field, "format", tr("「%1」是两个电话；这一格只写一个，另一个请写到「其他电话」或备注").arg(value.left(40)));
    else if (!value.isEmpty() && normalizedPhone(value) != value)
        add(field, "format", tr("「%1」不是电话号码：手机11位，座机带区号，如028-85550123").arg(value.left(40)));
}

void FieldRules::email(const QString &field, const QString &value)
{
    const qsizetype at = value.indexOf(u'@');
    if (!value.isEmpty() && (at < 1 || at == value.size() - 1))
        add(field, "format", tr("「%1」不是电子邮箱，应像 name@example.cn").arg(value.left(40)));
}

void FieldRules::creditCode(const QString &field, const QString &value)
{
    if (value.isEmpty())
        return;
    if (const std::optional<QString> fault = creditCodeFault(value))
        add(field, "format", *fault);
}

void FieldRules::addIf(bool isWrong, const QString &field, const QString &code, const QString &message)
{
    if (isWrong)
        add(field, code, message);
}

void throwIfAny(std::vector<FieldError> errors, const QString &problem)
{
    if (!errors.empty())
        throw Error(Error::Kind::Validation, problem).withFields(std::move(errors));
}

QString tidiedPhone(const QString &phone)
{
    return normalizedPhone(phone).value_or(phone.trimmed());
}

QString maskedText(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("****");
}

} // namespace mishutai::parties
