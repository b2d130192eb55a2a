#include "office/number_sequence_repository.h"

#include "db/database.h"
#include "db/statement.h"
#include "session/work.h"

#include <algorithm>

namespace mishutai::office {

namespace {

QString start(const QString &prefix, int year)
{
    return year == 0 ? prefix + u'-' : QStringLiteral("%1-%2-").arg(prefix).arg(year, 4, 10, QLatin1Char('0'));
}

} // namespace

int NumberSequenceRepository::next(session::Work &work, const QString &name, int year)
{
    // The update holds the row until the end of the transaction, so nobody reads the same number.
    db::Statement count(work.database(), "UPDATE number_sequences SET last = last + 1 WHERE name = :name AND year = :year");
    if (count.bind(":name", name).bind(":year", year).execute().changedRows() == 0) {
        db::Statement(work.database(), "INSERT INTO number_sequences (name, year, last) VALUES (:name, :year, 1)")
            .bind(":name", name)
            .bind(":year", year)
            .execute();
        return 1;
    }
    db::Statement last(work.database(), "SELECT last FROM number_sequences WHERE name = :name AND year = :year");
    last.bind(":name", name).bind(":year", year).next();
    return static_cast<int>(last.integer("last"));
}

void NumberSequenceRepository::raiseTo(session::Work &work, const QString &name, int year, int number)
{
    db::Statement(work.database(),
        "INSERT INTO number_sequences (name, year, last) VALUES (:name, :year, :number) "
        "ON CONFLICT (name, year) DO UPDATE SET last = excluded.last WHERE number_sequences.last < excluded.last")
        .bind(":name", name)
        .bind(":year", year)
        .bind(":number", number)
        .execute();
}

int nextCode(session::Work &work, const QString &name, int year)
{
    return NumberSequenceRepository::next(work, name, year);
}

QString codeText(const QString &prefix, int year, int number, int digits)
{
    return start(prefix, year) + QStringLiteral("%1").arg(number, digits, 10, QLatin1Char('0'));
}

std::optional<int> numberOfCode(const QString &code, const QString &prefix, int year)
{
    const QString head = start(prefix, year);
    const QString tail = code.mid(head.size());
    const bool isNumber = !tail.isEmpty() && std::ranges::all_of(tail, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const int number = tail.toInt(&fits);
    return code.startsWith(head) && isNumber && fits && number > 0 ? std::optional(number) : std::nullopt;
}

} // namespace mishutai::office
