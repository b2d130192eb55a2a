#include "parties/duplicates/duplicate_finder.h"

#include "base/chinese/credit_code.h"
#include "parties/field_rules.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

constexpr size_t kMostTold = 5;
constexpr size_t kMostSharers = 4;

QStringList tidiedPhones(const QStringList &phones)
{
    QStringList result;
    for (const QString &phone : phones) {
        if (!phone.trimmed().isEmpty())
            result.append(tidiedPhone(phone));
    }
    return result;
}

/// Two units of one name have a code each; a code that was typed wrong tells nothing.
bool areTwo(const QString &a, const QString &b)
{
    return !a.isEmpty() && !b.isEmpty() && a != b && !creditCodeFault(a) && !creditCodeFault(b);
}

/// Keeps the surest reason of each record.
class Found
{
public:
    void add(size_t place, DuplicateReason reason)
    {
        const auto [known, isNew] = m_reasons.emplace(place, reason);
        if (!isNew)
            known->second = std::min(known->second, reason);
    }
    std::vector<std::pair<DuplicateReason, size_t>> surestFirst() const
    {
        std::vector<std::pair<DuplicateReason, size_t>> result;
        for (const auto &[place, reason] : m_reasons)
            result.emplace_back(reason, place);
        std::ranges::sort(result);
        return result;
    }

private:
    std::map<size_t, DuplicateReason> m_reasons;
};

/// The pairs among records that share something, each with its surest reason.
template <class Marks> class Pairs
{
public:
    using IdType = decltype(Marks::id);

    Pairs(const std::vector<Marks> &marks, const std::set<std::pair<IdType, IdType>> &distinct)
        : m_marks(marks), m_distinct(distinct)
    {
    }
    void add(size_t a, size_t b, DuplicateReason reason)
    {
        if (a == b || m_distinct.contains(std::minmax({m_marks[a].id, m_marks[b].id})))
            return;
        const auto [known, isNew] = m_reasons.emplace(std::minmax(a, b), reason);
        if (!isNew)
            known->second = std::min(known->second, reason);
    }
    void addSharers(const QHash<QString, std::vector<size_t>> &sharers, DuplicateReason reason)
    {
        for (const std::vector<size_t> &places : sharers) {
            if (places.size() > kMostSharers)
                continue;
            for (size_t i = 0; i < places.size(); ++i) {
                for (size_t j = i + 1; j < places.size(); ++j)
                    add(places[i], places[j], reason);
            }
        }
    }
    auto take() const
    {
        std::vector<DuplicatePair<IdType>> result;
        for (const auto &[pair, reason] : m_reasons)
            result.push_back({m_marks[pair.first].id, m_marks[pair.second].id, reason});
        std::ranges::stable_sort(result, {}, [](const auto &pair) { return pair.reason; });
        return result;
    }

private:
    const std::vector<Marks> &m_marks;
    const std::set<std::pair<IdType, IdType>> &m_distinct;
    std::map<std::pair<size_t, size_t>, DuplicateReason> m_reasons;
};

/// Whether the record is the one that asks, or was marked as another.
template <class IdType>
bool isApart(const std::set<std::pair<IdType, IdType>> &distinct, std::optional<IdType> self, IdType found)
{
    return self && (*self == found || distinct.contains(std::minmax({*self, found})));
}

} // namespace

QString label(DuplicateReason reason)
{
    switch (reason) {
    case DuplicateReason::CreditCode:
        return tr("信用代码相同");
    case DuplicateReason::SameName:
        return tr("名称相同");
    case DuplicateReason::LikeName:
        return tr("名称相近");
    case DuplicateReason::OtherName:
        return tr("简称或曾用名相同");
    case DuplicateReason::Phone:
        return tr("电话相同");
    }
    return {};
}

void DuplicateFinder::read() const
{
    if (m_isRead)
        return;
    m_session.require(session::Operation::PartyRead);
    const DuplicateRepository repository(m_session.database());
    for (UnitMarks &marks : repository.units())
        index(std::move(marks));
    for (PersonMarks &marks : repository.people())
        index(std::move(marks));
    m_distinctUnits = repository.distinctUnits();
    m_distinctPeople = repository.distinctPeople();
    m_isRead = true;
}

void DuplicateFinder::index(UnitMarks marks) const
{
    const size_t place = m_units.size();
    if (!marks.creditCode.isEmpty())
        m_unitsByCreditCode.insert(marks.creditCode, place);
    const auto addName = [&](const QString &name, bool isFullName) {
        const NameKey key = nameKey(name);
        if (!key.stem.isEmpty())
            m_unitsByStem[key.stem].push_back({place, key, isFullName});
    };
    addName(marks.name, true);
    for (const QString &name : std::as_const(marks.otherNames))
        addName(name, false);
    for (const QString &phone : std::as_const(marks.phones))
        m_unitsByPhone[phone].push_back(place);
    m_units.push_back(std::move(marks));
}

void DuplicateFinder::index(PersonMarks marks) const
{
    const size_t place = m_people.size();
    m_peopleByName[marks.name].push_back(place);
    for (const QString &phone : std::as_const(marks.phones))
        m_peopleByPhone[phone].push_back(place);
    m_people.push_back(std::move(marks));
}

std::vector<UnitLikeness> DuplicateFinder::units(const UnitQuestion &question, std::optional<UnitId> self) const
{
    read();
    Found found;
    const QString creditCode = normalizedCreditCode(question.creditCode);
    const auto byCode = m_unitsByCreditCode.find(creditCode);
    if (byCode != m_unitsByCreditCode.end())
        found.add(*byCode, DuplicateReason::CreditCode);
    const auto addNames = [&](const QString &name, bool isFullName) {
        const NameKey key = nameKey(name);
        for (const Named &each : m_unitsByStem.value(key.stem)) {
            if (!key.isLike(each.key) || areTwo(creditCode, m_units[each.unit].creditCode))
                continue;
            const bool isSame = isFullName && each.isFullName && m_units[each.unit].name == name.trimmed();
            found.add(each.unit,
                isSame                              ? DuplicateReason::SameName
                    : isFullName && each.isFullName ? DuplicateReason::LikeName
                                                    : DuplicateReason::OtherName);
        }
    };
    addNames(question.name, true);
    for (const QString &name : question.otherNames)
        addNames(name, false);
    for (const QString &phone : tidiedPhones(question.phones)) {
        for (const size_t place : m_unitsByPhone.value(phone))
            found.add(place, DuplicateReason::Phone);
    }
    std::vector<UnitLikeness> result;
    for (const auto &[reason, place] : found.surestFirst()) {
        const UnitMarks &marks = m_units[place];
        if (result.size() < kMostTold && !isApart(m_distinctUnits, self, marks.id))
            result.push_back({marks.id, marks.code, marks.name, reason});
    }
    return result;
}

std::vector<PersonLikeness> DuplicateFinder::people(
    const QString &name, const QStringList &phones, std::optional<PersonId> self) const
{
    read();
    Found found;
    const QStringList numbers = tidiedPhones(phones);
    for (const QString &phone : numbers) {
        for (const size_t place : m_peopleByPhone.value(phone))
            found.add(place, DuplicateReason::Phone);
    }
    for (const size_t place : m_peopleByName.value(name.trimmed())) {
        // Two of one name with different numbers are two.
        if (numbers.isEmpty() || m_people[place].phones.isEmpty())
            found.add(place, DuplicateReason::SameName);
    }
    std::vector<PersonLikeness> result;
    for (const auto &[reason, place] : found.surestFirst()) {
        const PersonMarks &marks = m_people[place];
        if (result.size() < kMostTold && !isApart(m_distinctPeople, self, marks.id))
            result.push_back({marks.id, marks.code, marks.name, marks.unitName, reason});
    }
    return result;
}

void DuplicateFinder::add(UnitId id, const QString &code, const UnitQuestion &marks)
{
    read();
    index(UnitMarks{
        id, code, marks.name.trimmed(), normalizedCreditCode(marks.creditCode), marks.otherNames, tidiedPhones(marks.phones)});
}

void DuplicateFinder::add(PersonId id, const QString &code, const QString &name, const QStringList &phones)
{
    read();
    index(PersonMarks{id, code, name.trimmed(), {}, tidiedPhones(phones)});
}

std::vector<DuplicatePair<UnitId>> DuplicateFinder::unitPairs() const
{
    read();
    Pairs<UnitMarks> pairs(m_units, m_distinctUnits);
    for (const std::vector<Named> &named : m_unitsByStem) {
        for (size_t i = 0; i < named.size(); ++i) {
            for (size_t j = i + 1; j < named.size(); ++j) {
                if (!named[i].key.isLike(named[j].key)
                    || areTwo(m_units[named[i].unit].creditCode, m_units[named[j].unit].creditCode))
                    continue;
                const bool isFull = named[i].isFullName && named[j].isFullName;
                const bool isSame = m_units[named[i].unit].name == m_units[named[j].unit].name;
                pairs.add(named[i].unit, named[j].unit,
                    isSame       ? DuplicateReason::SameName
                        : isFull ? DuplicateReason::LikeName
                                 : DuplicateReason::OtherName);
            }
        }
    }
    pairs.addSharers(m_unitsByPhone, DuplicateReason::Phone);
    return pairs.take();
}

std::vector<DuplicatePair<PersonId>> DuplicateFinder::personPairs() const
{
    read();
    Pairs<PersonMarks> pairs(m_people, m_distinctPeople);
    pairs.addSharers(m_peopleByPhone, DuplicateReason::Phone);
    for (const std::vector<size_t> &places : m_peopleByName) {
        for (size_t i = 0; i < places.size(); ++i) {
            for (size_t j = i + 1; j < places.size(); ++j) {
                if (m_people[places[i]].phones.isEmpty() || m_people[places[j]].phones.isEmpty())
                    pairs.add(places[i], places[j], DuplicateReason::SameName);
            }
        }
    }
    return pairs.take();
}

} // namespace mishutai::parties
