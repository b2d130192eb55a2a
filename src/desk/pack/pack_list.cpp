#include "desk/pack/pack_list.h"

#include "base/error.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace mishutai::desk {

namespace {

const QByteArray kHead = "mishutai-pack 1";

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

Error noPack(const QString &fileName, const QString &cause)
{
    return Error(Error::Kind::Validation, tr("「%1」不是秘书台打的包，没有解开").arg(fileName), cause,
        tr("请选用「打包…」做出来的 .zip 文件；其他压缩文件请用别的程序解开"));
}

/// A name that is one file in one folder on every system.
bool isPlainName(const QString &name)
{
    static const QRegularExpression forbidden(R"([\\/:*?"<>|\x00-\x1f]|^\.|[. ]$)");
    constexpr int kMostBytes = 200;
    return !name.isEmpty() && !name.contains(forbidden) && name.toUtf8().size() <= kMostBytes;
}

PackedFile fileOf(const QByteArray &line, const QString &fileName)
{
    static const QRegularExpression grammar("^([0-9a-f]{64})  ([0-9]{1,15})  (\\S.*)$");
    const auto match = grammar.match(QString::fromUtf8(line));
    if (!match.hasMatch())
        throw noPack(fileName, tr("清单里有读不懂的一行"));
    return {match.captured(1).toLatin1(), match.captured(2).toLongLong(), match.captured(3)};
}

} // namespace

const QString PackList::kEntry = QStringLiteral("mishutai-pack.txt");

QByteArray PackList::text() const
{
    QByteArray text = kHead + "\nmissing " + QByteArray::number(missing) + '\n';
    for (const PackedFile &file : files)
        text += file.sha256 + "  " + QByteArray::number(file.bytes) + "  " + file.path.toUtf8() + '\n';
    return text;
}

PackList PackList::parse(const QByteArray &text, const QString &fileName)
{
    const QList<QByteArray> lines = text.split('\n');
    if (lines.value(0) != kHead || !lines.value(1).startsWith("missing "))
        throw noPack(fileName, tr("里面没有秘书台的清单，或清单是更新的程序写的"));
    PackList list;
    list.missing = lines[1].mid(8).toInt();
    QSet<QString> seen;
    for (qsizetype i = 2; i < lines.size(); ++i) {
        if (lines[i].isEmpty())
            continue;
        PackedFile file = fileOf(lines[i], fileName);
        if (list.files.empty()) {
            list.name = file.path.chopped(file.path.endsWith(".mishutai") ? 9 : 0);
            if (!file.path.endsWith(".mishutai") || !isPlainName(list.name))
                throw noPack(fileName, tr("清单的第一个文件不是数据文件"));
        } else {
            const QString hash = QString::fromLatin1(file.sha256);
            if (file.path != list.name + ".files/objects/" + hash.left(2) + '/' + hash.mid(2))
                throw noPack(fileName, tr("清单里有不该有的路径"));
        }
        if (seen.contains(file.path))
            throw noPack(fileName, tr("清单里同一个文件写了两次"));
        seen.insert(file.path);
        list.files.push_back(std::move(file));
    }
    if (list.files.empty())
        throw noPack(fileName, tr("清单是空的"));
    return list;
}

} // namespace mishutai::desk
