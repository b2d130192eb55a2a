#include "desk/list_export.h"

#include "base/decimal.h"
#include "base/error.h"
#include "base/money.h"
#include "db/database.h"
#include "db/list_query.h"
#include "session/session.h"
#include "session/work.h"
#include "tables/table_writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::desk {

namespace {

constexpr size_t kRowsAtOnce = 500;

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

size_t placeOf(const db::ListDefinition &definition, const QString &key)
{
    const auto column = std::ranges::find(definition.columns, key, &db::ListColumn::key);
    if (column == definition.columns.end())
        throw Error(Error::Kind::Usage, tr("列表没有这一列"), key);
    return static_cast<size_t>(column - definition.columns.begin());
}

tables::OutColumn outColumn(const db::ListColumn &column)
{
    switch (column.type) {
    case db::ColumnType::Money:
        return {column.title, tables::ColumnKind::Number, 2};
    case db::ColumnType::Decimal:
        return {column.title, tables::ColumnKind::Number, 2};
    case db::ColumnType::Integer:
        return {column.title, tables::ColumnKind::Number, 0};
    case db::ColumnType::Date:
        return {column.title, tables::ColumnKind::Date};
    default:
        return {column.title, tables::ColumnKind::Text};
    }
}

QString textOf(const db::ListColumn &column, const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return {};
    switch (column.type) {
    case db::ColumnType::Money:
        return Money::fromFen(value.toLongLong()).yuan();
    case db::ColumnType::Decimal:
        return Decimal::fromMicro(value.toLongLong()).text();
    case db::ColumnType::Flag:
        return value.toLongLong() != 0 ? tr("是") : QString();
    case db::ColumnType::Choice: {
        const auto choice = std::ranges::find(column.choices, value.toString(), &db::Choice::value);
        return choice == column.choices.end() ? value.toString() : choice->label;
    }
    default:
        return value.toString();
    }
}

} // namespace

QStringList personalColumns(const ListExport &list)
{
    QStringList titles;
    for (const QString &key : list.columns) {
        const db::ListColumn &column = list.definition.columns[placeOf(list.definition, key)];
        if (column.isPersonal)
            titles << column.title;
    }
    return titles;
}

void exportPersonal(session::Session &session, const QString &purpose, const std::function<void()> &write)
{
    if (!session.database().isWritable()) {
        session.require(session::Operation::PersonalExport);
        write();
        return;
    }
    session::Work work(session, session::Operation::PersonalExport);
    work.setReason(purpose);
    write();
    work.commit();
}

int exportList(session::Session &session, const ListExport &list, const QString &file, TaskControl &control)
{
    if (const auto toRead = session::operationByKey(list.definition.operation))
        session.require(*toRead);
    const QStringList personal = personalColumns(list);
    if (!personal.isEmpty())
        session.require(session::Operation::PersonalExport);
    if (!personal.isEmpty() && list.purpose.trimmed().isEmpty())
        throw Error(Error::Kind::Validation, tr("请写明导出的用途"), tr("列表里有个人信息：%1").arg(personal.join("、")),
            tr("写明用途，或先隐藏这些列"));

    tables::Table table{list.definition.title, {}, {}};
    std::vector<size_t> places;
    for (qsizetype i = 0; i < list.columns.size(); ++i) {
        places.push_back(placeOf(list.definition, list.columns[i]));
        tables::OutColumn out = outColumn(list.definition.columns[places.back()]);
        if (const QString header = list.headers.value(i).trimmed(); !header.isEmpty())
            out.title = header;
        table.columns.push_back(out);
    }
    const db::ListQuery query(session.database(), list.definition);
    for (size_t done = 0; done < list.ids.size(); done += kRowsAtOnce) {
        control.throwIfCancelled();
        control.progress(static_cast<qint64>(done), static_cast<qint64>(list.ids.size()), list.definition.title);
        const auto from = list.ids.begin() + static_cast<std::ptrdiff_t>(done);
        const auto to = list.ids.begin() + static_cast<std::ptrdiff_t>(std::min(done + kRowsAtOnce, list.ids.size()));
        for (const db::ListRow &row : query.rows({from, to})) {
            QStringList cells;
            for (const size_t place : places)
                cells << textOf(list.definition.columns[place], row.cells[place]);
            table.rows.push_back(cells);
        }
    }
    const auto write = [&] { tables::TableWriter::writeFile(file, table, control); };
    if (personal.isEmpty())
        write();
    else
        exportPersonal(session, list.purpose.trimmed(), write);
    return static_cast<int>(table.rows.size());
}

} // namespace mishutai::desk
