#include "parties/duplicates/distinct_service.h"

#include "base/error.h"
#include "db/row_writer.h"
#include "parties/duplicates/distinct_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

QString tableOf(PartyKind kind)
{
    return kind == PartyKind::Unit ? QStringLiteral("units") : QStringLiteral("people");
}

} // namespace

const office::ChoiceTable<PartyKind> &partyKinds()
{
    static const office::ChoiceTable<PartyKind> table("Parties",
        {{PartyKind::Unit, "UNIT", QT_TRANSLATE_NOOP("Parties", "单位")},
            {PartyKind::Person, "PERSON", QT_TRANSLATE_NOOP("Parties", "人员")}});
    return table;
}

office::RowOutcome DistinctService::mark(PartyKind kind, qint64 one, qint64 other)
{
    return mark(kind, one, other, m_session.clock().today(), m_session.user().name);
}

office::RowOutcome DistinctService::mark(PartyKind kind, qint64 one, qint64 other, QDate onDay, const QString &by)
{
    session::Work work(m_session, session::Operation::PartyDistinct);
    work.setSubject(tableOf(kind), one);
    if (one == other)
        throw Error(Error::Kind::Validation, tr("这是同一条记录，不能标记"), {}, tr("请选两条不同的记录"));
    for (const qint64 id : {one, other}) {
        if (!db::readRow(m_session.database(), tableOf(kind), id))
            throw Error(Error::Kind::NotFound, tr("其中一条记录已被删除"), {}, tr("请重新找一次疑似重复"));
    }
    const DistinctRepository repository(m_session.database());
    if (repository.find(kind, one, other)) {
        work.commit();
        return office::RowOutcome::Same;
    }
    repository.insert(work, kind, one, other, onDay, by);
    work.commit();
    return office::RowOutcome::Added;
}

void DistinctService::unmark(const DistinctPair &pair)
{
    session::Work work(m_session, session::Operation::PartyDistinct);
    work.setSubject(tableOf(pair.kind), pair.first);
    DistinctRepository(m_session.database()).remove(work, pair.id, pair.revision);
    work.commit();
}

std::vector<DistinctPair> DistinctService::pairs(PartyKind kind) const
{
    m_session.require(session::Operation::PartyRead);
    std::vector<DistinctPair> pairs = DistinctRepository(m_session.database()).all();
    std::erase_if(pairs, [kind](const DistinctPair &pair) { return pair.kind != kind; });
    return pairs;
}

} // namespace mishutai::parties
