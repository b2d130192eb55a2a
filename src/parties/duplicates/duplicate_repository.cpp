#include "parties/duplicates/duplicate_repository.h"

#include "db/statement.h"
#include "parties/duplicates/distinct_repository.h"

#include <QHash>

namespace mishutai::parties {

namespace {

const char *const kUnits = R"(
SELECT u.id, u.code, u.name, u.short_name, u.credit_code, u.legal_representative_phone
FROM units AS u
WHERE u.merged_into_id IS NULL
ORDER BY u.id
)";
const char *const kAliases = R"(
SELECT a.unit_id, a.alias AS text
FROM unit_aliases AS a
ORDER BY a.id
)";
const char *const kPhones = R"(
SELECT c.unit_id, p.phone AS text
FROM contacts AS c
JOIN people AS p ON p.id = c.person_id
WHERE c.to_on IS NULL AND p.phone IS NOT NULL
ORDER BY c.id
)";
const char *const kPeople = R"(
SELECT l.id, l.code, l.name, l.phone, l.other_phone, l.unit_name
FROM v_person_list AS l
ORDER BY l.id
)";

void append(QStringList &texts, const QString &text)
{
    if (!text.isEmpty() && !texts.contains(text))
        texts.append(text);
}

/// Adds each row's text to the list of its unit.
void collect(const db::Database &database, const char *sql, const QHash<qint64, size_t> &places, std::vector<UnitMarks> &units,
    QStringList UnitMarks::*texts)
{
    db::Statement statement(database, sql);
    while (statement.next()) {
        const auto place = places.find(statement.integer("unit_id"));
        if (place != places.end())
            append(units[*place].*texts, statement.text("text"));
    }
}

template <class IdType> std::set<std::pair<IdType, IdType>> distinct(const db::Database &database, PartyKind kind)
{
    std::set<std::pair<IdType, IdType>> pairs;
    for (const DistinctPair &pair : DistinctRepository(database).all()) {
        if (pair.kind == kind)
            pairs.emplace(IdType(pair.first), IdType(pair.second));
    }
    return pairs;
}

} // namespace

std::vector<UnitMarks> DuplicateRepository::units() const
{
    std::vector<UnitMarks> result;
    QHash<qint64, size_t> places;
    db::Statement statement(m_database, kUnits);
    while (statement.next()) {
        UnitMarks marks{
            statement.id<UnitId>("id"), statement.text("code"), statement.text("name"), statement.text("credit_code"), {}, {}};
        append(marks.otherNames, statement.text("short_name"));
        append(marks.phones, statement.text("legal_representative_phone"));
        places.insert(marks.id.value(), result.size());
        result.push_back(std::move(marks));
    }
    collect(m_database, kAliases, places, result, &UnitMarks::otherNames);
    collect(m_database, kPhones, places, result, &UnitMarks::phones);
    return result;
}

std::vector<PersonMarks> DuplicateRepository::people() const
{
    std::vector<PersonMarks> result;
    db::Statement statement(m_database, kPeople);
    while (statement.next()) {
        PersonMarks marks{
            statement.id<PersonId>("id"), statement.text("code"), statement.text("name"), statement.text("unit_name"), {}};
        append(marks.phones, statement.text("phone"));
        append(marks.phones, statement.text("other_phone"));
        result.push_back(std::move(marks));
    }
    return result;
}

std::set<std::pair<UnitId, UnitId>> DuplicateRepository::distinctUnits() const
{
    return distinct<UnitId>(m_database, PartyKind::Unit);
}

std::set<std::pair<PersonId, PersonId>> DuplicateRepository::distinctPeople() const
{
    return distinct<PersonId>(m_database, PartyKind::Person);
}

} // namespace mishutai::parties
