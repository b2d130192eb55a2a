#include "db/file/write_gate.h"

#include "base/error.h"

#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <QCoreApplication>
#include <QHash>

namespace mishutai::db {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("WriteGate", text);
}

} // namespace

std::shared_ptr<WriteGate> WriteGate::forFile(const QString &path)
{
    static std::mutex mutex;
    static QHash<QString, std::weak_ptr<WriteGate>> gates;
    const std::lock_guard guard(mutex);
    std::weak_ptr<WriteGate> &known = gates[path];
    std::shared_ptr<WriteGate> gate = known.lock();
    if (!gate) {
        gate = std::make_shared<WriteGate>();
        known = gate;
    }
    return gate;
}

WriteGate::Pass::~Pass()
{
    if (!m_gate)
        return;
    m_gate->m_holder = std::thread::id();
    m_gate->m_mutex.unlock();
}

WriteGate::Pass WriteGate::enter(std::chrono::milliseconds patience)
{
    if (m_holder == std::this_thread::get_id()) {
        spdlog::critical("write gate: this thread writes through another connection already");
        throw Error(Error::Kind::Storage, tr("无法写入数据文件"), tr("同一项任务用两个连接写入"), tr("请把日志交给维护人员"));
    }
    if (!m_mutex.try_lock_for(patience))
        throw Error(Error::Kind::Storage, tr("暂时无法写入数据文件"), tr("另一项任务正在写入"), tr("请等那项任务完成后再试"));
    m_holder = std::this_thread::get_id();
    return Pass(this);
}

std::unique_ptr<WriteGate::Pass> WriteGate::tryEnter()
{
    if (m_holder == std::this_thread::get_id() || !m_mutex.try_lock())
        return nullptr;
    m_holder = std::this_thread::get_id();
    return std::unique_ptr<Pass>(new Pass(this));
}

void WriteGate::checkpointIfDue(const Pass &, sqlite3 *handle, int walPages)
{
    // The WAL starts anew after a complete checkpoint: then the count falls.
    if (walPages < m_pagesAtLastTry)
        m_pagesAtLastTry = 0;
    if (walPages - m_pagesAtLastTry < kCheckpointPages)
        return;
    m_pagesAtLastTry = walPages;
    checkpoint(handle, SQLITE_CHECKPOINT_PASSIVE);
}

bool WriteGate::checkpointAll(const Pass &, sqlite3 *handle)
{
    m_pagesAtLastTry = 0;
    return checkpoint(handle, SQLITE_CHECKPOINT_TRUNCATE);
}

bool WriteGate::checkpoint(sqlite3 *handle, int mode)
{
    int inWal = 0;
    int moved = 0;
    const int result = sqlite3_wal_checkpoint_v2(handle, nullptr, mode, &inWal, &moved);
    const bool isHeldUp = (result & 0xff) == SQLITE_BUSY || (result == SQLITE_OK && moved < inWal);
    m_hasFault = result != SQLITE_OK && !isHeldUp;
    if (m_hasFault)
        spdlog::error("checkpoint failed: code {}, {} of {} pages moved", result, moved, inWal);
    else if (isHeldUp)
        spdlog::info("checkpoint held up by a reader: {} of {} pages moved", moved, inWal);
    return result == SQLITE_OK && !isHeldUp;
}

} // namespace mishutai::db
