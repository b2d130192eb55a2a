#include "desk/letters/letter_template.h"

#include "base/error.h"
#include "desk/letters/letter_fields.h"
#include "desk/letters/letter_template_service.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace mishutai::desk {

namespace {

const QString kFolder = QStringLiteral(":/resources/letters");

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

QString readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Error::Kind::Io, tr("读不了函件模板"), file.errorString(), tr("请核对文件是否还在"));
    return QString::fromUtf8(file.readAll());
}

/// A fault is found before the first letter is made, also in a part that this member's letter leaves out.
void refuseUnknownFields(session::Session &session, const reports::Template &letter)
{
    QStringList known = memberFieldNames(session);
    for (const reports::Question &question : letter.questions)
        known.append("ask." + question.key);
    for (const reports::Field &field : fieldsOf(letter)) {
        if (field.source == reports::Field::Source::Given && !known.contains(field.name))
            throw Error(Error::Kind::Validation, tr("模板有误，没有生成文稿"), tr("没有「%1」这个字段").arg(field.name),
                tr("可用：%1").arg(known.join("、")))
                .withPlace({letter.fileName, field.line, 0, {}});
    }
}

} // namespace

std::vector<LetterKind> letterKinds()
{
    std::vector<LetterKind> kinds;
    for (const QString &name : QDir(kFolder).entryList({"*.md"}, QDir::Files, QDir::Name | QDir::Reversed)) {
        const reports::Template letter = reports::Template::parse(readAll(QDir(kFolder).filePath(name)), name);
        kinds.push_back({letter.name, letter.label});
    }
    return kinds;
}

QString letterSource(session::Session &session, const QString &nameOrPath)
{
    if (nameOrPath.endsWith(".md"))
        return readAll(nameOrPath);
    QStringList known;
    for (const LetterKind &kind : letterKinds()) {
        if (kind.name == nameOrPath || kind.label == nameOrPath)
            return readAll(QDir(kFolder).filePath(kind.name + ".md"));
        known.append(QStringLiteral("%1（%2）").arg(kind.name, kind.label));
    }
    for (const StoredLetter &own : LetterTemplateService(session).all()) {
        if (own.name == nameOrPath)
            return own.source;
        known.append(own.name);
    }
    throw Error(Error::Kind::NotFound, tr("没有名为「%1」的函件模板").arg(nameOrPath),
        tr("程序带有的和本单位存的里面都没有这个名称"), tr("可用的模板：%1；也可以给出 .md 文件").arg(known.join("、")));
}

reports::Template parseLetter(session::Session &session, const QString &source, const QString &fileName)
{
    reports::Template letter = reports::Template::parse(source, fileName);
    if (letter.label.isEmpty())
        letter.label = letter.name;
    refuseUnknownFields(session, letter);
    return letter;
}

reports::Template loadLetter(session::Session &session, const QString &nameOrPath)
{
    return parseLetter(session, letterSource(session, nameOrPath), QFileInfo(nameOrPath).fileName());
}

} // namespace mishutai::desk
