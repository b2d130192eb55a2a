#include "parties/code_numbers.h"

#include "office/number_sequence_repository.h"

namespace mishutai::parties {

QString settledCode(
    session::Work &work, const CodeSeries &series, const QString &given, const std::function<bool(const QString &)> &isTaken)
{
    if (!given.isEmpty()) {
        if (const std::optional<int> number = office::numberOfCode(given, series.prefix, series.year))
            office::NumberSequenceRepository::raiseTo(work, series.sequence, series.year, *number);
        return given;
    }
    QString code;
    do {
        const int number = office::NumberSequenceRepository::next(work, series.sequence, series.year);
        code = office::codeText(series.prefix, series.year, number, series.digits);
    } while (isTaken(code));
    return code;
}

} // namespace mishutai::parties
