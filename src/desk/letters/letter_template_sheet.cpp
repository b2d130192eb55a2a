#include "desk/letters/letter_template_sheet.h"

#include "desk/letters/letter_template_service.h"

#include <QCoreApplication>

namespace mishutai::desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

} // namespace

QString LetterTemplateSheet::title() const
{
    return tr("函件模板");
}

std::vector<office::SheetColumn> LetterTemplateSheet::columns() const
{
    return {
        {"name", tr("名称"), {tr("模板名称")}, true, tr("文字"), "感谢函"},
        {"source", tr("内容"), {tr("模板")}, true, tr("函件模板（docs/report-templates.md）"), "--- name: 感谢函 …"},
    };
}

std::vector<QStringList> LetterTemplateSheet::exportRows(session::Session &session) const
{
    std::vector<QStringList> rows;
    for (const StoredLetter &letter : LetterTemplateService(session).all())
        rows.push_back({letter.name, letter.source});
    return rows;
}

office::RowOutcome LetterTemplateSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    return LetterTemplateService(session).put(row.text("name"), row.text("source"));
}

} // namespace mishutai::desk
