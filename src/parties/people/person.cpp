#include "parties/people/person.h"

#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

struct TextField {
    const char *field;
    QString PersonDetails::*text;
    int most;
    const char *label;
};

constexpr TextField kTexts[] = {
    {"code", &PersonDetails::code, 40, QT_TRANSLATE_NOOP("Parties", "人员编号")},
    {"name", &PersonDetails::name, 60, QT_TRANSLATE_NOOP("Parties", "姓名")},
    {"email", &PersonDetails::email, 100, QT_TRANSLATE_NOOP("Parties", "电子邮箱")},
    {"wechat", &PersonDetails::wechat, 60, QT_TRANSLATE_NOOP("Parties", "微信")},
    {"title", &PersonDetails::title, 60, QT_TRANSLATE_NOOP("Parties", "职称")},
    {"politicalStatus", &PersonDetails::politicalStatus, 40, QT_TRANSLATE_NOOP("Parties", "政治面貌")},
    {"expertise", &PersonDetails::expertise, 300, QT_TRANSLATE_NOOP("Parties", "专长")},
    {"tags", &PersonDetails::tags, 300, QT_TRANSLATE_NOOP("Parties", "标签")},
    {"notes", &PersonDetails::notes, 10000, QT_TRANSLATE_NOOP("Parties", "备注")},
};

} // namespace

const office::ChoiceTable<Gender> &genders()
{
    static const office::ChoiceTable<Gender> table("Parties",
        {
            {Gender::Male, "MALE", QT_TRANSLATE_NOOP("Parties", "男")},
            {Gender::Female, "FEMALE", QT_TRANSLATE_NOOP("Parties", "女")},
        });
    return table;
}

PersonDetails tidied(PersonDetails details)
{
    for (const TextField &each : kTexts)
        details.*each.text = (details.*each.text).trimmed();
    details.phone = tidiedPhone(details.phone);
    details.otherPhone = tidiedPhone(details.otherPhone);
    return details;
}

ContactDetails tidied(ContactDetails details)
{
    details.post = details.post.trimmed();
    details.purpose = details.purpose.trimmed();
    details.notes = details.notes.trimmed();
    return details;
}

std::vector<FieldError> validate(const PersonDetails &details)
{
    FieldRules rules;
    rules.required(QStringLiteral("name"), details.name, tr("姓名"));
    for (const TextField &each : kTexts)
        rules.length(QString::fromLatin1(each.field), details.*each.text, each.most, tr(each.label));
    rules.phone(QStringLiteral("phone"), details.phone);
    rules.phone(QStringLiteral("otherPhone"), details.otherPhone);
    const qsizetype at = details.email.indexOf(QLatin1Char('@'));
    rules.addIf(!details.email.isEmpty() && (at < 1 || at == details.email.size() - 1), QStringLiteral("email"),
        QStringLiteral("format"), tr("「%1」不是电子邮箱，应像 name@example.cn").arg(details.email.left(40)));
    return rules.take();
}

std::vector<FieldError> validate(const ContactDetails &details)
{
    FieldRules rules;
    rules.length(QStringLiteral("post"), details.post, 100, tr("职务"));
    rules.length(QStringLiteral("purpose"), details.purpose, 100, tr("用途"));
    rules.length(QStringLiteral("notes"), details.notes, 10000, tr("备注"));
    rules.addIf(details.fromOn.isValid() && details.toOn.isValid() && details.toOn <= details.fromOn, QStringLiteral("toOn"),
        QStringLiteral("order"), tr("终止日期应晚于起始日期"));
    return rules.take();
}

} // namespace mishutai::parties
