#include "members/certificates/certificate_repository.h"

#include "db/statement.h"

namespace mishutai::members {

bool CertificateRepository::isTaken(const QString &certificateNo) const
{
    db::Statement statement(m_database, "SELECT id FROM members WHERE certificate_no = :number");
    statement.bind(":number", certificateNo);
    return statement.next();
}

} // namespace mishutai::members
