#pragma once

#include "db/database.h"
#include "db/migrator.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>
#include <stdexcept>

namespace mishutai::test {

/// A data file in a folder of its own, open for writing, removed at the end of the test. Migrated: with the schema that the
/// program carries (built once a process and copied); Blank: without a table.
class TestDatabase
{
public:
    enum class Schema { Migrated, Blank };

    explicit TestDatabase(Schema schema = Schema::Migrated)
    {
        if (schema == Schema::Blank)
            m_database = db::Database::create(path());
        else if (!QFile::copy(migratedTemplate(), path()))
            throw std::runtime_error("the migrated data file could not be copied");
        else
            m_database = db::Database::open(path(), db::Database::Access::Write);
    }

    db::Database &database() { return *m_database; }
    operator db::Database &() { return *m_database; }
    QString folder() const { return m_folder.path(); }
    QString path() const { return m_folder.filePath(QStringLiteral("test.mishutai")); }
    /// A connection more, for readers, second writers and other threads (call it there).
    std::unique_ptr<db::Database> another(db::Database::Access access) const { return db::Database::open(path(), access); }
    /// Closes the connection, for tests that look at the file itself.
    void close() { m_database.reset(); }
    void reopen(db::Database::Access access = db::Database::Access::Write)
    {
        m_database.reset();
        m_database = db::Database::open(path(), access);
    }

private:
    static QString migratedTemplate()
    {
        static const QTemporaryDir folder;
        static const QString file = [] {
            const QString made = folder.filePath(QStringLiteral("template.mishutai"));
            const std::unique_ptr<db::Database> database = db::Database::create(made);
            db::Migrator::carried().migrate(*database);
            return made;
        }();
        return file;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<db::Database> m_database;
};

} // namespace mishutai::test
