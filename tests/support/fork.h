#pragma once

#include <QtGlobal>

#include <cstdlib>
#include <functional>

#include <sys/wait.h>
#include <unistd.h>

namespace mishutai::test {

/// How a child process ended.
struct ChildEnd {
    int status = -1; ///< exit status, -1 when it was killed
    int signal = 0;
};

/// Runs `work` in a forked child that ends by _exit(work()). The child must open connections of its own.
inline pid_t startChild(const std::function<int()> &work)
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        int status = 99;
        try {
            status = work();
        } catch (...) {
        }
        ::_exit(status);
    }
    return pid;
}

inline ChildEnd waitForChild(pid_t pid)
{
    int raw = 0;
    while (::waitpid(pid, &raw, 0) < 0) { }
    ChildEnd end;
    if (WIFEXITED(raw))
        end.status = WEXITSTATUS(raw);
    if (WIFSIGNALED(raw))
        end.signal = WTERMSIG(raw);
    return end;
}

inline ChildEnd runChild(const std::function<int()> &work)
{
    return waitForChild(startChild(work));
}

} // namespace mishutai::test
