#include "desk/letters/letter_maker.h"

#include "base/durable_file.h"
#include "base/error.h"
#include "desk/letters/letter_fields.h"
#include "desk/letters/letter_text.h"
#include "desk/prints/file_names.h"
#include "document/docx/docx_writer.h"
#include "document/layout/layout.h"
#include "document/pdf/pdf_writer.h"
#include "members/letters/letter_service.h"
#include "office/profile/office_profile_service.h"
#include "reports/composer.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace mishutai::desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

QHash<QString, QString> answered(const LetterRequest &request)
{
    QHash<QString, QString> given;
    QStringList known;
    QStringList missing;
    std::vector<FieldError> faults;
    for (const reports::Question &question : request.letter.questions) {
        const QString answer = request.answers.value(question.key, request.answers.value(question.label)).trimmed();
        if (answer.isEmpty() && !question.isOptional) {
            missing << tr("「%1」").arg(question.label);
            faults.push_back({question.key, "required", tr("请填写%1").arg(question.label)});
        }
        given.insert("ask." + question.key, answer);
        known << question.key << question.label;
    }
    for (auto answer = request.answers.begin(); answer != request.answers.end(); ++answer)
        if (!known.contains(answer.key()))
            throw Error(Error::Kind::Validation, tr("函件没有生成"), tr("模板没有问「%1」").arg(answer.key()),
                tr("可填：%1").arg(known.join("、")));
    if (!missing.isEmpty())
        throw Error(Error::Kind::Validation, tr("函件还缺内容，没有生成"), tr("%1还没有填").arg(missing.join(QString())),
            tr("请填写后重试"))
            .withFields(faults);
    return given;
}

/// Fonts load once for all letters of a run.
document::PagedDocument pagesOf(const std::vector<document::Document> &letters, document::FontSet &fonts, TaskControl &control)
{
    std::vector<document::PagedDocument> parts;
    for (const document::Document &letter : letters) {
        control.throwIfCancelled();
        parts.push_back(document::layout(letter, fonts));
    }
    return document::joined(std::move(parts));
}

QByteArray bytesOf(
    const std::vector<document::Document> &letters, members::LetterFile kind, document::FontSet &fonts, TaskControl &control)
{
    if (kind == members::LetterFile::Docx)
        return document::writeDocx(letters, control);
    return document::writePdf(pagesOf(letters, fonts, control), control);
}

void note(session::Session &session, const LetterRequest &request, const document::Document &first, members::LetterFile kind)
{
    members::LetterService(session).record(request.members, request.letter.name, first.title(), kind);
}

} // namespace

std::vector<document::Document> letterDocuments(
    session::Session &session, const metrics::MetricSource &metrics, const LetterRequest &request, TaskControl &control)
{
    if (request.members.empty())
        throw Error(Error::Kind::Validation, tr("没有要发函的会员"), {}, tr("请先勾选会员"));
    const QHash<QString, QString> answers = answered(request);
    const office::OfficeDetails office = office::OfficeProfileService(session).profile().details;
    reports::Draft draft{request.letter, Period::year(request.date.year()), request.date, officeFields(office), {}};
    std::vector<document::Document> letters;
    const auto total = static_cast<qint64>(request.members.size());
    for (const MemberId member : request.members) {
        control.throwIfCancelled();
        control.progress(static_cast<qint64>(letters.size()), total, tr("合并函件"));
        draft.given = memberFields(session, member);
        draft.given.insert(answers);
        letters.push_back(reports::compose(draft, metrics));
        letters.back().numbersFirstPage = false;
    }
    return letters;
}

document::Document letterPreview(session::Session &session, const metrics::MetricSource &metrics, const reports::Template &letter,
    std::optional<MemberId> member)
{
    const auto marked = [](const QString &name) { return QStringLiteral("〔%1〕").arg(name); };
    const QDate today = session.clock().today();
    const office::OfficeDetails office = office::OfficeProfileService(session).profile().details;
    reports::Draft draft{letter, Period::year(today.year()), today, officeFields(office), {}};
    if (member)
        draft.given = memberFields(session, *member);
    for (const LetterFieldName &field : letterFieldNames(session)) {
        if (field.key.startsWith("member.") && draft.given.value(field.key).isEmpty())
            draft.given.insert(field.key, marked(field.label));
    }
    for (const reports::Question &question : letter.questions)
        draft.given.insert("ask." + question.key, marked(question.label));
    document::Document shown = reports::compose(draft, metrics);
    shown.numbersFirstPage = false;
    return shown;
}

document::PagedDocument letterPages(const std::vector<document::Document> &letters, TaskControl &control)
{
    document::FontSet fonts;
    return pagesOf(letters, fonts, control);
}

LettersMade makeLettersFile(session::Session &session, const metrics::MetricSource &metrics, const LetterRequest &request,
    const QString &file, TaskControl &control)
{
    session.require(session::Operation::LetterMake);
    const auto kind = members::letterFiles().parse(QFileInfo(file).suffix().toLower());
    if (!kind)
        throw Error(Error::Kind::Usage, tr("文件名应以 .docx 或 .pdf 结尾"), file, tr("例如 邀请函.docx"));
    const std::vector<document::Document> letters = letterDocuments(session, metrics, request, control);
    document::FontSet fonts;
    const QByteArray bytes = bytesOf(letters, *kind, fonts, control);
    const bool isNew = !QFileInfo::exists(file);
    durableWrite(file, bytes);
    try {
        note(session, request, letters.front(), *kind);
    } catch (...) {
        if (isNew)
            QFile::remove(file);
        throw;
    }
    return {static_cast<int>(letters.size()), {QFileInfo(file).absoluteFilePath()}};
}

LettersMade makeLettersFolder(session::Session &session, const metrics::MetricSource &metrics, const LetterRequest &request,
    const QString &path, members::LetterFile kind, TaskControl &control)
{
    session.require(session::Operation::LetterMake);
    const std::vector<document::Document> letters = letterDocuments(session, metrics, request, control);
    const QDir folder(path);
    if (!folder.exists() && !QDir().mkpath(path))
        throw Error(Error::Kind::Io, tr("建不了目标文件夹"), path, tr("请检查上级文件夹是否可写"));
    const QString ending = kind == members::LetterFile::Docx ? ".docx" : ".pdf";
    document::FontSet fonts;
    LettersMade made;
    try {
        for (size_t i = 0; i < letters.size(); ++i) {
            control.throwIfCancelled();
            control.progress(static_cast<qint64>(i), static_cast<qint64>(letters.size()), tr("生成函件"));
            const QHash<QString, QString> member = memberFields(session, request.members[i]);
            const QString name = fileName({request.letter.label, member.value("member.code"), member.value("member.short_name")});
            const QString file = freePath(folder, name, ending);
            durableWrite(file, bytesOf({letters[i]}, kind, fonts, TaskControl::silent()));
            made.files.append(QFileInfo(file).absoluteFilePath());
        }
        note(session, request, letters.front(), kind);
    } catch (...) {
        for (const QString &file : made.files)
            QFile::remove(file);
        throw;
    }
    made.letters = static_cast<int>(letters.size());
    return made;
}

} // namespace mishutai::desk
