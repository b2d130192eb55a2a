#include "members/letters/letter.h"

#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

} // namespace

const office::ChoiceTable<LetterFile> &letterFiles()
{
    static const office::ChoiceTable<LetterFile> table("Members",
        {
            {LetterFile::Docx, "DOCX", QT_TRANSLATE_NOOP("Members", "Word"), "docx"},
            {LetterFile::Pdf, "PDF", QT_TRANSLATE_NOOP("Members", "PDF"), "pdf"},
        });
    return table;
}

std::vector<FieldError> validate(const LetterDetails &details)
{
    parties::FieldRules rules;
    rules.required("template", details.templateName, tr("模板"));
    rules.length("template", details.templateName, 80, tr("模板"));
    rules.required("title", details.title.trimmed(), tr("标题"));
    rules.length("title", details.title, 200, tr("标题"));
    rules.required("madeBy", details.madeBy, tr("经办人"));
    rules.length("madeBy", details.madeBy, 40, tr("经办人"));
    rules.addIf(!details.madeAt.isValid(), "madeAt", "required", tr("请填写制作时间，如 2021-05-14T02:03:04.567Z"));
    return rules.take();
}

} // namespace mishutai::members
