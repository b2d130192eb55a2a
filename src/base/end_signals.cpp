#include "base/end_signals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#endif

namespace mishutai {

#ifdef Q_OS_UNIX

namespace {

constexpr int kSignals[]{SIGTERM, SIGINT, SIGHUP};
int s_pipe[2]{-1, -1};
struct sigaction s_before[std::size(kSignals)];

// Only what a handler may call: the event loop reads the other end.
void passOn(int)
{
    const int kept = errno;
    const char one = 1;
    const auto written = write(s_pipe[1], &one, 1);
    Q_UNUSED(written)
    errno = kept;
}

void emptyPipe()
{
    char buffer[16];
    while (read(s_pipe[0], buffer, sizeof buffer) > 0) { }
}

} // namespace

EndSignals::EndSignals()
{
    Q_ASSERT(s_pipe[0] < 0);
    if (pipe(s_pipe) != 0)
        return; // then signals end the program at once, as ever
    for (const int end : s_pipe) {
        fcntl(end, F_SETFL, O_NONBLOCK);
        fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    auto *notifier = new QSocketNotifier(s_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        emptyPipe();
        Q_EMIT asked();
    });
    struct sigaction action {
    };
    action.sa_handler = passOn;
    action.sa_flags = SA_RESTART;
    for (size_t i = 0; i < std::size(kSignals); ++i)
        sigaction(kSignals[i], &action, &s_before[i]);
}

EndSignals::~EndSignals()
{
    if (s_pipe[0] < 0)
        return;
    for (size_t i = 0; i < std::size(kSignals); ++i)
        sigaction(kSignals[i], &s_before[i], nullptr);
    for (int &end : s_pipe) {
        close(end);
        end = -1;
    }
}

#else

EndSignals::EndSignals() = default;
EndSignals::~EndSignals() = default;

#endif

} // namespace mishutai
