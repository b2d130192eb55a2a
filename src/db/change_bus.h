#pragma once

#include <QObject>
#include <QSet>
#include <QString>

namespace mishutai::db {

/// Tells listeners after a commit which tables changed. One a data file; lives in the GUI thread (or the only one).
class ChangeBus : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void publish(const QSet<QString> &tables) { Q_EMIT changed(tables); }

Q_SIGNALS:
    void changed(const QSet<QString> &tables);
};

} // namespace mishutai::db
