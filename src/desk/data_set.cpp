#include "desk/data_set.h"

#include "activities/attendees/attendee_sheet.h"
#include "activities/events/activity_sheet.h"
#include "activities/outcomes/outcome_sheet.h"
#include "activities/partners/partner_sheet.h"
#include "base/durable_file.h"
#include "base/error.h"
#include "casework/cases/case_sheet.h"
#include "casework/receipts/receipt_sheet.h"
#include "casework/steps/step_sheet.h"
#include "casework/units/case_unit_sheet.h"
#include "desk/evidence/data_set_files.h"
#include "desk/evidence/evidence_sheet.h"
#include "desk/letters/letter_template_sheet.h"
#include "desk/list_export.h"
#include "desk/own_fields/custom_field_sheet.h"
#include "finance/accounts/account_sheet.h"
#include "finance/accounts/period_sheet.h"
#include "finance/entries/category_sheet.h"
#include "finance/entries/entry_sheet.h"
#include "finance/funds/fund_sheet.h"
#include "finance/vouchers/voucher_sheet.h"
#include "members/admission/member_step_sheet.h"
#include "members/letters/letter_sheet.h"
#include "members/member_level_sheet.h"
#include "members/member_sheet.h"
#include "members/posts/member_post_sheet.h"
#include "office/office_sheets.h"
#include "parties/bodies/body_sheet.h"
#include "parties/cultivation/cultivation_sheet.h"
#include "parties/duplicates/distinct_sheet.h"
#include "parties/people/contact_sheet.h"
#include "parties/people/person_sheet.h"
#include "parties/unit_facts/unit_fact_sheets.h"
#include "parties/units/unit_sheet.h"
#include "planning/indicators/indicator_sheet.h"
#include "planning/plan/plan_sheet.h"
#include "session/session.h"
#include "session/work.h"
#include "tables/table_reader.h"
#include "tables/table_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace mishutai::desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

/// Rows of this kind are drafts of vouchers, which a data set holds as vouchers.
const QString kEntries = QStringLiteral("entries");

/// Its files go with it.
const QString kEvidence = QStringLiteral("evidence");

template <class... Sheets> std::vector<std::unique_ptr<office::RecordSheet>> made()
{
    std::vector<std::unique_ptr<office::RecordSheet>> sheets;
    (sheets.push_back(std::make_unique<Sheets>()), ...);
    return sheets;
}

std::vector<std::unique_ptr<office::RecordSheet>> dataSetSheets()
{
    auto sheets = recordSheets();
    std::erase_if(sheets, [](const auto &sheet) { return sheet->key() == kEntries; });
    return sheets;
}

tables::Table tableOf(const office::RecordSheet &kind, session::Session &session)
{
    tables::Table table{kind.title(), {}, kind.exportRows(session)};
    for (const office::SheetColumn &column : kind.columnsIn(session))
        table.columns.push_back({column.title});
    return table;
}

/// Without what other files of the data set hold.
tables::Table dataSetTable(const office::RecordSheet &kind, session::Session &session)
{
    const QStringList left = kind.heldElsewhere(session);
    const tables::Table whole = tableOf(kind, session);
    if (left.isEmpty())
        return whole;
    const std::vector<office::SheetColumn> columns = kind.columnsIn(session);
    tables::Table table{whole.name, {}, std::vector<QStringList>(whole.rows.size()), {}};
    for (size_t column = 0; column < columns.size(); ++column) {
        if (left.contains(columns[column].key))
            continue;
        table.columns.push_back(whole.columns[column]);
        for (size_t row = 0; row < whole.rows.size(); ++row)
            table.rows[row] << whole.rows[row].at(static_cast<qsizetype>(column));
    }
    return table;
}

QString fileOf(const QDir &folder, const office::RecordSheet &kind)
{
    return folder.filePath(kind.key() + ".csv");
}

/// The column that names a file.
QStringList lastCells(const tables::Table &table)
{
    QStringList cells;
    for (const QStringList &row : table.rows)
        cells.append(row.last());
    return cells;
}

void refuseUnknownFiles(const QDir &folder, const std::vector<std::unique_ptr<office::RecordSheet>> &kinds)
{
    QStringList known;
    for (const auto &kind : kinds)
        known.append(kind->key() + ".csv");
    for (const QString &name : folder.entryList({"*.csv"}, QDir::Files, QDir::Name)) {
        if (!known.contains(name))
            throw Error(Error::Kind::Validation, tr("数据备份包里有不认识的文件，没有导入"),
                tr("没有叫「%1」的一类记录").arg(name), tr("可用的文件名：%1").arg(known.join("、")))
                .withPlace({name, 0, 0, {}});
    }
}

DataSetResult::Kind importKind(session::Session &session, office::RecordSheet &kind, const QString &file, TaskControl &control)
{
    const QString name = QFileInfo(file).fileName();
    const tables::Sheet sheet = tables::TableReader().readFile(file, {}, control);
    office::ImportRequest request{.fileName = name, .mode = office::ImportMode::AllOrNothing};
    // Data sets of before carry them twice; units.csv counts.
    if (QFileInfo::exists(QFileInfo(file).dir().filePath("units.csv")))
        request.ignored = kind.heldElsewhere(session);
    const office::ImportResult result = office::importSheet(session, kind, sheet, request, control);
    if (!result.isWritten)
        throw office::firstFault(result, kind, name);
    return {kind.key(), kind.title(), result.added + result.changed + result.same};
}

} // namespace

int DataSetResult::rows() const
{
    int all = 0;
    for (const Kind &kind : kinds)
        all += kind.rows;
    return all;
}

std::vector<std::unique_ptr<office::RecordSheet>> recordSheets()
{
    return made<office::OfficeSheet, office::TermSheet, office::HolidaySheet, CustomFieldSheet, parties::UnitSheet,
        parties::UnitRoleSheet, parties::QualificationSheet, parties::UnitYearSheet, parties::CultivationSheet,
        parties::PersonSheet, parties::ContactSheet, parties::BodySheet, parties::DistinctSheet, members::MemberSheet,
        members::MemberLevelSheet, members::MemberSuspensionSheet, members::MemberStepSheet, members::MemberPostSheet,
        members::LetterSheet, LetterTemplateSheet, activities::ActivitySheet, activities::ActivityPartnerSheet,
        activities::ActivityAttendeeSheet, activities::ActivityOutcomeSheet, casework::CaseSheet, casework::CaseUnitSheet,
        casework::CaseStepSheet, casework::CaseReceiptSheet, finance::AccountSheet, finance::CategorySheet, finance::FundSheet,
        finance::VoucherSheet, finance::PeriodSheet, finance::EntrySheet, planning::IndicatorSheet, planning::ObservationSheet,
        planning::PlanSheet, EvidenceSheet>();
}

std::unique_ptr<office::RecordSheet> recordSheet(const QString &key)
{
    QStringList known;
    for (auto &kind : recordSheets()) {
        if (kind->key() == key)
            return std::move(kind);
        known.append(kind->key() + "（" + kind->title() + "）");
    }
    throw Error(Error::Kind::Usage, tr("没有叫「%1」的一类记录").arg(key), {}, tr("可用：%1").arg(known.join("、")));
}

DataSetResult importDataSet(
    session::Session &session, const QString &path, TaskControl &control, const std::function<void()> &beforeCommit)
{
    const QDir folder(path);
    if (!folder.exists())
        throw Error(Error::Kind::Io, tr("找不到数据备份包的文件夹"), path, tr("请核对路径"));
    const auto kinds = dataSetSheets();
    refuseUnknownFiles(folder, kinds);
    session.require(session::Operation::DatasetImport);
    DataSetFiles files(session);
    files.take(path, control);
    session::Work work(session, session::Operation::DatasetImport);
    DataSetResult result;
    for (const auto &kind : kinds) {
        control.throwIfCancelled();
        if (QFileInfo::exists(fileOf(folder, *kind)))
            result.kinds.push_back(importKind(session, *kind, fileOf(folder, *kind), control));
    }
    if (result.kinds.empty())
        throw Error(Error::Kind::Validation, tr("这个文件夹里没有可导入的内容"), path,
            tr("数据备份包是一个装有 units.csv、members.csv 等文件的文件夹"));
    if (beforeCommit)
        beforeCommit();
    work.commit();
    files.keep();
    return result;
}

DataSetResult exportDataSet(session::Session &session, const QString &path, TaskControl &control)
{
    session.require(session::Operation::DatasetExport);
    const QDir folder(path);
    // A link to nowhere counts: what is written under its name would come to lie elsewhere.
    if (folder.exists() && !folder.isEmpty(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot))
        throw Error(
            Error::Kind::Conflict, tr("目标文件夹不是空的，没有导出"), path, tr("请另选一个空文件夹，或先把里面的文件移走"));
    const bool isNew = !folder.exists();
    if (isNew && !QDir().mkpath(path))
        throw Error(Error::Kind::Io, tr("建不了目标文件夹"), path, tr("请检查上级文件夹是否可写"));
    DataSetResult result;
    QStringList written;
    try {
        for (const auto &kind : dataSetSheets()) {
            control.throwIfCancelled();
            const tables::Table table = dataSetTable(*kind, session);
            if (table.rows.empty())
                continue;
            const QString file = fileOf(folder, *kind);
            durableWrite(file, tables::TableWriter::csv(table, tables::CsvOptions::dataSet()));
            written.append(file);
            if (kind->key() == kEvidence)
                written += exportDataSetFiles(session, path, lastCells(table), control);
            result.kinds.push_back({kind->key(), kind->title(), static_cast<int>(table.rows.size())});
            control.progress(static_cast<qint64>(result.kinds.size()), 0, kind->title());
        }
    } catch (...) {
        for (const QString &file : written)
            QFile::remove(file);
        QDir().rmdir(folder.filePath("files"));
        if (isNew)
            QDir().rmdir(path);
        throw;
    }
    return result;
}

int exportSheet(
    session::Session &session, const office::RecordSheet &kind, const QString &file, const QString &purpose, TaskControl &control)
{
    session.require(kind.exportOperation());
    const tables::Table table = tableOf(kind, session);
    const auto write = [&] { tables::TableWriter::writeFile(file, table, control); };
    if (kind.exportOperation() == session::Operation::PersonalExport)
        exportPersonal(session, purpose, write);
    else
        write();
    return static_cast<int>(table.rows.size());
}

} // namespace mishutai::desk
