#pragma once

#include <QString>

#include <optional>

namespace mishutai::session {
class Work;
}

namespace mishutai::office {

/// The numbers given to records, by name and year. A number is given once only: a Work that is undone gives it back, an undo from
/// history does not.
class NumberSequenceRepository
{
public:
    /// The next number, from 1. @param year 0 for a sequence that runs on over the years
    static int next(session::Work &work, const QString &name, int year = 0);
    /// Takes note of a number that came from elsewhere (an import with codes), so that next() goes on after it.
    static void raiseTo(session::Work &work, const QString &name, int year, int number);
};

/// The next number of a year's sequence: nextCode(work, "activity", 2021) → 3.
int nextCode(session::Work &work, const QString &name, int year);

/// "活动-2021-003"; without a year "会员-0003". Numbers longer than `digits` are written out.
QString codeText(const QString &prefix, int year, int number, int digits = 3);
/// The number of a code that codeText() of this prefix and year has written; nothing for any other text.
std::optional<int> numberOfCode(const QString &code, const QString &prefix, int year);

} // namespace mishutai::office
