#pragma once

#include "base/ids.h"

#include <QDate>
#include <QString>

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// One thing that is known of a unit, wherever it was recorded.
struct DossierLine {
    enum class Section { Members, Contacts, Posts, Titles, Cultivations, Bodies, Years, Activities, Cases };
    Section section;
    QDate onDate; ///< invalid where it carries none
    QString text;
    QString objectType; ///< list and id of the record behind it
    qint64 objectId = 0;
};

/// "活动", "服务事项" …
QString sectionTitle(DossierLine::Section section);

/// 一企一档: everything known of one unit, section by section, the latest first. What the user may not read is left out.
/// @throws Error Forbidden without PartyRead
std::vector<DossierLine> dossier(session::Session &session, UnitId unit);

/// Units below one in the tree of parent bodies, itself not among them: how many, and how many of them are members today.
struct Below {
    qint64 units = 0;
    qint64 members = 0;
};
Below below(session::Session &session, UnitId unit);

} // namespace mishutai::desk
