#include "base/durable_file.h"
#include "cli/commands.h"
#include "cli/open_file.h"
#include "db/backup/backup.h"
#include "db/database.h"
#include "desk/data_set.h"
#include "desk/evidence/evidence_backup.h"
#include "desk/example_data.h"
#include "desk/export_layouts.h"
#include "desk/global_search.h"
#include "desk/prints/list_print.h"
#include "tables/table_reader.h"
#include "tables/table_writer.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace mishutai::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

Result dataSetResult(const desk::DataSetResult &made, const QString &headline, const QString &path)
{
    Result result;
    QStringList lines{headline};
    QJsonArray kinds;
    for (const auto &kind : made.kinds) {
        lines.append(tr("  %1 %2 行").arg(kind.title).arg(kind.rows));
        kinds.append(QJsonObject{{"kind", kind.key}, {"title", kind.title}, {"rows", kind.rows}});
    }
    result.text = lines.join('\n');
    result.json = {{"path", path}, {"rows", made.rows()}, {"kinds", kinds}};
    return result;
}

/// The file of --db for an import: a new one is made, as the only two commands that may.
std::unique_ptr<desk::Application> openOrCreate(const Arguments &arguments, TaskControl &control)
{
    const QString path = arguments.value("db");
    if (path.isEmpty() || QFileInfo::exists(path))
        return openFile(arguments, desk::Access::Write, control);
    const QString user = arguments.value("user");
    return desk::Application::create(path, user.isEmpty() ? desk::firstUserName() : user);
}

QJsonArray faultyRows(const office::ImportResult &imported)
{
    QJsonArray rows;
    for (const office::RowVerdict &verdict : imported.faulty) {
        QJsonArray faults;
        for (size_t i = 0; i < verdict.faults.size(); ++i) {
            const FieldError &fault = verdict.faults[i];
            const FilePlace &place = verdict.places.at(i);
            faults.append(QJsonObject{{"field", fault.field}, {"code", fault.code}, {"message", fault.message},
                {"column", place.column}, {"column_name", place.columnName}});
        }
        rows.append(QJsonObject{{"row", verdict.row}, {"problem", verdict.problem}, {"faults", faults}});
    }
    return rows;
}

QJsonArray changedRows(const office::ImportResult &imported)
{
    QJsonArray rows;
    for (const office::RowVerdict &verdict : imported.good) {
        QJsonArray cells;
        for (const office::CellChange &change : verdict.changes)
            cells.append(QJsonObject{{"field", change.key}, {"before", change.before}, {"after", change.after}});
        if (!cells.isEmpty())
            rows.append(QJsonObject{{"row", verdict.row}, {"cells", cells}});
    }
    return rows;
}

/// 「第4行：注册地址 甲路1号 → 乙路2号」 for the rows of a dry run that would change something.
QStringList changedTexts(const office::ImportResult &imported, const std::vector<office::SheetColumn> &columns)
{
    QHash<QString, QString> titles;
    for (const office::SheetColumn &column : columns)
        titles.insert(column.key, column.title);
    QStringList lines;
    for (const office::RowVerdict &verdict : imported.good) {
        QStringList cells;
        for (const office::CellChange &change : verdict.changes)
            cells << tr("%1 %2 → %3")
                         .arg(titles.value(change.key), change.before.isEmpty() ? tr("（空）") : change.before,
                             change.after.isEmpty() ? tr("（空）") : change.after);
        if (!cells.isEmpty())
            lines << tr("  第%1行：%2").arg(verdict.row).arg(cells.join(tr("；")));
    }
    return lines;
}

/// Columns that --skip-unknown passed over, by their titles.
QStringList skippedColumns(const tables::HeaderMatch &match)
{
    QStringList titles;
    for (const tables::UnknownColumn &column : match.unknown)
        titles << (column.title.isEmpty() ? tr("第%1列").arg(column.column + 1) : column.title);
    return titles;
}

/// Rows that are taken though people should look at them, and why.
std::vector<std::pair<int, QString>> warnings(const office::ImportResult &imported)
{
    std::vector<std::pair<int, QString>> rows;
    for (const office::RowVerdict &verdict : imported.good) {
        if (!verdict.warnings.empty())
            rows.emplace_back(verdict.row, verdict.reason());
    }
    return rows;
}

Result importResult(session::Session &session, const office::ImportResult &imported, const office::RecordSheet &kind)
{
    Result result;
    const QString head = imported.isWritten ? tr("已导入") : tr("只检查，没有写入");
    const auto doubles = std::ranges::count_if(imported.faulty, &office::RowVerdict::isDuplicate);
    const auto alike = std::ranges::count_if(imported.faulty, &office::RowVerdict::isAlike);
    QStringList lines{tr("%1%2：新增 %3，修改 %4，相同 %5，有问题 %6")
                          .arg(head, kind.title())
                          .arg(imported.added)
                          .arg(imported.changed)
                          .arg(imported.same)
                          .arg(imported.faulty.size())};
    if (imported.warned() > 0)
        lines.front() += tr("，有提醒 %1").arg(imported.warned());
    const QStringList skipped = skippedColumns(imported.match);
    if (!skipped.isEmpty())
        lines << tr("没有导入的列：%1").arg(skipped.join(QStringLiteral("、")));
    lines << imported.remarks << changedTexts(imported, kind.columnsIn(session));
    for (const auto &[row, reason] : warnings(imported))
        lines.append(tr("  第%1行，请看一下：%2").arg(row).arg(reason));
    for (const office::RowVerdict &verdict : imported.faulty)
        lines.append(tr("  第%1行：%2").arg(verdict.row).arg(verdict.reason()));
    result.text = lines.join('\n');
    result.status = imported.faulty.empty() ? Status::Done : Status::Findings;
    result.json = {{"kind", kind.key()}, {"written", imported.isWritten}, {"added", imported.added},
        {"changed", imported.changed}, {"same", imported.same}, {"duplicates", static_cast<qint64>(doubles)},
        {"alike", static_cast<qint64>(alike)}, {"changes", changedRows(imported)}, {"faulty", faultyRows(imported)}};
    QJsonArray warned;
    for (const auto &[row, reason] : warnings(imported))
        warned.append(QJsonObject{{"row", row}, {"reason", reason}});
    result.json.insert("warnings", warned);
    if (!imported.remarks.isEmpty())
        result.json.insert("remarks", QJsonArray::fromStringList(imported.remarks));
    if (!skipped.isEmpty())
        result.json.insert("skipped_columns", QJsonArray::fromStringList(skipped));
    return result;
}

/// The list of that kind, laid out as somebody saved it in the window.
Result exportLaidOut(const Arguments &arguments, const QString &key, const QString &file, TaskControl &control)
{
    const db::ListDefinition *definition = desk::listByKey(key);
    if (!definition)
        throw Error(Error::Kind::Usage, tr("「%1」没有列表，不能用版式导出").arg(key), {}, tr("例如 export members --layout …"));
    const auto application = openFile(arguments, desk::Access::WriteIfFree, control);
    session::Session &session = application->session();
    desk::ListExport list{*definition, {}, desk::wholeList(session, *definition).ids, {}};
    desk::apply(desk::ExportLayouts(session, key).get(arguments.value("layout")), list);
    if (arguments.values.contains("purpose"))
        list.purpose = arguments.value("purpose");
    const int rows = desk::exportList(session, list, file, control);
    return {Status::Done, tr("已导出%1 %2 行到 %3").arg(definition->title).arg(rows).arg(file),
        {{"kind", key}, {"layout", arguments.value("layout")}, {"rows", rows}, {"path", file}}};
}

} // namespace

Result runExample(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 2, {});
    const QString name = required(arguments, 0, tr("示例名（alliance-2021）"));
    const QString file = required(arguments, 1, tr("要新建的文件"));
    const auto made = desk::createExample(name, file, control);
    return dataSetResult(made, tr("已新建 %1，装入示例 %2 行：").arg(file).arg(made.rows()), file);
}

Result runDataSet(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 2, {});
    const QString action = required(arguments, 0, tr(" import 或 export"));
    const QString folder = required(arguments, 1, tr("文件夹"));
    if (action == "export") {
        const auto application = openFile(arguments, desk::Access::Read, control);
        const auto made = desk::exportDataSet(application->session(), folder, control);
        return dataSetResult(made, tr("已导出到 %1，共 %2 行：").arg(folder).arg(made.rows()), folder);
    }
    if (action != "import")
        throw Error(Error::Kind::Usage, tr("dataset 后面应是 import 或 export，不是「%1」").arg(action), {},
            tr("用法见 mishutai-cli --help"));
    const bool isNew = !QFileInfo::exists(arguments.value("db"));
    auto application = openOrCreate(arguments, control);
    try {
        // A refused data set leaves nothing behind, not even a backup.
        const auto made = desk::importDataSet(application->session(), folder, control, [&] {
            if (!isNew)
                application->backUpBefore("import", control);
        });
        return dataSetResult(made, tr("已导入 %1 行：").arg(made.rows()), arguments.value("db"));
    } catch (...) {
        if (isNew)
            application->abandon();
        application.reset();
        if (isNew)
            desk::removeDataFile(arguments.value("db"));
        throw;
    }
}

Result runImport(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 2, {"dry-run", "hold-alike", "skip-unknown", "rejected", "force", "sheet"});
    const auto kind = desk::recordSheet(required(arguments, 0, tr("记录种类")));
    const QString file = required(arguments, 1, tr("要导入的文件"));
    const QString rejected = arguments.value("rejected");
    if (!rejected.isEmpty() && !rejected.endsWith(".xlsx", Qt::CaseInsensitive))
        throw Error(Error::Kind::Usage, tr("--rejected 后面应是一个 .xlsx 文件"), rejected, tr("用法见 mishutai-cli --help"));
    requireFree(arguments, rejected);
    office::ImportRequest request{.fileName = QFileInfo(file).fileName(), .mode = office::ImportMode::DryRun, .usesMemory = true};
    request.holdsAlike = arguments.has("hold-alike");
    if (arguments.has("skip-unknown"))
        request.header = tables::HeaderMode::SkipUnknown;
    if (!arguments.has("dry-run"))
        request.mode = rejected.isEmpty() ? office::ImportMode::AllOrNothing : office::ImportMode::GoodRows;
    const tables::Sheet sheet = tables::TableReader().readFile(file, arguments.value("sheet"), control);
    const auto application = openFile(arguments, desk::Access::Write, control);
    const auto writeRejected = [&](const office::ImportResult &looked) {
        if (!rejected.isEmpty() && !looked.faulty.empty())
            tables::TableWriter::writeFile(rejected, office::rejectedRows(sheet, looked, *kind), control);
    };
    // Only now, so that a sheet that is refused leaves nothing behind, not even a backup.
    request.beforeWriting = [&](const office::ImportResult &looked) {
        writeRejected(looked);
        application->backUpBefore("import", control);
    };
    const office::ImportResult result = office::importSheet(application->session(), *kind, sheet, request, control);
    if (request.mode == office::ImportMode::AllOrNothing && !result.isWritten)
        throw office::firstFault(result, *kind, request.fileName);
    if (!result.isWritten)
        writeRejected(result);
    Result told = importResult(application->session(), result, *kind);
    if (!rejected.isEmpty() && !result.faulty.empty()) {
        told.text += '\n' + tr("没有导入的 %1 行和原因写在 %2").arg(result.faulty.size()).arg(rejected);
        told.json.insert("rejected", rejected);
    }
    return told;
}

Result runExport(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 2, {"purpose", "layout", "force"});
    if (arguments.values.contains("layout")) {
        const QString file = required(arguments, 1, tr("目标文件"));
        requireFree(arguments, file);
        return exportLaidOut(arguments, arguments.rest[0], file, control);
    }
    const auto kind = desk::recordSheet(required(arguments, 0, tr("记录种类")));
    const QString file = required(arguments, 1, tr("目标文件"));
    requireFree(arguments, file);
    const bool isPersonal = kind->exportOperation() == session::Operation::PersonalExport;
    const auto application = openFile(arguments, isPersonal ? desk::Access::WriteIfFree : desk::Access::Read, control);
    const int rows = desk::exportSheet(application->session(), *kind, file, arguments.value("purpose"), control);
    return {Status::Done, tr("已导出%1 %2 行到 %3").arg(kind->title()).arg(rows).arg(file),
        {{"kind", kind->key()}, {"rows", rows}, {"path", file}}};
}

Result runBackup(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 1, {});
    const QString target = required(arguments, 0, tr("目标文件"));
    const auto application = openFile(arguments, desk::Access::Read, control);
    application->session().require(session::Operation::BackupMake);
    const db::BackupEntry made = desk::backupTo(application->path(), target, control);
    const QString hash = QString::fromLatin1(made.manifest.sha256);
    return {Status::Done, tr("已备份到 %1（%2 字节，已打开核对）").arg(made.path).arg(made.manifest.bytes),
        {{"path", made.path}, {"bytes", made.manifest.bytes}, {"sha256", hash}}};
}

} // namespace mishutai::cli
