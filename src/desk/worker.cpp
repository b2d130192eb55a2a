#include "desk/worker.h"

#include "db/database.h"
#include "desk/metric_filters.h"

#include <QFileInfo>

namespace mishutai::desk {

namespace {

/// A data file of 100,000 members is smaller.
constexpr qint64 kMostCopied = 512LL * 1024 * 1024;

std::unique_ptr<db::Database> opened(const QString &path, Worker::Access access)
{
    if (access == Worker::Access::Scratch && QFileInfo(path).size() <= kMostCopied)
        return db::Database::scratchOf(path);
    return db::Database::open(path, access == Worker::Access::Read ? db::Database::Access::Read : db::Database::Access::Write);
}

} // namespace

Worker::Worker(const WorkerRequest &request, Access access)
    : m_database(opened(request.path, access)), m_session(*m_database, m_clock, request.user),
      m_metrics(
          m_session, metrics::Catalogue::standard(), [this](const QString &source) { return filterWords(m_session, source); })
{
}

Worker::~Worker() = default;

} // namespace mishutai::desk
