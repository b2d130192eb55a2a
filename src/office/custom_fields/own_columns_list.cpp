#include "office/custom_fields/own_columns_list.h"

#include "office/custom_fields/custom_field_repository.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::office {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

db::ColumnType typeOf(CustomKind kind)
{
    switch (kind) {
    case CustomKind::Text:
        return db::ColumnType::Text;
    case CustomKind::Number:
        return db::ColumnType::Decimal;
    case CustomKind::Money:
        return db::ColumnType::Money;
    case CustomKind::Date:
        return db::ColumnType::Date;
    case CustomKind::Choice:
    case CustomKind::YesNo: // 否 is an answer too, and a flag shows it as nothing
        return db::ColumnType::Choice;
    }
    return db::ColumnType::Text;
}

std::vector<db::Choice> choicesOf(const CustomFieldDetails &field)
{
    if (field.kind == CustomKind::YesNo)
        return {{"1", tr("是")}, {"0", tr("否")}};
    std::vector<db::Choice> choices;
    for (const QString &choice : field.choices)
        choices.push_back({choice, choice});
    return choices;
}

int widthOf(const CustomFieldDetails &field)
{
    constexpr int kNarrowest = 10;
    constexpr int kWidest = 20;
    return qBound(kNarrowest, static_cast<int>(field.name.size()) * 2 + 2, kWidest);
}

} // namespace

QString ownGroup()
{
    return tr("本单位自定义");
}

db::ListColumn columnOf(const CustomField &field, const QString &record)
{
    const bool isNumber = field.details.kind == CustomKind::Number || field.details.kind == CustomKind::Money;
    return {.key = QStringLiteral("custom.%1").arg(field.id),
        .title = field.details.name,
        .expression
        = QStringLiteral("(SELECT %1 FROM custom_values AS v WHERE v.field_id = %2 AND v.record_id = %3 AND v.value <> '')")
              .arg(isNumber ? QStringLiteral("cast(v.value AS bigint)") : QStringLiteral("v.value"), QString::number(field.id),
                  record),
        .type = typeOf(field.details.kind),
        .isShown = false,
        .isTotalled = isNumber,
        .choices = choicesOf(field.details),
        .widthInCharacters = widthOf(field.details),
        .group = ownGroup()};
}

db::ListDefinition withOwnColumns(db::ListDefinition list, const session::Session &session, const std::vector<OwnColumns> &owners)
{
    session.require(session::Operation::OfficeRead);
    const CustomFieldRepository repository(session.database());
    for (const OwnColumns &each : owners) {
        for (const CustomField &field : repository.fields(each.owner)) {
            if (field.details.isRetired)
                continue;
            list.columns.push_back(columnOf(field, each.record));
            if (!list.tables.contains(QStringLiteral("custom_values")))
                list.tables << QStringLiteral("custom_values");
            if (field.details.kind == CustomKind::Text)
                list.alsoSearched.push_back({field.details.name,
                    QStringLiteral("%1 JOIN custom_values AS v ON v.field_id = %2 AND v.record_id = %3")
                        .arg(list.idFrom, QString::number(field.id), each.record),
                    list.idColumn, QStringLiteral("v.value"), false});
        }
    }
    return list;
}

} // namespace mishutai::office
