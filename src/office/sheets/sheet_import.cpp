#include "office/sheets/sheet_import.h"

#include "office/sheets/import_repository.h"
#include "office/sheets/sheet_importer.h"
#include "session/session.h"
#include "tables/table_writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::office {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

std::vector<tables::ColumnSpec> specsOf(const std::vector<SheetColumn> &columns)
{
    std::vector<tables::ColumnSpec> specs;
    specs.reserve(columns.size());
    for (const SheetColumn &column : columns)
        specs.push_back({column.key, column.title, column.aliases, column.isRequired, column.example});
    return specs;
}

} // namespace

QStringList RecordSheet::keyOf(session::Session &, const SheetRow &row) const
{
    QStringList key;
    for (const QString &column : keyColumns())
        key << row.text(column);
    return key;
}

bool RowVerdict::isDuplicate() const
{
    return std::ranges::any_of(faults, [](const FieldError &fault) { return fault.code == u"duplicate"; });
}

bool RowVerdict::isAlike() const
{
    return std::ranges::any_of(faults, [](const FieldError &fault) { return fault.code == u"alike"; });
}

QString RowVerdict::reason() const
{
    QStringList reasons;
    for (const FieldError &fault : outcome ? warnings : faults)
        reasons.append(fault.message);
    return reasons.isEmpty() ? problem : reasons.join(QStringLiteral("；"));
}

int ImportResult::warned() const
{
    return static_cast<int>(std::ranges::count_if(good, [](const RowVerdict &row) { return !row.warnings.empty(); }));
}

ImportResult importSheet(
    session::Session &session, RecordSheet &kind, const tables::Sheet &sheet, const ImportRequest &request, TaskControl &control)
{
    QHash<QString, QString> chosen;
    if (request.usesMemory)
        chosen = ImportRepository(session.database()).columns(kind.key());
    chosen.insert(request.chosen);
    tables::HeaderMatch match
        = tables::matchHeader(sheet, specsOf(kind.columnsIn(session)), request.header, request.fileName, chosen);
    for (const QString &key : request.ignored)
        match.columns.remove(key);
    ImportResult result;
    if (match.missing.isEmpty())
        result = SheetImporter(session, kind, sheet, match, request).run(control);
    else
        session.require(kind.importOperation());
    result.match = match;
    return result;
}

ImportResult importSheet(session::Session &session, RecordSheet &kind, const tables::Sheet &sheet, const QString &fileName,
    ImportMode mode, TaskControl &control)
{
    return importSheet(session, kind, sheet, ImportRequest{.fileName = fileName, .mode = mode}, control);
}

Error firstFault(const ImportResult &result, const RecordSheet &kind, const QString &fileName)
{
    Q_ASSERT(!result.faulty.empty());
    const RowVerdict &verdict = result.faulty.front();
    Error error(Error::Kind::Validation, tr("%1表第%2行不能导入").arg(kind.title()).arg(verdict.row), verdict.problem,
        tr("共%1行有误，改正后再导入；文件里的数据没有变动").arg(result.faulty.size()));
    FilePlace place = verdict.places.empty() ? FilePlace{{}, verdict.row, 0, {}} : verdict.places.front();
    place.file = fileName;
    error.withPlace(place);
    error.withFields(verdict.faults);
    return error;
}

tables::Table rejectedRows(const tables::Sheet &sheet, const ImportResult &result, const RecordSheet &kind)
{
    tables::Table table{kind.title(), {}, {}, {}};
    size_t width = static_cast<size_t>(result.match.titles.size());
    for (const size_t index : result.match.records)
        width = std::max(width, sheet.rows.at(index).cells.size());
    for (size_t column = 0; column < width; ++column)
        table.columns.push_back({result.match.titles.value(static_cast<qsizetype>(column))});
    table.columns.push_back({tables::reasonTitle()});
    auto verdict = result.faulty.cbegin();
    for (const size_t index : result.match.records) {
        const tables::Row &row = sheet.rows.at(index);
        if (verdict == result.faulty.cend())
            break;
        if (row.number != verdict->row)
            continue;
        QStringList cells;
        for (size_t column = 0; column < width; ++column)
            cells << result.match.text(row, static_cast<int>(column));
        QString reason = verdict->reason();
        // A rounded number reads like a good one: the next import would take it.
        for (const FieldError &fault : verdict->faults) {
            const auto column = result.match.columns.constFind(fault.field);
            if (fault.code != QStringLiteral("rounded") || column == result.match.columns.cend())
                continue;
            reason += tr("（表里是%1）").arg(cells.value(*column));
            cells[*column].clear();
        }
        cells << reason;
        const auto line = static_cast<int>(table.rows.size());
        for (const FilePlace &place : verdict->places) {
            if (place.column > 0)
                table.marked.emplace(line, place.column - 1);
        }
        table.marked.emplace(line, static_cast<int>(width));
        table.rows.push_back(cells);
        ++verdict;
    }
    return table;
}

} // namespace mishutai::office
