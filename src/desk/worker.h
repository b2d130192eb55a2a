#pragma once

#include "base/clock.h"
#include "metrics/metric_service.h"
#include "session/session.h"

#include <memory>

namespace mishutai::desk {

/// What a worker thread needs to open the file that the window has open: the window's lock and login serve for both.
struct WorkerRequest {
    QString path;
    session::User user;
};

/// A connection and a session of a worker thread's own, beside the Application that holds the file.
class Worker
{
public:
    enum class Access {
        Read,
        Write,
        Scratch ///< a copy of the file, to look what a change would do; a file too large to copy is opened to write
    };
    /// @throws Error Storage, Io
    Worker(const WorkerRequest &request, Access access);
    ~Worker();
    Q_DISABLE_COPY_MOVE(Worker)

    session::Session &session() { return m_session; }
    const metrics::MetricService &metrics() const { return m_metrics; }

private:
    SystemClock m_clock;
    std::unique_ptr<db::Database> m_database;
    session::Session m_session;
    metrics::MetricService m_metrics;
};

} // namespace mishutai::desk
