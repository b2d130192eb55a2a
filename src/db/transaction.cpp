#include "db/transaction.h"

#include "base/error.h"
#include "db/database_private.h"
#include "db/sql_error.h"

#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <QCoreApplication>

namespace mishutai::db {

Transaction::Transaction(Database &database) : m_database(database), m_level(database.d->transactionDepth + 1)
{
    if (!database.isWritable()) {
        throw Error(Error::Kind::Storage, QCoreApplication::translate("Transaction", "无法保存"),
            QCoreApplication::translate("Transaction", "数据文件以只读方式打开"),
            QCoreApplication::translate("Transaction", "请关闭占用它的程序后重新打开"));
    }
    if (isOutermost()) {
        m_pass.emplace(database.gate().enter());
        run(QStringLiteral("BEGIN IMMEDIATE"));
    } else {
        run(QStringLiteral("SAVEPOINT ") + savepoint());
    }
    m_isOpen = true;
    ++database.d->transactionDepth;
}

Transaction::~Transaction()
{
    if (m_isOpen)
        undo();
}

void Transaction::commit()
{
    Q_ASSERT(m_isOpen);
    try {
        // SQLite undoes a whole transaction by itself on some errors; without this a RELEASE would fail only by chance.
        if (sqlite3_get_autocommit(m_database.handle()))
            throw sqlError(SQLITE_ABORT_ROLLBACK, QStringLiteral("transaction was rolled back"), QStringLiteral("COMMIT"));
        run(isOutermost() ? QStringLiteral("COMMIT") : QStringLiteral("RELEASE ") + savepoint());
    } catch (...) {
        undo();
        throw;
    }
    m_isOpen = false;
    --m_database.d->transactionDepth;
    if (m_pass) {
        m_database.gate().checkpointIfDue(*m_pass, m_database.handle(), m_database.d->walPages);
        m_pass.reset();
    }
}

void Transaction::undo() noexcept
{
    Q_ASSERT_X(m_database.d->transactionDepth == m_level, "Transaction", "ended out of order");
    m_isOpen = false;
    --m_database.d->transactionDepth;
    sqlite3 *handle = m_database.d->handle;
    if (!sqlite3_get_autocommit(handle)) {
        const QByteArray sql = isOutermost() ? QByteArray("ROLLBACK")
                                             : "ROLLBACK TO " + savepoint().toUtf8() + "; RELEASE " + savepoint().toUtf8();
        const int result = sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr);
        if (result != SQLITE_OK)
            spdlog::error("rollback failed: code {}", result);
    }
    m_pass.reset();
}

void Transaction::run(const QString &sql)
{
    sqlite3 *handle = m_database.handle();
    if (!isOutermost()) {
        // An import opens some savepoints a row: these are prepared once.
        std::shared_ptr<PreparedStatement> &prepared = m_database.d->prepared[sql];
        if (!prepared)
            prepared = std::make_shared<PreparedStatement>();
        sqlite3_stmt *statement = prepared->raw.get();
        if (!statement) {
            if (sqlite3_prepare_v3(handle, sql.toUtf8().constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
                != SQLITE_OK)
                throw sqlError(handle, sql);
            prepared->raw.reset(statement);
        }
        sqlite3_step(statement);
        if (sqlite3_reset(statement) != SQLITE_OK)
            throw sqlError(handle, sql);
        return;
    }
    if (sqlite3_exec(handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw sqlError(handle, sql);
}

QString Transaction::savepoint() const
{
    return QStringLiteral("level_%1").arg(m_level);
}

void deferForeignKeys(Database &database)
{
    database.runScript(QStringLiteral("PRAGMA defer_foreign_keys = ON"));
}

} // namespace mishutai::db
