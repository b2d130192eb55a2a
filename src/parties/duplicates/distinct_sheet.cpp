#include "parties/duplicates/distinct_sheet.h"

#include "office/sheets/row_reader.h"
#include "parties/duplicates/distinct_repository.h"
#include "parties/duplicates/distinct_service.h"
#include "parties/people/person_service.h"
#include "parties/sheet_links.h"
#include "parties/units/unit_service.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

/// The record with this code; one that was merged away is the one that goes on.
qint64 recordOf(session::Session &session, PartyKind kind, const office::SheetRow &row, const QString &column)
{
    const QString code = row.text(column);
    std::optional<qint64> id;
    if (kind == PartyKind::Unit) {
        if (const auto unit = UnitService(session).resolve(code))
            id = unit->value();
    } else if (const auto person = PersonService(session).resolve(code)) {
        id = person->value();
    }
    if (!id)
        throw faultOf(column, "unknown", tr("没有编号为「%1」的记录").arg(code.left(40)));
    return *id;
}

} // namespace

QString DistinctSheet::title() const
{
    return tr("不是重复");
}

std::vector<office::SheetColumn> DistinctSheet::columns() const
{
    return {
        {"kind", tr("类别"), {}, true, partyKinds().labels(), "单位"},
        {"firstCode", tr("编号"), {}, true, tr("单位编号或人员编号"), "单位-0001"},
        {"secondCode", tr("另一编号"), {}, true, tr("单位编号或人员编号"), "单位-0002"},
        {"markedOn", tr("标记日期"), {}, false, tr("日期"), "2021-05-14"},
        {"markedBy", tr("标记人"), {}, false, tr("文字"), {}},
    };
}

std::vector<QStringList> DistinctSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    std::vector<QStringList> rows;
    for (const DistinctPair &pair : DistinctRepository(session.database()).all()) {
        QStringList row{partyKinds().label(pair.kind), std::min(pair.firstCode, pair.secondCode),
            std::max(pair.firstCode, pair.secondCode), office::isoText(pair.markedOn), pair.markedBy};
        // After a merge two marks may speak of the same two.
        const bool isTold = std::ranges::any_of(rows, [&](const QStringList &told) { return told.mid(0, 3) == row.mid(0, 3); });
        if (!isTold)
            rows.push_back(std::move(row));
    }
    std::ranges::sort(rows);
    return rows;
}

office::RowOutcome DistinctSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    office::RowReader cells(row, session.clock().today());
    PartyKind kind = PartyKind::Unit;
    QDate onDay = session.clock().today();
    QString by = session.user().name;
    cells.choice("kind", partyKinds(), kind);
    cells.date("markedOn", onDay);
    cells.text("markedBy", by);
    cells.throwIfFaulty();
    if (!onDay.isValid())
        onDay = session.clock().today();
    const qint64 one = recordOf(session, kind, row, "firstCode");
    return DistinctService(session).mark(kind, one, recordOf(session, kind, row, "secondCode"), onDay, by);
}

} // namespace mishutai::parties
