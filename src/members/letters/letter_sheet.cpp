#include "members/letters/letter_sheet.h"

#include "members/letters/letter_repository.h"
#include "members/letters/letter_service.h"
#include "members/member_service.h"
#include "office/sheets/row_reader.h"
#include "parties/sheet_links.h"
#include "session/instant.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

} // namespace

QString LetterSheet::title() const
{
    return tr("往来函件");
}

std::vector<office::SheetColumn> LetterSheet::columns() const
{
    return {
        {"memberCode", tr("会员编号"), {}, true, tr("已登记会员的编号"), "会员-0001"},
        {"template", tr("模板"), {}, true, tr("文字"), "invitation"},
        {"title", tr("标题"), {}, true, tr("文字"), "邀请函"},
        {"file", tr("文件类型"), {}, false, letterFiles().labels(), "Word"},
        {"madeAt", tr("制作时间"), {}, true, tr("时间（UTC）"), "2021-05-14T02:03:04.567Z"},
        {"madeBy", tr("经办人"), {}, true, tr("文字"), "示例甲"},
    };
}

std::vector<QStringList> LetterSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    std::vector<QStringList> rows;
    for (const auto &[code, letter] : LetterRepository(session.database()).allWithCodes()) {
        const LetterDetails &d = letter.details;
        rows.push_back({code, d.templateName, d.title, letterFiles().label(d.file), session::instantText(d.madeAt), d.madeBy});
    }
    return rows;
}

office::RowOutcome LetterSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const std::optional<Member> member = MemberService(session).findByCode(row.text("memberCode"));
    if (!member)
        throw parties::faultOf("memberCode", "unknown", tr("没有编号为「%1」的会员").arg(row.text("memberCode").left(40)));
    LetterDetails details{member->id, row.text("template"), row.text("title"), LetterFile::Docx,
        session::instantFromText(row.text("madeAt")), row.text("madeBy")};
    office::RowReader cells(row, session.clock().today());
    cells.choice("file", letterFiles(), details.file);
    cells.throwIfFaulty();
    return LetterService(session).put(details) ? office::RowOutcome::Added : office::RowOutcome::Same;
}

} // namespace mishutai::members
