#include "office/sheets/record_changes.h"

#include "session/session.h"

#include <algorithm>

namespace mishutai::office {

RecordChanges::RecordChanges(session::Session &session, const RecordSheet &kind)
    : m_session(session), m_kind(kind), m_columns(kind.columnsIn(session))
{
}

QHash<QStringList, QStringList> RecordChanges::records() const
{
    QHash<QStringList, QStringList> records;
    if (!m_session.may(m_kind.exportOperation()))
        return records;
    std::vector<qsizetype> places;
    for (const QString &key : m_kind.keyColumns())
        places.push_back(std::ranges::find(m_columns, key, &SheetColumn::key) - m_columns.begin());
    for (QStringList &row : m_kind.exportRows(m_session)) {
        QStringList key;
        for (const qsizetype place : places)
            key << row.value(place);
        records.insert(key, std::move(row));
    }
    return records;
}

void RecordChanges::note(size_t place, const SheetRow &row)
{
    m_noted.emplace_back(place, m_kind.keyOf(m_session, row));
}

std::vector<std::pair<size_t, std::vector<CellChange>>> RecordChanges::changes() const
{
    std::vector<std::pair<size_t, std::vector<CellChange>>> all;
    if (m_noted.empty())
        return all;
    const QHash<QStringList, QStringList> after = records();
    for (const auto &[place, key] : m_noted) {
        const QStringList was = m_before->value(key);
        const QStringList is = after.value(key);
        std::vector<CellChange> changes;
        for (qsizetype column = 0; column < std::min(was.size(), is.size()); ++column) {
            if (was[column] != is[column])
                changes.push_back({m_columns[static_cast<size_t>(column)].key, was[column], is[column]});
        }
        all.emplace_back(place, std::move(changes));
    }
    return all;
}

} // namespace mishutai::office
