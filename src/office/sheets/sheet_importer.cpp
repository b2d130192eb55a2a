#include "office/sheets/sheet_importer.h"

#include "base/chinese/text.h"
#include "office/sheets/import_repository.h"
#include "office/sheets/row_reader.h"
#include "session/session.h"
#include "session/work.h"
#include "tables/table_writer.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace mishutai::office {

namespace {

constexpr qint64 kProgressEvery = 25;

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

/// A name broken over two lines (Alt+Enter, to fit its column) as the one line that it is; between Latin words stays a blank.
QString onOneLine(const QString &text)
{
    static const QRegularExpression breaks(QStringLiteral("\\s*[\\r\\n]+\\s*"));
    static const QRegularExpression betweenWords(QStringLiteral("(?<=[A-Za-z0-9,.&])\\s*[\\r\\n]+\\s*(?=[A-Za-z0-9&])"));
    return text.contains(u'\n') ? text.trimmed().replace(betweenWords, QStringLiteral(" ")).remove(breaks) : text;
}

/// name, unitName, shortName …: no kind has such a name of several lines. Two lines under 联系人 may be two people.
bool isName(const QString &key)
{
    return (key == u"name" || key.endsWith(u"Name")) && key != u"contactName" && key != u"personName";
}

/// @param isForPeople as exports for people write it
SheetRow rowOf(const tables::Row &row, const tables::HeaderMatch &match, bool isForPeople)
{
    SheetRow result;
    result.number = row.number;
    result.cells.reserve(match.columns.size());
    for (auto column = match.columns.cbegin(); column != match.columns.cend(); ++column) {
        const QString given = match.text(row, column.value());
        const QString text = isName(column.key()) ? onOneLine(given) : given;
        result.cells.insert(column.key(), isForPeople ? tables::unneutralised(text) : text);
    }
    return result;
}

/// Only what the row itself can be blamed for; a full disk or a missing right stops the whole import.
bool isFaultOfRow(const Error &error)
{
    return error.kind() == Error::Kind::Validation || error.kind() == Error::Kind::Conflict
        || error.kind() == Error::Kind::NotFound;
}

/// 9.15E+17: what a spreadsheet leaves of a code that it took for a number.
bool isRounded(const QString &text)
{
    if (text.size() < 5 || !text.contains(u'+'))
        return false;
    static const QRegularExpression form(QStringLiteral("\\A\\d(\\.\\d+)?[Ee]\\+(1[5-9]|2\\d)\\z"));
    return form.match(text).hasMatch();
}

/// Texts of an identity in one; empty when one of them is. The first, a code, is compared as it is.
QString nameOf(const SheetRow &row, const QStringList &columns, bool isCode)
{
    QString name;
    for (const QString &column : columns) {
        const QString text = row.text(column);
        if (text.isEmpty())
            return {};
        name += (isCode ? text : normalized(text)) + QChar(0x1F);
    }
    return name;
}

} // namespace

SheetImporter::SheetImporter(session::Session &session, RecordSheet &kind, const tables::Sheet &sheet,
    const tables::HeaderMatch &match, const ImportRequest &request)
    : m_session(session), m_kind(kind), m_sheet(sheet), m_match(match), m_request(request), m_columns(kind.columnsIn(session)),
      m_identities(kind.identities()), m_changes(session, kind)
{
    m_result.match = match;
    for (const tables::SheetWarning &warning : sheet.warnings) {
        if (warning.isFault())
            m_cellFaults[warning.row].emplace_back(warning.column - 1, warning.message);
    }
}

ImportResult SheetImporter::run(TaskControl &control)
{
    session::Work work(m_session, m_kind.importOperation());
    takeRows(control);
    if (m_request.usesMemory)
        m_result.remarks = m_kind.remarks(m_session, m_match.columns.keys(), m_result.added);
    const bool isDryRun = m_request.mode == ImportMode::DryRun;
    const bool isWanted = !isDryRun && (m_request.mode == ImportMode::GoodRows ? writesSomething() : m_result.faulty.empty());
    if (isWanted || isDryRun)
        finish();
    if (isDryRun) {
        for (auto &[place, changes] : m_changes.changes())
            m_result.good[place].changes = std::move(changes);
    }
    control.throwIfCancelled();
    if (isWanted) {
        if (m_request.beforeWriting)
            m_request.beforeWriting(m_result);
        keep(work);
        work.commit();
        m_result.isWritten = true;
    }
    return std::move(m_result);
}

/// False when every row is faulty and none of them is to wait.
bool SheetImporter::writesSomething() const
{
    return m_result.taken() > 0 || m_result.faulty.empty() || !m_faultyRows.empty();
}

void SheetImporter::takeRows(TaskControl &control)
{
    const auto total = static_cast<qint64>(m_match.records.size());
    qint64 done = 0;
    for (const size_t index : m_match.records) {
        control.throwIfCancelled();
        if (done % kProgressEvery == 0)
            control.progress(done, total, m_kind.title());
        SheetRow row = rowOf(m_sheet.rows.at(index), m_match, m_request.usesMemory);
        row.warnings = m_request.usesMemory ? &m_warnings : nullptr;
        takeRow(row);
        ++done;
    }
    control.progress(done, total, m_kind.title());
}

void SheetImporter::takeRow(const SheetRow &row)
{
    std::vector<FieldError> faults = cellFaults(row);
    try {
        refuseSecondOf(row);
        if (!faults.empty())
            throw Error(Error::Kind::Validation, tr("这一行有填写不对的地方")).withFields(faults);
        refuseAlike(row);
        const RowOutcome outcome = importRow(row);
        ++(outcome == RowOutcome::Added ? m_result.added : outcome == RowOutcome::Changed ? m_result.changed : m_result.same);
        // The rest was looked at when the row came.
        if (outcome == RowOutcome::Same)
            std::erase_if(m_warnings, [](const FieldError &warning) { return warning.code != kKeptDay; });
        const bool isDryRun = m_request.mode == ImportMode::DryRun;
        if (!isDryRun && m_warnings.empty())
            return;
        m_result.good.push_back({.row = row.number, .outcome = outcome, .warnings = m_warnings});
        if (isDryRun && outcome == RowOutcome::Changed)
            m_changes.note(m_result.good.size() - 1, row);
    } catch (const Error &error) {
        if (!isFaultOfRow(error))
            throw;
        addFaulty(row, error);
    }
}

/// The row in a savepoint of its own: when it is refused nothing of it stays.
RowOutcome SheetImporter::importRow(const SheetRow &row)
{
    if (const std::optional<RowOutcome> outcome = tryRow(row, session::Work::Joining::AllOrNothing))
        return *outcome;
    if (const std::optional<RowOutcome> outcome = tryRow(row, session::Work::Joining::Savepoints))
        return *outcome;
    // Taken back, looked at and done again: so only a dry run that changes something reads all records.
    m_changes.readBefore();
    return tryRow(row, session::Work::Joining::Savepoints).value();
}

/// Nothing when the row was taken back: it would change the first record of a dry run, or a step of it was given up on the way.
std::optional<RowOutcome> SheetImporter::tryRow(const SheetRow &row, session::Work::Joining joining)
{
    session::Work work(m_session, m_kind.importOperation(), joining);
    m_warnings.clear(); // of an attempt that was taken back
    const RowOutcome outcome = m_kind.importRow(m_session, row);
    const bool isFirstChange = outcome == RowOutcome::Changed && m_request.mode == ImportMode::DryRun && !m_changes.hasBefore();
    if (isFirstChange || !work.isWhole())
        return std::nullopt;
    work.commit();
    return outcome;
}

std::vector<FieldError> SheetImporter::cellFaults(const SheetRow &row) const
{
    std::vector<FieldError> faults;
    const auto warned = m_cellFaults.constFind(row.number);
    for (const SheetColumn &column : m_columns) {
        const auto place = m_match.columns.constFind(column.key);
        if (place == m_match.columns.cend())
            continue;
        if (warned != m_cellFaults.cend()) {
            for (const auto &[at, message] : *warned) {
                if (at == *place)
                    faults.push_back({column.key, "rounded", message});
            }
        }
        if (faults.empty() && isRounded(row.text(column.key)))
            faults.push_back({column.key, "rounded",
                tr("「%1」是Excel四舍五入后的数字，已经看不出原来的号码；请把这一列设为文本后重新填写")
                    .arg(row.text(column.key))});
    }
    return faults;
}

void SheetImporter::refuseSecondOf(const SheetRow &row)
{
    std::vector<std::pair<int, QString>> names;
    for (size_t place = 0; place < m_identities.size(); ++place) {
        const QString name = nameOf(row, m_identities[place], place == 0);
        if (!name.isEmpty())
            names.emplace_back(static_cast<int>(place), name);
    }
    if (names.empty())
        return;
    const auto strongest = static_cast<size_t>(names.front().first);
    for (const auto &name : names) {
        const auto first = m_names.constFind(name);
        const auto place = static_cast<size_t>(name.first);
        // Two rows of one name may be two records as long as both have codes of their own.
        if (first == m_names.cend() || (place != strongest && place != first->strongest))
            continue;
        const QString column = m_identities[place].last();
        throw Error(Error::Kind::Validation, tr("表里有重复的行"), {}, tr("请只留一行，或改正编号"))
            .withFields({{column, "duplicate",
                tr("「%1」与第%2行重复，请只留一行或改正").arg(row.text(column).left(80)).arg(first->row)}});
    }
    for (const auto &name : names)
        m_names.insert(name, {row.number, strongest});
}

void SheetImporter::refuseAlike(const SheetRow &row)
{
    if (!m_request.holdsAlike)
        return;
    if (const std::optional<FieldError> fault = m_kind.alikeFault(m_session, row))
        throw Error(Error::Kind::Validation, tr("疑似重复")).withFields({*fault});
}

void SheetImporter::addFaulty(const SheetRow &row, const Error &error)
{
    RowVerdict verdict{.row = row.number, .faults = error.fields(), .problem = error.problem()};
    if (!error.cause().isEmpty())
        verdict.problem += tr("：") + error.cause();
    for (const FieldError &fault : verdict.faults) {
        const auto column = std::ranges::find(m_columns, fault.field, &SheetColumn::key);
        FilePlace place{{}, row.number, m_match.columns.value(fault.field, -1) + 1, {}};
        if (column != m_columns.end())
            place.columnName = column->title;
        verdict.places.push_back(place);
    }
    m_result.faulty.push_back(std::move(verdict));
    if (m_request.keepsFaulty)
        m_faultyRows.push_back(row);
}

/// What only the whole sheet can say names a row and a column title; the file and the column's number are known here.
void SheetImporter::finish()
{
    try {
        m_kind.finishImport(m_session);
    } catch (Error &error) {
        if (error.place()) {
            FilePlace place = *error.place();
            const auto column = std::ranges::find(m_columns, place.columnName, &SheetColumn::title);
            if (column != m_columns.end())
                place.column = m_match.columns.value(column->key, -1) + 1;
            place.file = m_request.fileName;
            error.withPlace(place);
        }
        throw;
    }
}

/// The columns as they were matched by hand, and the rows that wait; part of the import, so one undo takes all of it back.
void SheetImporter::keep(session::Work &work)
{
    const ImportRepository imports(m_session.database());
    for (auto title = m_request.chosen.cbegin(); title != m_request.chosen.cend(); ++title) {
        if (!title.key().isEmpty())
            imports.putColumn(work, m_kind.key(), title.key(), title.value());
    }
    for (size_t i = 0; i < m_faultyRows.size(); ++i) {
        const RowVerdict &verdict = m_result.faulty[i];
        std::vector<FieldError> reasons = verdict.faults;
        if (reasons.empty())
            reasons.push_back({{}, "refused", verdict.problem});
        const PendingRow row{
            0, 1, m_request.fileName, m_faultyRows[i].number, m_faultyRows[i].cells, reasons, m_session.clock().now()};
        m_result.pending += imports.addPending(work, m_kind.key(), row) ? 1 : 0;
    }
}

} // namespace mishutai::office
