#pragma once

#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <memory>

class QSqlDatabase;
struct sqlite3;

namespace mishutai::db {

class WriteGate;

/// One connection to one data file. Belongs to the thread that made it: every use from another thread is a bug and
/// stops the program in a debug build, throws Error (Storage) in a release build.
///
/// Write connections: WAL, synchronous=FULL. Read connections: query_only. Both: foreign_keys, recursive_triggers,
/// cell_size_check, secure_delete on; trusted_schema off; wal_autocheckpoint=0 (WriteGate checkpoints).
class Database
{
public:
    enum class Access { Write, Read };

    /// Opens an existing data file. Reads application id and schema version before anything else, with a read-only handle.
    /// @throws Error Io (no such file, no right to it), Storage (no data file of this program, damaged, of a newer program:
    ///         not one byte of it is changed)
    static std::unique_ptr<Database> open(const QString &path, Access access);
    /// As above, for a program that knows schema versions up to `newestVersion` (open() takes the newest migration carried).
    static std::unique_ptr<Database> open(const QString &path, Access access, int newestVersion);
    /// Creates an empty data file (mode 0600) with the application id and no table yet; Migrator builds the schema.
    /// @throws Error Conflict when the file exists, Io when the folder is not writable
    static std::unique_ptr<Database> create(const QString &path);
    /// A copy in memory of what a data file holds by now, to try out what a change would do: nobody else sees what is written to
    /// it, it goes with the object, and its gate is its own, so whoever writes to the file is not held up. @throws as open()
    static std::unique_ptr<Database> scratchOf(const QString &path);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Of a scratch copy: the path of the file that it was made of.
    const QString &path() const;
    bool isWritable() const;
    /// The gate that all write connections of this process to this file share.
    WriteGate &gate() const;
    bool isInTransaction() const;
    /// PRAGMA user_version: number of the last migration applied, 0 in a file without tables.
    int schemaVersion() const;

    /// Runs the statements of a script one by one, as the engine splits them. For migrations and pragmas. Outside a
    /// Transaction it holds the gate while it runs.
    /// @throws Error (Storage, Conflict, Validation as Statement)
    void runScript(const QString &script);

    /// For db/ only: the QtSql connection and the engine's handle.
    QSqlDatabase connection() const;
    sqlite3 *handle() const;

    /// 'MSTA', PRAGMA application_id of every data file.
    static constexpr qint32 kApplicationId = 0x4D535441;

private:
    friend class Statement;
    friend class Transaction;
    friend class InsertTexts;
    struct Private;
    explicit Database(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace mishutai::db
