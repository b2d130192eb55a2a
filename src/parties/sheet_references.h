#pragma once

#include "base/ids.h"
#include "office/sheets/row_reader.h"

#include <QHash>

#include <optional>

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

// Links that stand in one cell of a row: a unit by 单位编号, 信用代码, 全称 or another name, a person by 人员编号 or 姓名.
// As with RowReader, a column that the sheet lacks leaves the field alone and an empty cell empties it; a cell that means none
// or several is a fault of that column.

void readUnit(session::Session &session, office::RowReader &cells, const QString &key, std::optional<UnitId> &target);
void readPerson(session::Session &session, office::RowReader &cells, const QString &key, std::optional<PersonId> &target);

/// Codes and names for the links of an export. A unit or person that was merged away gives those of the one that goes on.
/// Remembers what it has looked up; used on the session's thread.
class LinkTexts
{
public:
    explicit LinkTexts(session::Session &session) : m_session(session) { }

    QString unitCode(const std::optional<UnitId> &id) const { return id ? unit(*id).code : QString(); }
    QString unitName(const std::optional<UnitId> &id) const { return id ? unit(*id).name : QString(); }
    QString personCode(const std::optional<PersonId> &id) const { return id ? person(*id).code : QString(); }
    QString personName(const std::optional<PersonId> &id) const { return id ? person(*id).name : QString(); }

private:
    struct Texts {
        QString code;
        QString name;
    };
    const Texts &unit(UnitId id) const;
    const Texts &person(PersonId id) const;

    session::Session &m_session;
    mutable QHash<qint64, Texts> m_units;
    mutable QHash<qint64, Texts> m_people;
};

} // namespace mishutai::parties
