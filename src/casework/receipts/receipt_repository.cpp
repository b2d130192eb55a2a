#include "casework/receipts/receipt_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::casework {

namespace {

const QString kTable = QStringLiteral("case_receipts");

const QString kSelect = QStringLiteral(R"(
SELECT k.id, k.revision, k.case_id, k.unit_id, k.sent_on, k.answered_on, k.answer
FROM case_receipts AS k
JOIN cases AS c ON c.id = k.case_id
JOIN v_units AS u ON u.id = k.unit_id
)");
const QString kOrder = QStringLiteral(" ORDER BY c.code, u.code, k.id");

db::Row rowOf(CaseId caseId, const ReceiptDetails &d)
{
    return {{"case_id", caseId.value()}, {"unit_id", d.unit.value()}, {"sent_on", db::orNull(d.sentOn)},
        {"answered_on", db::orNull(d.answeredOn)}, {"answer", db::orNull(d.answer)}};
}

std::vector<Receipt> read(db::Statement &row)
{
    std::vector<Receipt> result;
    while (row.next())
        result.push_back({row.integer("id"), static_cast<int>(row.integer("revision")), row.id<CaseId>("case_id"),
            {row.id<UnitId>("unit_id"), row.date("sent_on"), row.date("answered_on"), row.text("answer")}});
    return result;
}

std::optional<Receipt> first(db::Statement &row)
{
    const std::vector<Receipt> found = read(row);
    return found.empty() ? std::nullopt : std::optional<Receipt>(found.front());
}

} // namespace

std::optional<Receipt> ReceiptRepository::find(qint64 id) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.id = :id"));
    statement.bind(QStringLiteral(":id"), id);
    return first(statement);
}

std::optional<Receipt> ReceiptRepository::findByUnit(CaseId caseId, UnitId unit) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.case_id = :case AND k.unit_id = :unit"));
    statement.bind(QStringLiteral(":case"), caseId).bind(QStringLiteral(":unit"), unit);
    return first(statement);
}

std::vector<Receipt> ReceiptRepository::all() const
{
    db::Statement statement(m_database, kSelect + kOrder);
    return read(statement);
}

std::vector<Receipt> ReceiptRepository::ofCase(CaseId caseId) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE k.case_id = :case") + kOrder);
    statement.bind(QStringLiteral(":case"), caseId);
    return read(statement);
}

qint64 ReceiptRepository::insert(session::Work &work, CaseId caseId, const ReceiptDetails &details) const
{
    return work.insert(kTable, rowOf(caseId, details));
}

bool ReceiptRepository::update(session::Work &work, const Receipt &stored, int revision, const ReceiptDetails &details) const
{
    return work.update(kTable, stored.id, revision, rowOf(stored.caseId, details)) != stored.revision;
}

void ReceiptRepository::remove(session::Work &work, qint64 id, int revision) const
{
    work.remove(kTable, id, revision);
}

void ReceiptRepository::removeAll(session::Work &work, CaseId caseId) const
{
    for (const Receipt &receipt : ofCase(caseId))
        remove(work, receipt.id, receipt.revision);
}

} // namespace mishutai::casework
