#include "cli/arguments.h"

#include "base/error.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mishutai::cli {

namespace {

const QStringList kValues{"db", "user", "year", "period", "output", "template", "date", "limit", "rejected", "purpose", "members",
    "until", "format", "on", "by", "layout", "sheet", "form", "enterprises", "technology", "zones"};
const QStringList kFlags{
    "json", "help", "version", "dry-run", "hold-alike", "skip-unknown", "rows", "force", "rebuild", "portrait"};
const QStringList kEverywhere{"db", "user", "json"};

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

Error wrongCall(const QString &problem, const QString &cause = {})
{
    return Error(Error::Kind::Usage, problem, cause, tr("用法见 mishutai-cli --help"));
}

} // namespace

Arguments Arguments::parse(const QStringList &words)
{
    Arguments result;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (!word.startsWith("--")) {
            if (result.command.isEmpty())
                result.command = word;
            else
                result.rest.append(word);
            continue;
        }
        const QString name = word.mid(2).section('=', 0, 0);
        const bool hasInline = word.contains('=');
        if (kFlags.contains(name) && !hasInline) {
            result.flags.insert(name);
            continue;
        }
        if (!kValues.contains(name) && name != "filter" && name != "set")
            throw wrongCall(tr("不认识的选项「%1」").arg(word));
        if (!hasInline && (i + 1 >= words.size() || words[i + 1].startsWith("--")))
            throw wrongCall(tr("选项「%1」后面缺少内容").arg(word));
        const QString value = hasInline ? word.section('=', 1) : words[++i];
        if (name == "filter")
            result.filters.append(value);
        else if (name == "set")
            result.sets.append(value);
        else
            result.values.insert(name, value);
    }
    return result;
}

QString required(const Arguments &arguments, int index, const QString &what)
{
    if (index >= arguments.rest.size())
        throw wrongCall(tr("命令 %1 缺少%2").arg(arguments.command, what));
    return arguments.rest[index];
}

void allow(const Arguments &arguments, int words, const QStringList &options)
{
    if (arguments.rest.size() > words)
        throw wrongCall(tr("命令 %1 不需要「%2」").arg(arguments.command, arguments.rest[words]));
    const QStringList known = options + kEverywhere;
    QStringList given = arguments.values.keys() + QStringList(arguments.flags.begin(), arguments.flags.end());
    if (!arguments.filters.isEmpty())
        given.append("filter");
    if (!arguments.sets.isEmpty())
        given.append("set");
    given.sort();
    for (const QString &name : given) {
        if (!known.contains(name))
            throw wrongCall(tr("命令 %1 没有选项「--%2」").arg(arguments.command, name));
    }
}

void requireFree(const Arguments &arguments, const QString &target)
{
    if (QFileInfo(target).isFile() && !arguments.has("force"))
        throw Error(Error::Kind::Conflict, tr("文件「%1」已经存在，没有写").arg(target), tr("不覆盖已有的文件，以免丢失内容"),
            tr("换一个文件名，或加 --force 覆盖它"));
}

} // namespace mishutai::cli
