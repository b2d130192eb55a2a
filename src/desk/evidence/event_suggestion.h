#pragma once

#include <QDate>
#include <QString>

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// An event that a picture may show.
struct EventOfDay {
    qint64 id = 0;
    QString name;
};

/// Events whose days include the day, shortest and earliest first; those of more than two weeks say too little and are left out.
/// Empty for a user who may not read events. @throws Error Storage
std::vector<EventOfDay> eventsOn(const session::Session &session, QDate day);

} // namespace mishutai::desk
