#include "parties/code_numbers.h"

#include "office/number_sequence_repository.h"

namespace mishutai::parties {

namespace {

constexpr int kNoYear = 0;
constexpr int kDigits = 4;

} // namespace

QString settledCode(
    session::Work &work, const CodeSeries &series, const QString &given, const std::function<bool(const QString &)> &isTaken)
{
    if (!given.isEmpty()) {
        if (const std::optional<int> number = office::numberOfCode(given, series.prefix, kNoYear))
            office::NumberSequenceRepository::raiseTo(work, series.sequence, kNoYear, *number);
        return given;
    }
    QString code;
    do {
        const int number = office::NumberSequenceRepository::next(work, series.sequence, kNoYear);
        code = office::codeText(series.prefix, kNoYear, number, kDigits);
    } while (isTaken(code));
    return code;
}

} // namespace mishutai::parties
