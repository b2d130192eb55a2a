#include "desk/worker.h"

#include "db/database.h"
#include "desk/metric_filters.h"

namespace mishutai::desk {

Worker::Worker(const WorkerRequest &request, Access access)
    : m_database(
        db::Database::open(request.path, access == Access::Write ? db::Database::Access::Write : db::Database::Access::Read)),
      m_session(*m_database, m_clock, request.user), m_metrics(m_session, metrics::Catalogue::standard(),
                                                         [this](const QString &source) { return filterWords(m_session, source); })
{
}

Worker::~Worker() = default;

} // namespace mishutai::desk
