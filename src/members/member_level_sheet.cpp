#include "members/member_level_sheet.h"

#include "members/member_repository.h"
#include "members/member_service.h"
#include "office/sheets/row_reader.h"
#include "parties/sheet_links.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

} // namespace

QString MemberLevelSheet::title() const
{
    return tr("会员级别");
}

std::vector<office::SheetColumn> MemberLevelSheet::columns() const
{
    return {
        {"memberCode", tr("会员编号"), {}, true, tr("已登记会员的编号"), "会员-0001"},
        {"level", tr("级别"), {"会员级别"}, true, memberLevels().labels(), "理事单位"},
        {"fromOn", tr("起始日期"), {}, true, tr("日期"), "2021-05-14"},
        {"document", tr("文号"), {"批准文号"}, false, tr("文字"), {}},
        {"note", tr("说明"), {"备注"}, false, tr("文字"), {}},
    };
}

std::vector<QStringList> MemberLevelSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const MemberRepository repository(session.database());
    std::vector<QStringList> rows;
    for (const Member &member : repository.all()) {
        for (const LevelChange &level : repository.levels(member.id))
            rows.push_back({member.details.code, memberLevels().label(level.level), office::isoText(level.fromOn), level.document,
                level.note});
    }
    return rows;
}

office::RowOutcome MemberLevelSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    MemberService service(session);
    const std::optional<Member> member = service.findByCode(row.text("memberCode"));
    if (!member)
        throw parties::faultOf("memberCode", "unknown", tr("没有编号为「%1」的会员").arg(row.text("memberCode").left(40)));
    office::RowReader cells(row, session.clock().today());
    QDate fromOn;
    cells.date("fromOn", fromOn);
    std::optional<MemberLevel> level;
    cells.choice("level", memberLevels(), level);
    if (row.text("level").isEmpty())
        cells.fail("level", "required", tr("请填写级别"));
    cells.throwIfFaulty();
    const std::vector<LevelChange> levels = service.levels(member->id);
    const auto stored = std::ranges::find(levels, fromOn, &LevelChange::fromOn);
    QString note = stored == levels.end() ? QString() : stored->note;
    QString document = stored == levels.end() ? QString() : stored->document;
    cells.text("note", note);
    cells.text("document", document);
    if (!service.changeLevel(member->id, *level, fromOn, note, document))
        return office::RowOutcome::Same;
    return stored == levels.end() ? office::RowOutcome::Added : office::RowOutcome::Changed;
}

} // namespace mishutai::members
