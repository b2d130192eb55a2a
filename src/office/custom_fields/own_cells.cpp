#include "office/custom_fields/own_cells.h"

#include "office/custom_fields/custom_field_repository.h"
#include "office/custom_fields/custom_value_service.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::office {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

QString formatOf(const CustomFieldDetails &field)
{
    switch (field.kind) {
    case CustomKind::Choice:
        return field.choices.join('/');
    case CustomKind::YesNo:
        return tr("是/否");
    case CustomKind::Money:
        return tr("金额（元）");
    default:
        return customKinds().label(field.kind);
    }
}

} // namespace

std::vector<SheetColumn> ownColumns(session::Session &session, CustomOwner owner)
{
    session.require(session::Operation::OfficeRead);
    std::vector<SheetColumn> columns;
    for (const CustomField &field : CustomFieldRepository(session.database()).fields(owner))
        columns.push_back({customKey(field.details.name), field.details.name, {}, false, formatOf(field.details), {}});
    return columns;
}

OwnCells::OwnCells(session::Session &session, CustomOwner owner)
{
    session.require(session::Operation::OfficeRead);
    const CustomFieldRepository repository(session.database());
    m_fields = repository.fields(owner);
    for (const CustomField &field : m_fields) {
        for (const auto &[record, value] : repository.valuesOf(field.id))
            m_texts.insert({field.id, record}, shownValue(field.details, value));
    }
}

QStringList OwnCells::of(std::optional<qint64> record) const
{
    QStringList cells;
    for (const CustomField &field : m_fields)
        cells << (record ? m_texts.value({field.id, *record}) : QString());
    return cells;
}

bool hasOwnCells(const SheetRow &row)
{
    static const QString prefix = customKey({});
    return std::any_of(row.cells.keyBegin(), row.cells.keyEnd(), [](const QString &key) { return key.startsWith(prefix); });
}

bool takeOwnCells(session::Session &session, session::Operation operation, CustomOwner owner, qint64 record, const SheetRow &row,
    EmptyCell empty)
{
    // Most sheets have none: nothing is read for them.
    if (!hasOwnCells(row))
        return false;
    QHash<QString, QString> typed;
    for (const CustomField &field : CustomFieldRepository(session.database()).fields(owner)) {
        const QString key = customKey(field.details.name);
        if (row.has(key) && (empty == EmptyCell::Empties || !row.text(key).isEmpty()))
            typed.insert(field.details.name, row.text(key));
    }
    return !typed.isEmpty() && CustomValueService(session).set(operation, owner, record, typed);
}

std::vector<SheetColumn> RecordSheet::columnsIn(session::Session &session) const
{
    std::vector<SheetColumn> all = columns();
    for (const CustomOwner owner : ownFields()) {
        const std::vector<SheetColumn> own = ownColumns(session, owner);
        all.insert(all.end(), own.begin(), own.end());
    }
    return all;
}

} // namespace mishutai::office
