#include "support/measurement.h"

#include "base/error.h"
#include "db/log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>

#include <sys/resource.h>

namespace mishutai::bench {

namespace {

double rounded(double value)
{
    return static_cast<double>(qRound64(value * 1000)) / 1000;
}

QJsonValue orNull(const std::optional<int> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

} // namespace

void print(const Measurement &measurement)
{
    constexpr double kNanosecondsAMs = 1e6;
    const double ratio
        = static_cast<double>(measurement.median) / static_cast<double>(std::max<qint64>(1, measurement.yardstick));
    QJsonObject line{{"name", measurement.name}, {"size", measurement.size},
        {"median", rounded(static_cast<double>(measurement.median) / kNanosecondsAMs)}, {"unit", "ms"},
        {"reach", orNull(measurement.reachMs)}, {"ratio", rounded(ratio)}, {"ratio_to", measurement.ratioTo}};
    if (measurement.ratioReach)
        line.insert("ratio_reach", *measurement.ratioReach);
    if (measurement.peakBytes)
        line.insert("peak_mb", *measurement.peakBytes / 1'000'000);
    QTextStream(stdout) << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
}

qint64 peakMemory()
{
    constexpr qint64 kBytesAUnit = 1'024;
    rusage usage{};
    return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss * kBytesAUnit : 0;
}

qint64 median(std::vector<qint64> times)
{
    Q_ASSERT(!times.empty());
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

qint64 percentile(std::vector<qint64> times, int hundredths)
{
    Q_ASSERT(!times.empty());
    constexpr size_t kWhole = 100;
    const size_t place = std::min(times.size() - 1, times.size() * static_cast<size_t>(hundredths) / kWhole);
    const auto wanted = times.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(times.begin(), wanted, times.end());
    return *wanted;
}

std::pair<qint64, qint64> mediansInTurn(int rounds, const Timed &thing, const Timed &yardstick)
{
    std::vector<qint64> times;
    std::vector<qint64> yardsticks;
    for (int round = 0; round < rounds; ++round) {
        // Neither always goes first, so neither always finds what the other left in the caches.
        if (round % 2 == 0) {
            times.push_back(thing());
            yardsticks.push_back(yardstick());
        } else {
            yardsticks.push_back(yardstick());
            times.push_back(thing());
        }
    }
    return {median(std::move(times)), median(std::move(yardsticks))};
}

std::pair<qint64, qint64> mediansOfSteps(int rounds, const Step &thing, const Step &yardstick)
{
    return mediansInTurn(
        rounds, [&] { return timeOf(thing); }, [&] { return timeOf(yardstick); });
}

int run(const Step &bench)
{
    try {
        // Standard output is for the measurements alone.
        db::initialiseLog();
        bench();
        return 0;
    } catch (const Error &error) {
        QTextStream(stderr) << error.text() << Qt::endl;
    } catch (const std::exception &error) {
        QTextStream(stderr) << error.what() << Qt::endl;
    }
    return 1;
}

} // namespace mishutai::bench
