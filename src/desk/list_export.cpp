#include "desk/list_export.h"

#include "base/decimal.h"
#include "base/error.h"
#include "base/money.h"
#include "db/database.h"
#include "db/lists/list_query.h"
#include "desk/prints/list_text.h"
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

/// The list as a table: its rows with the lines of groups between them.
class ExportedTable
{
public:
    explicit ExportedTable(const ListExport &list) : m_list(list), m_table{list.definition.title, {}, {}}
    {
        for (qsizetype i = 0; i < list.columns.size(); ++i) {
            m_places.push_back(placeOf(list.definition, list.columns[i]));
            tables::OutColumn out = outColumn(list.definition.columns[m_places.back()]);
            if (const QString header = list.headers.value(i).trimmed(); !header.isEmpty())
                out.title = header;
            m_table.columns.push_back(out);
        }
    }

    void read(const db::Database &database, TaskControl &control)
    {
        const db::ListQuery query(database, m_list.definition);
        for (size_t done = 0; done < m_list.ids.size(); done += kRowsAtOnce) {
            control.throwIfCancelled();
            control.progress(static_cast<qint64>(done), static_cast<qint64>(m_list.ids.size()), m_list.definition.title);
            const size_t end = std::min(done + kRowsAtOnce, m_list.ids.size());
            const auto from = m_list.ids.begin();
            addBlock(query.rows({from + static_cast<std::ptrdiff_t>(done), from + static_cast<std::ptrdiff_t>(end)}), done, end);
        }
    }

    const tables::Table &table() const { return m_table; }
    int rows() const { return m_rows; }

private:
    /// @param rows of the places from begin to end, without those that are gone meanwhile
    void addBlock(const std::vector<db::ListRow> &rows, size_t begin, size_t end)
    {
        auto row = rows.begin();
        for (size_t place = begin; place < end; ++place) {
            if (const auto group = m_list.groups.startingAt(place))
                addGroup(*group);
            if (row == rows.end() || row->id != m_list.ids[place])
                continue;
            if (!m_list.groups.hides(place))
                addRow(*row);
            ++row;
        }
    }

    void addRow(const db::ListRow &row)
    {
        QStringList cells;
        for (const size_t place : m_places)
            cells << shown(m_list.definition.columns[place], row.cells[place]);
        m_table.rows.push_back(cells);
        ++m_rows;
    }

    QString shown(const db::ListColumn &column, const QVariant &value) const
    {
        const QString text = textOf(column, value);
        return column.isPersonal && m_list.masksPersonal ? masked(text) : text;
    }

    void addGroup(size_t number)
    {
        const db::ListGroup &group = m_list.groups.groups()[number];
        QStringList cells;
        for (const size_t place : m_places) {
            const auto total = group.totals[place];
            cells << (total ? textOf(m_list.definition.columns[place], QVariant(*total)) : QString());
        }
        const auto isText = [](const tables::OutColumn &column) { return column.kind == tables::ColumnKind::Text; };
        const auto first = std::ranges::find_if(m_table.columns, isText);
        const auto labelled = first == m_table.columns.end() ? 0 : first - m_table.columns.begin();
        const size_t by = placeOf(m_list.definition, m_list.groups.column());
        cells[labelled] = groupLabel(m_list.definition.columns[by], group, m_list.masksPersonal);
        m_table.rows.push_back(cells);
    }

    const ListExport &m_list;
    std::vector<size_t> m_places;
    tables::Table m_table;
    int m_rows = 0;
};

} // namespace

QStringList personalColumns(const ListExport &list)
{
    QStringList keys = list.columns;
    if (!list.groups.isEmpty() && !keys.contains(list.groups.column()))
        keys << list.groups.column();
    QStringList titles;
    for (const QString &key : keys) {
        const db::ListColumn &column = list.definition.columns[placeOf(list.definition, key)];
        if (column.isPersonal)
            titles << column.title;
    }
    return titles;
}

bool leavesPersonal(const ListExport &list)
{
    return !list.masksPersonal && !personalColumns(list).isEmpty();
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
    const bool isPersonal = leavesPersonal(list);
    if (isPersonal)
        session.require(session::Operation::PersonalExport);
    if (isPersonal && list.purpose.trimmed().isEmpty())
        throw Error(Error::Kind::Validation, tr("请写明导出的用途"),
            tr("列表里有个人信息：%1").arg(personalColumns(list).join("、")), tr("写明用途，或隐去这些列的内容"));

    ExportedTable exported(list);
    exported.read(session.database(), control);
    const auto write = [&] { tables::TableWriter::writeFile(file, exported.table(), control); };
    if (isPersonal)
        exportPersonal(session, list.purpose.trimmed(), write);
    else
        write();
    return exported.rows();
}

} // namespace mishutai::desk
