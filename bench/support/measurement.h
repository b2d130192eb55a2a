#pragma once

#include <QElapsedTimer>
#include <QString>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace mishutai::bench {

/// One line of the output: the median time of a thing, and its ratio to a yardstick measured in turn with it.
struct Measurement {
    QString name; ///< "report.whole"
    qint64 size = 0; ///< how many records it is about
    qint64 median = 0; ///< nanoseconds; where the name says 99th, that percentile
    qint64 yardstick = 0; ///< median of the yardstick, nanoseconds
    QString ratioTo; ///< what the yardstick is
    std::optional<int> reachMs = {}; ///< the median should be at most this
    std::optional<int> ratioReach = {}; ///< the ratio should be at most this
    std::optional<qint64> peakBytes = {}; ///< most memory that the process has held so far
};

/// Prints it as one JSON object on a line of standard output.
void print(const Measurement &measurement);

using Step = std::function<void()>;

/// Nanoseconds that a step takes.
template <class F> qint64 timeOf(F &&step)
{
    QElapsedTimer timer;
    timer.start();
    step();
    return timer.nsecsElapsed();
}

/// Most memory that this process has held, bytes.
qint64 peakMemory();

/// Of an odd or even number of times, the middle or upper middle one.
qint64 median(std::vector<qint64> times);
/// The time that so many of a hundred stay below.
qint64 percentile(std::vector<qint64> times, int hundredths);

/// Says itself how many nanoseconds it took, where not all that it does is to be measured.
using Timed = std::function<qint64()>;

/// Medians of a thing and its yardstick, done in turn: what loads the machine loads both.
std::pair<qint64, qint64> mediansInTurn(int rounds, const Timed &thing, const Timed &yardstick);
/// The same for steps that are measured whole.
std::pair<qint64, qint64> mediansOfSteps(int rounds, const Step &thing, const Step &yardstick);

/// Runs a bench. A failure goes to standard error. @return the exit status
int run(const Step &bench);

} // namespace mishutai::bench
