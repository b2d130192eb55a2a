#include "cli/commands.h"
#include "desk/data_set.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace mishutai::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

/// A text as a cell of a Markdown table; empty cells stay empty.
QString cell(QString text)
{
    return text.replace('|', "\\|").replace('\n', ' ');
}

QString tableOf(const office::RecordSheet &kind)
{
    QStringList lines{QString("### `%1` %2").arg(kind.key(), kind.title()), {}, tr("| 列 | 必填 | 格式 | 示例 | 也认作 | 字段 |"),
        "|---|---|---|---|---|---|"};
    for (const office::SheetColumn &column : kind.columns()) {
        const QStringList cells{cell(column.title), column.isRequired ? tr("是") : QString(), cell(column.format),
            cell(column.example), cell(column.aliases.join("、")), '`' + column.key + '`'};
        lines.append("| " + cells.join(" | ") + " |");
    }
    return lines.join('\n');
}

QJsonObject columnJson(const office::SheetColumn &column)
{
    return {{"title", column.title}, {"field", column.key}, {"required", column.isRequired}, {"format", column.format},
        {"example", column.example}, {"aliases", QJsonArray::fromStringList(column.aliases)}};
}

} // namespace

Result runFormats(const Arguments &arguments, TaskControl &)
{
    allow(arguments, 0, {});
    QStringList tables;
    QJsonArray kinds;
    for (const auto &kind : desk::recordSheets()) {
        tables.append(tableOf(*kind));
        QJsonArray columns;
        for (const office::SheetColumn &column : kind->columns())
            columns.append(columnJson(column));
        kinds.append(QJsonObject{{"kind", kind->key()}, {"title", kind->title()}, {"columns", columns}});
    }
    return {Status::Done, tables.join("\n\n"), {{"kinds", kinds}}};
}

} // namespace mishutai::cli
