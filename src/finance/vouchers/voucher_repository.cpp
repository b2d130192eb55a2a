#include "finance/vouchers/voucher_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/instant.h"
#include "session/session.h"
#include "session/work.h"

#include <algorithm>

namespace mishutai::finance {
namespace {

const QString kVouchers = QStringLiteral("vouchers");
const QString kLines = QStringLiteral("voucher_lines");
const QString kReceipts = QStringLiteral("receipts");

struct RowKey {
    qint64 id = 0;
    int revision = 0;
};

std::vector<RowKey> lineKeys(const db::Database &database, VoucherId id)
{
    db::Statement statement(
        database, QStringLiteral("SELECT id, revision FROM voucher_lines WHERE voucher_id = :voucher ORDER BY line_no"));
    statement.bind(QStringLiteral(":voucher"), id);
    std::vector<RowKey> keys;
    while (statement.next())
        keys.push_back({statement.integer("id"), static_cast<int>(statement.integer("revision"))});
    return keys;
}

std::vector<VoucherLine> readLines(const db::Database &database, VoucherId id)
{
    db::Statement row(database,
        QStringLiteral("SELECT account_id, side, amount_fen, summary, unit_id, person_id, fund_id, project_id, activity_id, "
                       "cash_flow_item, category_id, dues_year FROM voucher_lines WHERE voucher_id = :voucher ORDER BY line_no"));
    row.bind(QStringLiteral(":voucher"), id);
    std::vector<VoucherLine> lines;
    while (row.next()) {
        VoucherLine line;
        line.account = row.id<AccountId>("account_id");
        line.side = fromKey<Side>(row.text("side")).value();
        line.amount = row.money("amount_fen");
        line.summary = row.text("summary");
        line.unit = row.optionalId<UnitId>("unit_id");
        line.person = row.optionalId<PersonId>("person_id");
        line.fund = row.optionalId<FundId>("fund_id");
        line.project = row.optionalId<CaseId>("project_id");
        line.activity = row.optionalId<ActivityId>("activity_id");
        line.cashFlowItem = row.text("cash_flow_item");
        line.category = row.optionalId<CategoryId>("category_id");
        if (const auto year = row.optionalInteger("dues_year"))
            line.duesYear = static_cast<int>(*year);
        lines.push_back(std::move(line));
    }
    return lines;
}

struct StoredReceipt {
    RowKey key;
    ReceiptDetails details;
};

std::optional<StoredReceipt> readReceipt(const db::Database &database, VoucherId id)
{
    db::Statement row(database,
        QStringLiteral("SELECT id, revision, kind, code, number, dated_on, status FROM receipts WHERE voucher_id = :voucher"));
    if (!row.bind(QStringLiteral(":voucher"), id).next())
        return std::nullopt;
    return StoredReceipt{{row.integer("id"), static_cast<int>(row.integer("revision"))},
        {fromKey<ReceiptKind>(row.text("kind")).value(), row.text("code"), row.text("number"), row.date("dated_on"),
            fromKey<ReceiptStatus>(row.text("status")).value()}};
}

db::Row rowOf(const VoucherLine &line, VoucherId voucher, std::size_t number)
{
    return {{QStringLiteral("voucher_id"), voucher.value()}, {QStringLiteral("line_no"), static_cast<qint64>(number)},
        {QStringLiteral("account_id"), line.account.value()}, {QStringLiteral("side"), key(line.side)},
        {QStringLiteral("amount_fen"), line.amount.fen()}, {QStringLiteral("summary"), line.summary},
        {QStringLiteral("unit_id"), db::orNull(line.unit)}, {QStringLiteral("person_id"), db::orNull(line.person)},
        {QStringLiteral("fund_id"), db::orNull(line.fund)}, {QStringLiteral("project_id"), db::orNull(line.project)},
        {QStringLiteral("activity_id"), db::orNull(line.activity)},
        {QStringLiteral("cash_flow_item"), db::orNull(line.cashFlowItem)},
        {QStringLiteral("category_id"), db::orNull(line.category)},
        {QStringLiteral("dues_year"), line.duesYear ? QVariant(*line.duesYear) : QVariant()}};
}

db::Row rowOf(const VoucherDetails &details, const AccountingMonth &month)
{
    return {{QStringLiteral("period_id"), month.id.value()}, {QStringLiteral("dated_on"), details.date},
        {QStringLiteral("word"), details.word}, {QStringLiteral("kind"), key(details.kind)},
        {QStringLiteral("reverses_id"), db::orNull(details.reverses)},
        {QStringLiteral("replaces_id"), db::orNull(details.replaces)}, {QStringLiteral("paper_count"), details.paperCount},
        {QStringLiteral("no_document_reason"), db::orNull(details.noDocumentReason)}};
}

Voucher readHead(const db::Statement &row)
{
    Voucher voucher;
    voucher.id = row.id<VoucherId>("id");
    voucher.revision = static_cast<int>(row.integer("revision"));
    voucher.details.date = row.date("dated_on");
    voucher.details.word = row.text("word");
    voucher.details.kind = fromKey<VoucherKind>(row.text("kind")).value();
    voucher.details.paperCount = static_cast<int>(row.integer("paper_count"));
    voucher.details.noDocumentReason = row.text("no_document_reason");
    voucher.details.reverses = row.optionalId<VoucherId>("reverses_id");
    voucher.details.replaces = row.optionalId<VoucherId>("replaces_id");
    voucher.status = fromKey<VoucherStatus>(row.text("status")).value();
    voucher.year = static_cast<int>(row.integer("year"));
    voucher.month = static_cast<int>(row.integer("month"));
    if (const auto number = row.optionalInteger("number"))
        voucher.number = static_cast<int>(*number);
    voucher.agentStatus = fromKey<AgentStatus>(row.text("agent_status")).value();
    voucher.agentNumber = row.text("agent_number");
    voucher.reversedBy = row.optionalId<VoucherId>("reversed_by");
    return voucher;
}

} // namespace

std::optional<Voucher> VoucherRepository::find(VoucherId id) const
{
    db::Statement row(m_database,
        QStringLiteral("SELECT v.id, v.revision, v.dated_on, v.word, v.number, v.kind, v.status, v.agent_status, v.agent_number, "
                       "v.reverses_id, v.replaces_id, v.paper_count, v.no_document_reason, p.year, p.month, "
                       "(SELECT r.id FROM vouchers r WHERE r.reverses_id = v.id) AS reversed_by "
                       "FROM vouchers v JOIN periods p ON p.id = v.period_id WHERE v.id = :id"));
    if (!row.bind(QStringLiteral(":id"), id).next())
        return std::nullopt;
    Voucher voucher = readHead(row);
    voucher.details.lines = readLines(m_database, id);
    if (const std::optional<StoredReceipt> receipt = readReceipt(m_database, id))
        voucher.details.receipt = receipt->details;
    return voucher;
}

std::optional<VoucherId> VoucherRepository::findByCode(const VoucherNumber &code) const
{
    db::Statement row(m_database,
        QStringLiteral("SELECT v.id FROM vouchers v JOIN periods p ON p.id = v.period_id "
                       "WHERE p.year = :year AND p.month = :month AND v.word = :word AND v.number = :number"));
    row.bind(QStringLiteral(":year"), code.year)
        .bind(QStringLiteral(":month"), code.month)
        .bind(QStringLiteral(":word"), code.word)
        .bind(QStringLiteral(":number"), code.number);
    if (!row.next())
        return std::nullopt;
    return row.id<VoucherId>("id");
}

std::vector<VoucherId> VoucherRepository::inPostingOrder(const std::vector<VoucherId> &ids) const
{
    db::Statement row(m_database, QStringLiteral("SELECT dated_on FROM vouchers WHERE id = :id"));
    std::vector<std::pair<QString, VoucherId>> dated;
    for (const VoucherId id : ids) {
        row.bind(QStringLiteral(":id"), id).requireRow(translated("没有找到这笔收支"));
        dated.emplace_back(row.text("dated_on"), id);
    }
    std::sort(dated.begin(), dated.end());
    dated.erase(std::unique(dated.begin(), dated.end()), dated.end());
    std::vector<VoucherId> ordered;
    for (const auto &[date, id] : dated)
        ordered.push_back(id);
    return ordered;
}

std::vector<VoucherId> VoucherRepository::all() const
{
    db::Statement row(m_database,
        QStringLiteral("SELECT v.id FROM vouchers v JOIN periods p ON p.id = v.period_id ORDER BY p.year, p.month, "
                       "CASE WHEN v.number IS NULL THEN 1 ELSE 0 END, v.word, v.number, v.dated_on, v.id"));
    std::vector<VoucherId> ids;
    while (row.next())
        ids.push_back(row.id<VoucherId>("id"));
    return ids;
}

std::vector<VoucherId> VoucherRepository::onDay(QDate day) const
{
    db::Statement row(m_database, QStringLiteral("SELECT id FROM vouchers WHERE dated_on = :day ORDER BY id"));
    row.bind(":day", day);
    std::vector<VoucherId> ids;
    while (row.next())
        ids.push_back(row.id<VoucherId>("id"));
    return ids;
}

bool VoucherRepository::hasPosted() const
{
    db::Statement row(m_database, QStringLiteral("SELECT id FROM vouchers WHERE status = 'POSTED' LIMIT 1"));
    return row.next();
}

VoucherId VoucherRepository::insertDraft(
    session::Work &work, const AccountingMonth &month, const VoucherDetails &details, AgentStatus status) const
{
    db::Row row = rowOf(details, month);
    const session::User &user = work.session().user();
    row.emplace_back(QStringLiteral("agent_status"), key(status));
    row.emplace_back(QStringLiteral("prepared_by"), user.id.value());
    row.emplace_back(QStringLiteral("prepared_by_name"), user.name);
    const VoucherId id(work.insert(kVouchers, row));
    for (std::size_t i = 0; i < details.lines.size(); ++i)
        work.insert(kLines, rowOf(details.lines[i], id, i + 1));
    setReceipt(work, id, details.receipt);
    return id;
}

void VoucherRepository::updateDraft(
    session::Work &work, VoucherId id, int revision, const AccountingMonth &month, const VoucherDetails &details) const
{
    const bool hasSameHead = work.update(kVouchers, id.value(), revision, rowOf(details, month)) == revision;
    // A changed line is a change of the voucher: whoever still looks at the old one must be told.
    if (hasSameHead && readLines(m_database, id) != details.lines) {
        work.track(kVouchers, id.value());
        db::Statement(m_database, QStringLiteral("UPDATE vouchers SET revision = revision + 1 WHERE id = :id"))
            .bind(":id", id)
            .execute();
    }
    const std::vector<RowKey> keys = lineKeys(m_database, id);
    for (std::size_t i = 0; i < details.lines.size(); ++i) {
        const db::Row row = rowOf(details.lines[i], id, i + 1);
        if (i < keys.size())
            work.update(kLines, keys[i].id, keys[i].revision, row);
        else
            work.insert(kLines, row);
    }
    for (std::size_t i = details.lines.size(); i < keys.size(); ++i)
        work.remove(kLines, keys[i].id, keys[i].revision);
    setReceipt(work, id, details.receipt);
}

void VoucherRepository::removeDraft(session::Work &work, VoucherId id, int revision) const
{
    setReceipt(work, id, std::nullopt);
    for (const RowKey &line : lineKeys(m_database, id))
        work.remove(kLines, line.id, line.revision);
    work.remove(kVouchers, id.value(), revision);
}

int VoucherRepository::post(session::Work &work, const Voucher &voucher) const
{
    db::Statement account(m_database,
        QStringLiteral("SELECT l.id, l.revision, a.code, a.name, a.role FROM voucher_lines l "
                       "JOIN accounts a ON a.id = l.account_id WHERE l.voucher_id = :voucher ORDER BY l.line_no"));
    account.bind(QStringLiteral(":voucher"), voucher.id);
    std::vector<std::pair<RowKey, db::Row>> lines;
    while (account.next()) {
        lines.push_back({{account.integer("id"), static_cast<int>(account.integer("revision"))},
            {{QStringLiteral("account_code"), account.text("code")}, {QStringLiteral("account_name"), account.text("name")},
                {QStringLiteral("account_role"), account.text("role")}}});
    }
    for (const auto &[line, row] : lines)
        work.update(kLines, line.id, line.revision, row);

    db::Statement last(m_database,
        QStringLiteral("SELECT coalesce(max(o.number), 0) AS number FROM vouchers v JOIN vouchers o "
                       "ON o.period_id = v.period_id AND o.word = v.word WHERE v.id = :id"));
    last.bind(QStringLiteral(":id"), voucher.id).next();
    const int number = static_cast<int>(last.integer("number")) + 1;
    const session::Session &session = work.session();
    work.update(kVouchers, voucher.id.value(), voucher.revision,
        {{QStringLiteral("status"), key(VoucherStatus::Posted)}, {QStringLiteral("number"), number},
            {QStringLiteral("posted_by"), session.user().id.value()}, {QStringLiteral("posted_by_name"), session.user().name},
            {QStringLiteral("posted_at"), session::instantText(session.clock().now())}});
    return number;
}

void VoucherRepository::setAgent(
    session::Work &work, VoucherId id, int revision, AgentStatus status, const QString &agentNumber) const
{
    work.update(kVouchers, id.value(), revision,
        {{QStringLiteral("agent_status"), key(status)}, {QStringLiteral("agent_number"), db::orNull(agentNumber)}});
}

void VoucherRepository::setReceipt(session::Work &work, VoucherId id, const std::optional<ReceiptDetails> &receipt) const
{
    const std::optional<StoredReceipt> stored = readReceipt(m_database, id);
    if (!receipt) {
        if (stored)
            work.remove(kReceipts, stored->key.id, stored->key.revision);
        return;
    }
    const db::Row row{{QStringLiteral("voucher_id"), id.value()}, {QStringLiteral("kind"), key(receipt->kind)},
        {QStringLiteral("code"), db::orNull(receipt->code)}, {QStringLiteral("number"), db::orNull(receipt->number)},
        {QStringLiteral("dated_on"), db::orNull(receipt->date)}, {QStringLiteral("status"), key(receipt->status)}};
    if (stored)
        work.update(kReceipts, stored->key.id, stored->key.revision, row);
    else
        work.insert(kReceipts, row);
}

} // namespace mishutai::finance
