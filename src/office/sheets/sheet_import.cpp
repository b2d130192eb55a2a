#include "office/sheets/sheet_import.h"

#include "session/session.h"
#include "session/work.h"
#include "tables/header.h"

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

SheetRow rowOf(const tables::Row &row, const tables::HeaderMatch &match)
{
    SheetRow result;
    result.number = row.number;
    result.cells.reserve(match.columns.size());
    for (auto column = match.columns.cbegin(); column != match.columns.cend(); ++column)
        result.cells.insert(column.key(), match.text(row, column.key()));
    return result;
}

/// The row in a savepoint of its own: when it is refused nothing of it stays.
RowOutcome importInSavepoint(session::Session &session, RecordSheet &kind, const SheetRow &row)
{
    session::Work work(session, kind.importOperation());
    const RowOutcome outcome = kind.importRow(session, row);
    work.commit();
    return outcome;
}

void count(ImportResult &result, RowOutcome outcome)
{
    switch (outcome) {
    case RowOutcome::Added:
        ++result.added;
        break;
    case RowOutcome::Changed:
        ++result.changed;
        break;
    case RowOutcome::Same:
        ++result.same;
        break;
    }
}

/// Only what the row itself can be blamed for; a full disk or a missing right stops the whole import.
bool isFaultOfRow(const Error &error)
{
    return error.kind() == Error::Kind::Validation || error.kind() == Error::Kind::Conflict
        || error.kind() == Error::Kind::NotFound;
}

RowVerdict verdictOf(
    const SheetRow &row, const Error &error, const tables::HeaderMatch &match, const std::vector<SheetColumn> &columns)
{
    RowVerdict verdict{row.number, std::nullopt, error.fields(), error.problem(), {}};
    if (!error.cause().isEmpty())
        verdict.problem += tr("：") + error.cause();
    for (const FieldError &fault : verdict.faults) {
        const auto column = std::ranges::find(columns, fault.field, &SheetColumn::key);
        FilePlace place{{}, row.number, match.columns.value(fault.field, -1) + 1, {}};
        if (column != columns.end())
            place.columnName = column->title;
        verdict.places.push_back(place);
    }
    return verdict;
}

class SheetImport
{
public:
    SheetImport(session::Session &session, RecordSheet &kind, const tables::Sheet &sheet, const tables::HeaderMatch &match,
        const QString &fileName)
        : m_session(session), m_kind(kind), m_sheet(sheet), m_match(match), m_columns(kind.columns()),
          m_keyColumns(kind.keyColumns()), m_fileName(fileName)
    {
    }

    ImportResult run(ImportMode mode, TaskControl &control)
    {
        session::Work work(m_session, m_kind.importOperation());
        takeRows(control);
        const bool isWanted = mode == ImportMode::GoodRows || (mode == ImportMode::AllOrNothing && m_result.faulty.empty());
        if (isWanted || mode == ImportMode::DryRun)
            finish();
        control.throwIfCancelled();
        if (isWanted) {
            work.commit();
            m_result.isWritten = true;
        }
        return std::move(m_result);
    }

private:
    void takeRows(TaskControl &control)
    {
        const auto total = static_cast<qint64>(m_match.records.size());
        qint64 done = 0;
        for (const size_t index : m_match.records) {
            control.throwIfCancelled();
            if (done % kProgressEvery == 0)
                control.progress(done, total, m_kind.title());
            takeRow(rowOf(m_sheet.rows.at(index), m_match));
            ++done;
        }
        control.progress(done, total, m_kind.title());
    }

    void takeRow(const SheetRow &row)
    {
        try {
            refuseSecondOf(row);
            count(m_result, importInSavepoint(m_session, m_kind, row));
        } catch (const Error &error) {
            if (!isFaultOfRow(error))
                throw;
            m_result.faulty.push_back(verdictOf(row, error, m_match, m_columns));
        }
    }

    /// What only the whole sheet can say names a row and a column title; the file and the column's number are known here.
    void finish()
    {
        try {
            m_kind.finishImport(m_session);
        } catch (Error &error) {
            if (error.place()) {
                FilePlace place = *error.place();
                const auto column = std::ranges::find(m_columns, place.columnName, &SheetColumn::title);
                if (column != m_columns.end())
                    place.column = m_match.columns.value(column->key, -1) + 1;
                place.file = m_fileName;
                error.withPlace(place);
            }
            throw;
        }
    }

    void refuseSecondOf(const SheetRow &row)
    {
        QStringList key;
        for (const QString &column : m_keyColumns)
            key.append(row.text(column));
        if (key.isEmpty() || key.contains(QString()))
            return;
        const auto first = m_rowOfKey.constFind(key);
        if (first == m_rowOfKey.cend()) {
            m_rowOfKey.insert(key, row.number);
            return;
        }
        throw Error(Error::Kind::Validation, tr("表里有重复的行"), {}, tr("请只留一行，或改正编号"))
            .withFields(
                {{m_keyColumns.last(), "duplicate", tr("「%1」与第%2行重复，请只留一行或改正").arg(key.last()).arg(*first)}});
    }

    static constexpr qint64 kProgressEvery = 25;

    session::Session &m_session;
    RecordSheet &m_kind;
    const tables::Sheet &m_sheet;
    const tables::HeaderMatch &m_match;
    const std::vector<SheetColumn> m_columns;
    const QStringList m_keyColumns;
    QHash<QStringList, int> m_rowOfKey; ///< row number where a key stands first
    const QString m_fileName;
    ImportResult m_result;
};

} // namespace

ImportResult importSheet(session::Session &session, RecordSheet &kind, const tables::Sheet &sheet, const QString &fileName,
    ImportMode mode, TaskControl &control)
{
    const tables::HeaderMatch match = tables::matchHeader(sheet, specsOf(kind.columns()), tables::HeaderMode::Strict, fileName);
    return SheetImport(session, kind, sheet, match, fileName).run(mode, control);
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

} // namespace mishutai::office
