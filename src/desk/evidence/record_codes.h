#pragma once

#include "evidence/links/evidence.h"

#include <QHash>

#include <optional>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// What people and data sets call a record of any module: its code; an observation, which has none, by
/// 「指标名称|截至日期|阶段|起始日期」. Thread: that of the session.
class RecordCodes
{
public:
    explicit RecordCodes(const session::Session &session) : m_session(session) { }

    /// Nothing when the record is gone or has no code yet (a voucher before it is posted).
    std::optional<QString> codeOf(const evidence::RecordRef &record) const;
    /// As above for many at once.
    QHash<qint64, QString> codesOf(const QString &objectType, const std::vector<qint64> &ids) const;
    /// Nothing when there is none of that code.
    std::optional<evidence::RecordRef> find(const QString &objectType, const QString &code) const;

private:
    const session::Session &m_session;
};

} // namespace mishutai::desk
