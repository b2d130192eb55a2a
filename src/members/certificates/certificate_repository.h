#pragma once

#include <QString>

namespace mishutai::db {
class Database;
}

namespace mishutai::members {

/// Whether a member bears this certificate number.
class CertificateRepository
{
public:
    explicit CertificateRepository(const db::Database &database) : m_database(database) { }

    bool isTaken(const QString &certificateNo) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::members
