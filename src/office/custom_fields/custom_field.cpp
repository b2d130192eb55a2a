#include "office/custom_fields/custom_field.h"

#include "base/decimal.h"
#include "base/period.h"
#include "base/text/amount_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::office {

namespace {

constexpr int kMostOfName = 40;
constexpr int kMostOfText = 1000;
constexpr char kNoPartOfName[] = "{}|=,;:@\"\n\t"; // they mean something in templates and kept layouts

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

Error unreadable(const CustomFieldDetails &field, const QString &typed, const QString &remedy)
{
    const QString message = tr("%1写的「%2」读不懂，%3").arg(field.name, typed.left(40), remedy);
    return Error(Error::Kind::Validation, message).withFields({{customKey(field.name), "format", message}});
}

} // namespace

const ChoiceTable<CustomOwner> &customOwners()
{
    static const ChoiceTable<CustomOwner> table("Office",
        {
            {CustomOwner::Unit, "UNIT", QT_TRANSLATE_NOOP("Office", "单位")},
            {CustomOwner::Member, "MEMBER", QT_TRANSLATE_NOOP("Office", "会员")},
        });
    return table;
}

const ChoiceTable<CustomKind> &customKinds()
{
    static const ChoiceTable<CustomKind> table("Office",
        {
            {CustomKind::Text, "TEXT", QT_TRANSLATE_NOOP("Office", "文字"), "文本"},
            {CustomKind::Number, "NUMBER", QT_TRANSLATE_NOOP("Office", "数"), "数字/数值"},
            {CustomKind::Money, "MONEY", QT_TRANSLATE_NOOP("Office", "金额"), "金额（元）"},
            {CustomKind::Date, "DATE", QT_TRANSLATE_NOOP("Office", "日期")},
            {CustomKind::Choice, "CHOICE", QT_TRANSLATE_NOOP("Office", "选项"), "选择"},
            {CustomKind::YesNo, "YES_NO", QT_TRANSLATE_NOOP("Office", "是否"), "是/否"},
        });
    return table;
}

CustomFieldDetails tidied(CustomFieldDetails details)
{
    details.name = details.name.trimmed().replace('(', QStringLiteral("（")).replace(')', QStringLiteral("）"));
    for (QString &choice : details.choices)
        choice = choice.trimmed();
    details.choices.removeAll(QString());
    details.choices.removeDuplicates();
    if (details.kind != CustomKind::Choice)
        details.choices.clear();
    return details;
}

QString customKey(const QString &name)
{
    return QStringLiteral("custom.") + name;
}

std::vector<FieldError> validate(const CustomFieldDetails &details)
{
    std::vector<FieldError> faults;
    if (details.name.isEmpty() || details.name.size() > kMostOfName)
        faults.push_back({"name", "length", tr("字段名称应有1到%1个字").arg(kMostOfName)});
    const auto isForbidden = [](QChar c) { return QLatin1String(kNoPartOfName).contains(c); };
    if (std::ranges::any_of(details.name, isForbidden))
        faults.push_back({"name", "format", tr("字段名称里不能有 { } | = , ; : @ 和引号，请去掉")});
    if (details.kind == CustomKind::Choice && details.choices.isEmpty())
        faults.push_back({"choices", "required", tr("选项字段请写出可选的内容，用分号隔开")});
    return faults;
}

QString storedValue(const CustomFieldDetails &field, const QString &given, QDate today)
{
    const QString typed = given.trimmed();
    if (typed.isEmpty())
        return {};
    switch (field.kind) {
    case CustomKind::Text:
        if (typed.size() > kMostOfText)
            throw unreadable(field, typed, tr("最多%1个字").arg(kMostOfText));
        return typed;
    case CustomKind::Number:
        if (const auto number = Decimal::parse(typed))
            return QString::number(number->micro());
        throw unreadable(field, typed, tr("请写数"));
    case CustomKind::Money:
        if (const auto amount = parseAmountInYuan(typed))
            return QString::number(amount->fen());
        throw unreadable(field, typed, tr("请写以元为单位的金额"));
    case CustomKind::Date:
        if (const auto day = parseCellDate(typed, today))
            return day->toString(Qt::ISODate);
        throw unreadable(field, typed, tr("请写成2021-05-14这样"));
    case CustomKind::Choice:
        if (field.choices.contains(typed))
            return typed;
        throw unreadable(field, typed, tr("请写：%1").arg(field.choices.join("、")));
    case CustomKind::YesNo:
        if (typed == tr("是") || typed == "1")
            return "1";
        if (typed == tr("否") || typed == "0")
            return "0";
        throw unreadable(field, typed, tr("请写是或否"));
    }
    return {};
}

QString shownValue(const CustomFieldDetails &field, const QString &stored)
{
    if (stored.isEmpty())
        return {};
    if (field.kind == CustomKind::Number)
        return Decimal::fromMicro(stored.toLongLong()).text();
    if (field.kind == CustomKind::Money)
        return Money::fromFen(stored.toLongLong()).yuan();
    if (field.kind == CustomKind::YesNo)
        return stored == "1" ? tr("是") : tr("否");
    return stored;
}

} // namespace mishutai::office
