#include "session/file_state_repository.h"

#include "db/statement.h"
#include "db/transaction.h"
#include "session/instant.h"

#include <QCoreApplication>

namespace mishutai::session {

FileState FileStateRepository::read() const
{
    db::Statement statement(m_database, "SELECT is_clean, opened_at, last_audit_id FROM file_state WHERE id = 1");
    statement.requireRow(QCoreApplication::translate("FileState", "数据文件缺少状态记录"));
    return {statement.flag("is_clean"), instantFromText(statement.text("opened_at")), statement.integer("last_audit_id")};
}

void FileStateRepository::markClosed()
{
    if (read().isClean)
        return;
    db::Transaction transaction(m_database);
    db::Statement(m_database, "UPDATE file_state SET is_clean = 1 WHERE id = 1").execute();
    transaction.commit();
}

} // namespace mishutai::session
