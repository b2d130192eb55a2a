#pragma once

#include <QString>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <thread>

struct sqlite3;

namespace mishutai::db {

/// The one place of this process that write transactions and checkpoints of one data file pass, so that no two connections write
/// or checkpoint at once (SQLite before 3.51.3 may damage a WAL file otherwise). Thread-safe.
class WriteGate
{
public:
    /// The gate of a file, shared by all its connections. @param path canonical
    static std::shared_ptr<WriteGate> forFile(const QString &path);

    /// Leave to write; given back by the destructor, in the thread that got it.
    class Pass
    {
    public:
        Pass(Pass &&other) noexcept : m_gate(std::exchange(other.m_gate, nullptr)) { }
        Pass &operator=(Pass &&) = delete;
        ~Pass();

    private:
        friend class WriteGate;
        explicit Pass(WriteGate *gate) : m_gate(gate) { }
        WriteGate *m_gate;
    };

    /// Waits until nobody else writes.
    /// @throws Error Storage when another task still writes after `patience`, or when this thread already holds the gate
    ///         through another connection (a bug, which would wait for ever)
    Pass enter(std::chrono::milliseconds patience = std::chrono::seconds(60));
    /// Nothing when somebody writes.
    std::unique_ptr<Pass> tryEnter();

    /// Whether somebody writes now; it may be over the next moment.
    bool isBusy() const { return m_holder.load() != std::thread::id(); }

    /// After a commit: moves the WAL into the file when it has grown by kCheckpointPages since the last time. Only with a Pass.
    void checkpointIfDue(const Pass &pass, sqlite3 *handle, int walPages);
    /// Moves all of the WAL into the file and empties it; says whether that was done. Only with a Pass.
    bool checkpointAll(const Pass &pass, sqlite3 *handle);
    /// Whether the last checkpoint failed (not: was held up by a reader). Nothing is lost then, but the disk is in trouble.
    bool hasCheckpointFault() const { return m_hasFault; }

    static constexpr int kCheckpointPages = 1000;

private:
    bool checkpoint(sqlite3 *handle, int mode);

    std::timed_mutex m_mutex;
    std::atomic<std::thread::id> m_holder;
    std::atomic<bool> m_hasFault = false;
    int m_pagesAtLastTry = 0; ///< guarded by the gate itself
};

} // namespace mishutai::db
