#include "ui/parties/unit_pick.h"

#include "members/member_service.h"
#include "parties/units/unit_list.h"
#include "session/session.h"
#include "ui/common/list/cell_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kCodeTail = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("UnitPick", text);
}

QString textOf(const db::ListRow &row, const char *key)
{
    const std::vector<db::ListColumn> &columns = parties::unitList().columns;
    const auto column = std::ranges::find(columns, QLatin1String(key), &db::ListColumn::key);
    return column == columns.end() ? QString() : cellText(*column, row.cells[static_cast<size_t>(column - columns.begin())]);
}

QString levelOf(session::Session &session, UnitId unit)
{
    const auto member = members::MemberService(session).findCurrent(unit);
    return member ? members::levelText(member->details.level, members::headWord(session)) : QString();
}

QString noteOf(session::Session &session, const db::ListRow &row)
{
    QStringList notes;
    if (session.may(session::Operation::MemberRead))
        notes << levelOf(session, UnitId(row.id));
    notes << textOf(row, "roles");
    if (notes.join(QString()).isEmpty())
        notes << textOf(row, "kind");
    const QString district = textOf(row, "district");
    notes << (district.isEmpty() ? textOf(row, "zone") : district);
    const QString code = textOf(row, "creditCode");
    notes << (code.isEmpty() ? textOf(row, "code") : tr("信用代码尾号%1").arg(code.right(kCodeTail)));
    notes.removeAll(QString());
    return notes.join(QStringLiteral(" · "));
}

} // namespace

PickField *unitPick(session::Session &session)
{
    auto *field = new PickField(session, parties::unitList());
    field->setNote([&session](const db::ListRow &row) { return noteOf(session, row); });
    return field;
}

} // namespace mishutai::ui
