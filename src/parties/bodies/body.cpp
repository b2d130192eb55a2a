#include "parties/bodies/body.h"

#include "parties/field_rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

} // namespace

const office::ChoiceTable<BodyForm> &bodyForms()
{
    static const office::ChoiceTable<BodyForm> table("Parties",
        {
            {BodyForm::Enterprise, "ENTERPRISE", QT_TRANSLATE_NOOP("Parties", "企业科协"), "企业科学技术协会/企业"},
            {BodyForm::Association, "ASSOCIATION", QT_TRANSLATE_NOOP("Parties", "社会团体"), "社团"},
            {BodyForm::NonEnterprise, "NON_ENTERPRISE", QT_TRANSLATE_NOOP("Parties", "民办非企业单位"), "民办非/民非"},
            {BodyForm::Internal, "INTERNAL", QT_TRANSLATE_NOOP("Parties", "内设组织"), "内设/内设机构"},
            {BodyForm::Committee, "COMMITTEE", QT_TRANSLATE_NOOP("Parties", "专委会"), "专业委员会"},
            {BodyForm::Branch, "BRANCH", QT_TRANSLATE_NOOP("Parties", "分会"), "分支机构/工作站"},
        });
    return table;
}

std::vector<BodyOffice> officesOf(const QString &post)
{
    static const QRegularExpression separators(QStringLiteral("[兼、，,；;/／\\s]+"));
    static const QRegularExpression chair(QStringLiteral("主席|会长|理事长|主任委员"));
    std::vector<BodyOffice> offices;
    const auto add = [&](BodyOffice office) {
        if (std::ranges::find(offices, office) == offices.end())
            offices.push_back(office);
    };
    for (const QString &part : post.split(separators, Qt::SkipEmptyParts)) {
        const bool isDeputy = part.contains(u'副');
        if (part.contains(u"秘书长"))
            add(isDeputy ? BodyOffice::DeputySecretaryGeneral : BodyOffice::SecretaryGeneral);
        else if (part.contains(chair) && !part.contains(u"名誉"))
            add(isDeputy ? BodyOffice::ViceChair : BodyOffice::Chair);
    }
    return offices;
}

std::optional<BodyForm> guessedForm(const QString &name)
{
    struct Row {
        BodyForm form;
        QRegularExpression name;
    };
    // A zone's 科协 is registered or set up inside an administration, which no name tells; a university is no company.
    static const Row rows[] = {
        {BodyForm::Committee, QRegularExpression(QStringLiteral("(专业|专家)?委员会$|专委会$"))},
        {BodyForm::Branch, QRegularExpression(QStringLiteral("(分会|分支机构|工作站)$"))},
        {BodyForm::NonEnterprise, QRegularExpression(QStringLiteral("(促进|服务|发展)中心$"))},
        {BodyForm::Enterprise,
            QRegularExpression(
                QStringLiteral("^(?!.*(区|园|基地|市|县|省|大学|学院|学校|医院)(科协|科学技术协会)$).+(科协|科学技术协会)$"))},
        {BodyForm::Association, QRegularExpression(QStringLiteral("(?<!科学技术)(协会|学会|商会|联合会|促进会)$"))},
    };
    const QString plain = name.trimmed();
    for (const Row &row : rows) {
        if (row.name.match(plain).hasMatch())
            return row.form;
    }
    return std::nullopt;
}

std::vector<FieldError> validate(const BodyDetails &details)
{
    FieldRules rules;
    rules.length("approvalNo", details.approvalNo, 100, tr("批准文号"));
    rules.length("approvedBy", details.approvedBy, 100, tr("批准单位"));
    rules.length("notes", details.notes, 1000, tr("备注"));
    rules.addIf(details.approvedOn.isValid() && details.dissolvedOn.isValid() && details.dissolvedOn <= details.approvedOn,
        "dissolvedOn", "order", tr("撤销日期应晚于批准时间"));
    rules.addIf(details.executiveUnit == details.unit, "executiveUnit", "self", tr("秘书长执行单位不能是这个组织自己"));
    const auto count = [&](const char *field, const std::optional<int> &value, const QString &label) {
        rules.addIf(value && *value < 0, field, "range", tr("%1应是不小于零的整数").arg(label));
    };
    count("unitMembers", details.unitMembers, tr("单位会员数量"));
    count("personMembers", details.personMembers, tr("个人会员数量"));
    return rules.take();
}

} // namespace mishutai::parties
