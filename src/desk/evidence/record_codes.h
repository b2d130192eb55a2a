#pragma once

#include "evidence/links/evidence.h"

#include <QDate>
#include <QHash>

#include <optional>
#include <utility>
#include <vector>

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
    /// The codes, and for vouchers that are not posted and have none what tells one from another in a data set:
    /// 「草稿|日期|金额|第几笔|摘要」, the number among drafts with the same rest.
    QHash<qint64, QString> keysOf(const QString &objectType, const std::vector<qint64> &ids) const;
    /// By code or key. Nothing when there is none of it.
    std::optional<evidence::RecordRef> find(const QString &objectType, const QString &code) const;

private:
    std::vector<std::pair<qint64, QString>> draftKeysOn(QDate day) const;

    const session::Session &m_session;
};

} // namespace mishutai::desk
