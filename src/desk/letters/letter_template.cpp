#include "desk/letters/letter_template.h"

#include "base/error.h"
#include "desk/letters/letter_fields.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

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

reports::Template loadLetter(session::Session &session, const QString &nameOrPath)
{
    const bool isFile = nameOrPath.endsWith(".md");
    QString path = nameOrPath;
    if (!isFile) {
        QStringList known;
        path = QDir(kFolder).filePath(nameOrPath + ".md");
        for (const LetterKind &kind : letterKinds()) {
            known.append(QStringLiteral("%1（%2）").arg(kind.name, kind.label));
            if (kind.label == nameOrPath)
                path = QDir(kFolder).filePath(kind.name + ".md");
        }
        if (!QFileInfo::exists(path))
            throw Error(Error::Kind::NotFound, tr("没有名为「%1」的函件模板").arg(nameOrPath), tr("程序带有的模板里没有这个名称"),
                tr("可用的模板：%1；自己的模板请给出 .md 文件").arg(known.join("、")));
    }
    reports::Template letter = reports::Template::parse(readAll(path), QFileInfo(path).fileName());
    if (letter.label.isEmpty())
        letter.label = letter.name;
    refuseUnknownFields(session, letter);
    return letter;
}

} // namespace mishutai::desk
