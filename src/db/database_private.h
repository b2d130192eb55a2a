#pragma once

#include "db/database.h"
#include "db/file/write_gate.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <memory>
#include <thread>
#include <unordered_map>
#include <vector>

struct sqlite3_stmt;

namespace mishutai::db {

struct Finalized {
    void operator()(sqlite3_stmt *statement) const;
};

/// A prepared statement with what is known of it.
struct PreparedStatement {
    std::unique_ptr<sqlite3_stmt, Finalized> raw;
    std::vector<QString> parameters;
    std::vector<QByteArray> columns; ///< read at the first question for one
    bool isWriting = false;
    bool isInUse = false;
};

/// The text that writes rows of one table with these columns.
struct InsertText {
    std::vector<QString> columns;
    QString sql;
};

/// For db/*.cpp only.
struct Database::Private {
    QString path;
    QString connectionName;
    QSqlDatabase connection;
    sqlite3 *handle = nullptr;
    bool isWritable = false;
    bool isScratch = false;
    std::shared_ptr<WriteGate> gate;
    std::thread::id thread = std::this_thread::get_id();
    int transactionDepth = 0; ///< Transactions alive; above 0 while SQLite itself is in autocommit means that it rolled back
    /// Statements by their text, kept for the next who asks: preparing took 40 % of an import. Forgotten when the schema may
    /// change.
    std::unordered_map<QString, std::shared_ptr<PreparedStatement>> prepared;
    static constexpr std::size_t kMostPrepared = 200;
    std::unordered_map<QString, InsertText> inserts; ///< by table, as rows came last
    int walPages = 0; ///< pages in the WAL after the last commit of this connection
};

} // namespace mishutai::db
