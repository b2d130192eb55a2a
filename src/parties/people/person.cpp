#include "parties/people/person.h"

#include "parties/field_rules.h"

#include <QCoreApplication>
#include <QRegularExpression>

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

/// Each topic once, the known ones first and in their order. People part them by 、 or blanks as well.
QStringList tidiedTopics(const QStringList &topics)
{
    static const QRegularExpression separator(QStringLiteral("[；;、，,/\\s]+"));
    QStringList given = topics.join(u'；').split(separator, Qt::SkipEmptyParts);
    given.removeDuplicates();
    QStringList result;
    for (const QString &known : contactTopics()) {
        if (given.removeOne(known))
            result.append(known);
    }
    return result + given;
}

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

const QStringList &contactTopics()
{
    static const QStringList topics{
        tr("日常联络"), tr("会费"), tr("财务"), tr("活动"), tr("项目"), tr("党建"), tr("宣传"), tr("政策")};
    return topics;
}

ContactDetails tidied(ContactDetails details)
{
    for (QString ContactDetails::*text :
        {&ContactDetails::post, &ContactDetails::notes, &ContactDetails::salutation, &ContactDetails::department})
        details.*text = (details.*text).trimmed();
    details.topics = tidiedTopics(details.topics);
    return details;
}

std::vector<FieldError> validate(const PersonDetails &details)
{
    FieldRules rules;
    rules.required(QStringLiteral("name"), details.name, tr("姓名"));
    for (const TextField &each : kTexts) {
        if (!(details.*each.text).isEmpty())
            rules.length(QString::fromLatin1(each.field), details.*each.text, each.most, tr(each.label));
    }
    rules.phone(QStringLiteral("phone"), details.phone);
    rules.phone(QStringLiteral("otherPhone"), details.otherPhone);
    rules.email(QStringLiteral("email"), details.email);
    return rules.take();
}

std::vector<FieldError> validate(const ContactDetails &details)
{
    FieldRules rules;
    rules.length(QStringLiteral("post"), details.post, 100, tr("职务"));
    rules.length(QStringLiteral("topics"), details.topics.join(QStringLiteral("；")), 100, tr("对接事项"));
    rules.length(QStringLiteral("salutation"), details.salutation, 40, tr("称谓"));
    rules.length(QStringLiteral("department"), details.department, 100, tr("部门"));
    rules.length(QStringLiteral("notes"), details.notes, 10000, tr("备注"));
    rules.addIf(details.fromOn.isValid() && details.toOn.isValid() && details.toOn <= details.fromOn, QStringLiteral("toOn"),
        QStringLiteral("order"), tr("终止日期应晚于起始日期"));
    return rules.take();
}

} // namespace mishutai::parties
