#include "finance/accounts/account_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::finance {
namespace {

const QString kSelect = QStringLiteral(
    "SELECT a.id, a.revision, a.chart_code, a.code, a.name, p.code AS parent_code, a.kind, a.normal_side, a.restriction, "
    "a.role, a.postable, a.is_cash, a.active, a.bank_name, a.bank_number "
    "FROM accounts a LEFT JOIN accounts p ON p.id = a.parent_id ");

Account read(const db::Statement &row)
{
    AccountDetails details;
    details.chart = row.text("chart_code");
    details.code = row.text("code");
    details.name = row.text("name");
    details.parentCode = row.text("parent_code");
    details.kind = fromKey<AccountKind>(row.text("kind")).value();
    details.normalSide = fromKey<Side>(row.text("normal_side")).value();
    details.restriction = fromKey<Restriction>(row.text("restriction")).value();
    details.role = fromKey<AccountRole>(row.text("role")).value();
    details.isPostable = row.flag("postable");
    details.isCash = row.flag("is_cash");
    details.isActive = row.flag("active");
    details.bankName = row.text("bank_name");
    details.bankNumber = row.text("bank_number");
    return Account{row.id<AccountId>("id"), static_cast<int>(row.integer("revision")), details};
}

std::optional<Account> first(db::Statement &statement)
{
    if (!statement.next())
        return std::nullopt;
    return read(statement);
}

std::vector<Account> rest(db::Statement &statement)
{
    std::vector<Account> accounts;
    while (statement.next())
        accounts.push_back(read(statement));
    return accounts;
}

} // namespace

std::optional<Account> AccountRepository::find(AccountId id) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE a.id = :id"));
    return first(statement.bind(QStringLiteral(":id"), id));
}

std::optional<Account> AccountRepository::findByCode(const QString &chart, const QString &code) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE a.chart_code = :chart AND a.code = :code"));
    statement.bind(QStringLiteral(":chart"), chart).bind(QStringLiteral(":code"), code);
    return first(statement);
}

std::optional<Account> AccountRepository::findByName(const QString &chart, const QString &name) const
{
    db::Statement statement(m_database,
        kSelect + QStringLiteral("WHERE a.chart_code = :chart AND a.name = :name AND a.postable = 1 ORDER BY a.code LIMIT 1"));
    statement.bind(QStringLiteral(":chart"), chart).bind(QStringLiteral(":name"), name);
    return first(statement);
}

std::optional<Account> AccountRepository::sibling(AccountId id, Restriction restriction) const
{
    db::Statement statement(m_database,
        kSelect
            + QStringLiteral("JOIN accounts o ON o.parent_id = a.parent_id AND o.role = a.role WHERE o.id = :id "
                             "AND a.restriction = :restriction AND a.postable = 1 AND a.active = 1 ORDER BY a.code LIMIT 1"));
    statement.bind(QStringLiteral(":id"), id).bind(QStringLiteral(":restriction"), key(restriction));
    return first(statement);
}

std::optional<Account> AccountRepository::firstOfRole(const QString &chart, AccountRole role, Restriction restriction) const
{
    db::Statement statement(m_database,
        kSelect
            + QStringLiteral("WHERE a.chart_code = :chart AND a.role = :role AND a.postable = 1 AND a.active = 1 "
                             "AND (:any = 1 OR a.restriction = :restriction) ORDER BY a.code LIMIT 1"));
    statement.bind(QStringLiteral(":chart"), chart)
        .bind(QStringLiteral(":role"), key(role))
        .bind(QStringLiteral(":any"), restriction == Restriction::None)
        .bind(QStringLiteral(":restriction"), key(restriction));
    return first(statement);
}

std::vector<Account> AccountRepository::ofChart(const QString &chart) const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("WHERE a.chart_code = :chart ORDER BY a.code"));
    return rest(statement.bind(QStringLiteral(":chart"), chart));
}

std::vector<Account> AccountRepository::all() const
{
    db::Statement statement(m_database, kSelect + QStringLiteral("ORDER BY a.chart_code, a.code"));
    return rest(statement);
}

bool AccountRepository::hasChart(const QString &chart) const
{
    db::Statement statement(m_database, QStringLiteral("SELECT id FROM accounts WHERE chart_code = :chart LIMIT 1"));
    return statement.bind(QStringLiteral(":chart"), chart).next();
}

QString AccountRepository::nextChildCode(const QString &chart, const QString &parentCode) const
{
    db::Statement statement(m_database,
        QStringLiteral("SELECT coalesce(max(cast(substr(a.code, length(p.code) + 1) AS bigint)), 0) AS last FROM accounts p "
                       "JOIN accounts a ON a.parent_id = p.id AND length(a.code) = length(p.code) + 2 AND substr(a.code, "
                       "length(p.code) + 1) < '99' WHERE p.chart_code = :chart AND p.code = :code"));
    statement.bind(QStringLiteral(":chart"), chart).bind(QStringLiteral(":code"), parentCode);
    const qint64 last = statement.next() ? statement.integer("last") : 0;
    return parentCode + QStringLiteral("%1").arg(last + 1, 2, 10, QLatin1Char('0'));
}

namespace {

db::Row rowOf(const AccountRepository &repository, const AccountDetails &details)
{
    std::optional<AccountId> parent;
    if (!details.parentCode.isEmpty()) {
        const std::optional<Account> found = repository.findByCode(details.chart, details.parentCode);
        if (!found) {
            throw Error(Error::Kind::Validation, translated("没有上级科目 %1").arg(details.parentCode), {},
                translated("请先建立上级科目"))
                .withFields({{QStringLiteral("parentCode"), QStringLiteral("unknown"), translated("没有这个上级科目")}});
        }
        parent = found->id;
    }
    return {{QStringLiteral("chart_code"), details.chart}, {QStringLiteral("code"), details.code},
        {QStringLiteral("name"), details.name}, {QStringLiteral("parent_id"), db::orNull(parent)},
        {QStringLiteral("kind"), key(details.kind)}, {QStringLiteral("normal_side"), key(details.normalSide)},
        {QStringLiteral("restriction"), key(details.restriction)}, {QStringLiteral("role"), key(details.role)},
        {QStringLiteral("postable"), details.isPostable}, {QStringLiteral("is_cash"), details.isCash},
        {QStringLiteral("active"), details.isActive}, {QStringLiteral("bank_name"), db::orNull(details.bankName)},
        {QStringLiteral("bank_number"), db::orNull(details.bankNumber)}};
}

} // namespace

AccountId AccountRepository::insert(session::Work &work, const AccountDetails &details) const
{
    return AccountId(work.insert(QStringLiteral("accounts"), rowOf(*this, details)));
}

int AccountRepository::update(session::Work &work, AccountId id, int revision, const AccountDetails &details) const
{
    return work.update(QStringLiteral("accounts"), id.value(), revision, rowOf(*this, details));
}

void AccountRepository::remove(session::Work &work, AccountId id, int revision) const
{
    work.remove(QStringLiteral("accounts"), id.value(), revision);
}

} // namespace mishutai::finance
