#include "casework/cases/case_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "office/stored_quantity.h"
#include "session/work.h"

namespace mishutai::casework {

namespace {

const QString kTable = QStringLiteral("cases");

const QString kSelect = QStringLiteral(R"(
SELECT id, revision, code, kind, category, title, content, source, issuer_unit_id, document_number, urgency, activity_id,
  handler_id, opened_on, date_precision, due_on, extended_due_on, status, closed_on, result, feedback, satisfaction,
  quantity_micro, quantity_qualifier, quantity_wording, quantity_unit, amount_fen, reopened_count, tags, notes
FROM cases
)");

db::Row rowOf(const CaseDetails &d, const CaseState &state)
{
    db::Row row{
        {"code", d.code},
        {"kind", caseKinds().stored(d.kind)},
        {"category", db::orNull(d.category)},
        {"title", d.title},
        {"content", db::orNull(d.content)},
        {"source", db::orNull(d.source)},
        {"issuer_unit_id", db::orNull(d.issuer)},
        {"document_number", db::orNull(d.documentNumber)},
        {"urgency", urgencies().storedOrNull(d.urgency)},
        {"activity_id", db::orNull(d.activity)},
        {"handler_id", db::orNull(d.handler)},
        {"opened_on", d.openedOn},
        {"date_precision", office::datePrecisions().stored(d.precision)},
        {"due_on", db::orNull(d.dueOn)},
        {"extended_due_on", db::orNull(state.extendedDueOn)},
        {"status", caseStatuses().stored(state.status)},
        {"closed_on", db::orNull(state.closedOn)},
        {"result", db::orNull(d.result)},
        {"feedback", db::orNull(d.feedback)},
        {"satisfaction", d.satisfaction ? QVariant(*d.satisfaction) : QVariant()},
        {"quantity_unit", db::orNull(d.quantityUnit)},
        {"amount_fen", d.amount ? QVariant(d.amount->fen()) : QVariant()},
        {"reopened_count", state.reopenedCount},
        {"tags", db::orNull(d.tags)},
        {"notes", db::orNull(d.notes)},
    };
    office::appendQuantity(row, "quantity", d.quantity);
    return row;
}

CaseDetails detailsOf(const db::Statement &row)
{
    CaseDetails d;
    d.code = row.text("code");
    d.kind = caseKinds().fromStored(row.text("kind")).value_or(CaseKind::Service);
    d.category = row.text("category");
    d.title = row.text("title");
    d.content = row.text("content");
    d.source = row.text("source");
    d.issuer = row.optionalId<UnitId>("issuer_unit_id");
    d.documentNumber = row.text("document_number");
    d.urgency = urgencies().fromStored(row.text("urgency"));
    d.activity = row.optionalId<ActivityId>("activity_id");
    d.handler = row.optionalId<PersonId>("handler_id");
    d.openedOn = row.date("opened_on");
    d.precision = office::datePrecisions().fromStored(row.text("date_precision")).value_or(office::DatePrecision::Day);
    d.dueOn = row.date("due_on");
    d.result = row.text("result");
    d.feedback = row.text("feedback");
    if (const auto satisfaction = row.optionalInteger("satisfaction"))
        d.satisfaction = static_cast<int>(*satisfaction);
    d.quantity = office::readQuantity(row, "quantity");
    d.quantityUnit = row.text("quantity_unit");
    if (!row.isNull("amount_fen"))
        d.amount = row.money("amount_fen");
    d.tags = row.text("tags");
    d.notes = row.text("notes");
    return d;
}

CaseState stateOf(const db::Statement &row)
{
    return {caseStatuses().fromStored(row.text("status")).value_or(CaseStatus::Open), row.date("closed_on"),
        row.date("extended_due_on"), static_cast<int>(row.integer("reopened_count"))};
}

Case read(const db::Statement &row)
{
    return {row.id<CaseId>("id"), static_cast<int>(row.integer("revision")), detailsOf(row), stateOf(row)};
}

} // namespace

std::optional<Case> CaseRepository::find(CaseId id) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE id = :id"));
    statement.bind(QStringLiteral(":id"), id);
    return statement.next() ? std::optional<Case>(read(statement)) : std::nullopt;
}

std::optional<CaseId> CaseRepository::idByCode(const QString &code) const
{
    db::Statement statement(m_database, QStringLiteral("SELECT id FROM cases WHERE code = :code"));
    statement.bind(QStringLiteral(":code"), code);
    return statement.next() ? std::optional<CaseId>(statement.id<CaseId>("id")) : std::nullopt;
}

std::vector<CaseId> CaseRepository::idsByTitle(const QString &title, QDate openedOn) const
{
    db::Statement statement(m_database,
        QStringLiteral("SELECT id FROM cases WHERE title = :title AND opened_on = coalesce(:day, opened_on) ORDER BY id"));
    statement.bind(QStringLiteral(":title"), title).bind(QStringLiteral(":day"), db::orNull(openedOn));
    std::vector<CaseId> ids;
    while (statement.next())
        ids.push_back(statement.id<CaseId>("id"));
    return ids;
}

std::vector<Case> CaseRepository::all() const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("ORDER BY code"));
    std::vector<Case> result;
    while (statement.next())
        result.push_back(read(statement));
    return result;
}

CaseId CaseRepository::insert(session::Work &work, const CaseDetails &details, const CaseState &state) const
{
    return CaseId(work.insert(kTable, rowOf(details, state)));
}

bool CaseRepository::update(
    session::Work &work, const Case &stored, int revision, const CaseDetails &details, const CaseState &state) const
{
    return work.update(kTable, stored.id.value(), revision, rowOf(details, state)) != stored.revision;
}

void CaseRepository::remove(session::Work &work, CaseId id, int revision) const
{
    work.remove(kTable, id.value(), revision);
}

std::optional<ActivityId> CaseRepository::activityByCode(const QString &code) const
{
    db::Statement statement(m_database, QStringLiteral("SELECT id FROM v_activities WHERE code = :code"));
    statement.bind(QStringLiteral(":code"), code);
    return statement.next() ? std::optional<ActivityId>(statement.id<ActivityId>("id")) : std::nullopt;
}

QString CaseRepository::activityCode(ActivityId id) const
{
    db::Statement statement(m_database, QStringLiteral("SELECT code FROM v_activities WHERE id = :id"));
    statement.bind(QStringLiteral(":id"), id);
    return statement.next() ? statement.text("code") : QString();
}

} // namespace mishutai::casework
