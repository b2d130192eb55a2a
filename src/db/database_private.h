#pragma once

#include "db/database.h"
#include "db/write_gate.h"

#include <QSqlDatabase>

#include <thread>

namespace mishutai::db {

/// For db/*.cpp only.
struct Database::Private {
    QString path;
    QString connectionName;
    QSqlDatabase connection;
    sqlite3 *handle = nullptr;
    bool isWritable = false;
    std::shared_ptr<WriteGate> gate;
    std::thread::id thread = std::this_thread::get_id();
    int transactionDepth = 0; ///< Transactions alive; above 0 while SQLite itself is in autocommit means that it rolled back
    int walPages = 0; ///< pages in the WAL after the last commit of this connection
};

} // namespace mishutai::db
