#pragma once

#include "parties/duplicates/duplicate_repository.h"
#include "parties/duplicates/name_key.h"

#include <QHash>

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// Why two records may be one, the surest first.
enum class DuplicateReason { CreditCode, SameName, LikeName, OtherName, Phone };
/// 信用代码相同, 全称相同, 名称相近, 简称或曾用名相同, 电话相同
QString label(DuplicateReason reason);

/// A record that another may already be.
struct UnitLikeness {
    UnitId id;
    QString code;
    QString name;
    DuplicateReason reason;
};
struct PersonLikeness {
    PersonId id;
    QString code;
    QString name;
    QString unitName;
    DuplicateReason reason; ///< SameName or Phone
};

template <class IdType> struct DuplicatePair {
    IdType first; ///< entered before the second
    IdType second;
    DuplicateReason reason;
};

/// Finds units and people that are registered already: by credit code, by name without company form and place, by phone. Reads
/// all of them once, at the first question; after that a question costs the same however many there are. Sees what is stored at
/// that moment; add() tells it what its caller has stored since. Two that were marked as no duplicates are never found again.
/// Reads nothing that it tells to others but names and codes. Thread: the session's.
class DuplicateFinder
{
public:
    /// @throws Error Forbidden (PartyRead) at the first question
    explicit DuplicateFinder(session::Session &session) : m_session(session) { }

    struct UnitQuestion {
        QString name;
        QString creditCode = {};
        QStringList otherNames = {}; ///< short name, aliases
        QStringList phones = {}; ///< in any spelling
    };
    /// The surest first, each unit once, at most five. @param self is left out
    std::vector<UnitLikeness> units(const UnitQuestion &question, std::optional<UnitId> self = std::nullopt) const;
    /// Everybody with this number, and of this name where no number tells them apart.
    std::vector<PersonLikeness> people(
        const QString &name, const QStringList &phones, std::optional<PersonId> self = std::nullopt) const;

    void add(UnitId id, const QString &code, const UnitQuestion &marks);
    void add(PersonId id, const QString &code, const QString &name, const QStringList &phones);

    /// 疑似重复: every two that may be one, by the reason and then the order of entry. A number that more than four share (an
    /// agent's) is no sign.
    std::vector<DuplicatePair<UnitId>> unitPairs() const;
    std::vector<DuplicatePair<PersonId>> personPairs() const;

private:
    struct Named {
        size_t unit;
        NameKey key;
        bool isFullName;
    };
    using Places = QHash<QString, std::vector<size_t>>;

    void read() const;
    void index(UnitMarks marks) const;
    void index(PersonMarks marks) const;

    session::Session &m_session;
    // Filled at the first question.
    mutable bool m_isRead = false;
    mutable std::set<std::pair<UnitId, UnitId>> m_distinctUnits;
    mutable std::set<std::pair<PersonId, PersonId>> m_distinctPeople;
    mutable std::vector<UnitMarks> m_units;
    mutable std::vector<PersonMarks> m_people;
    mutable QHash<QString, size_t> m_unitsByCreditCode;
    mutable QHash<QString, std::vector<Named>> m_unitsByStem;
    mutable Places m_unitsByPhone;
    mutable Places m_peopleByName;
    mutable Places m_peopleByPhone;
};

} // namespace mishutai::parties
