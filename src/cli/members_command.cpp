#include "cli/commands.h"
#include "cli/member_option.h"
#include "cli/open_file.h"
#include "cli/period_option.h"
#include "db/lists/list_query.h"
#include "db/lists/search_index.h"
#include "members/counts/member_counts.h"
#include "members/member.h"
#include "members/member_list.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>

namespace mishutai::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

using members::CountBy;
using members::MemberCounts;

std::optional<CountBy> byOption(const Arguments &arguments)
{
    const QString name = arguments.value("by");
    if (name.isEmpty())
        return std::nullopt;
    if (const auto by = members::countByFromName(name))
        return by;
    throw Error(
        Error::Kind::Usage, tr("会员不能按「%1」分").arg(name), {}, tr("可用：%1").arg(members::countByNames().join("、")));
}

Result countOn(session::Session &session, QDate day, std::optional<CountBy> by)
{
    const MemberCounts counts(session);
    const members::MemberTotal total = counts.asOf(day);
    Result result;
    QStringList lines{tr("截至%1会员%2家").arg(day.toString(Qt::ISODate)).arg(total.units)
        + (total.persons > 0 ? tr("，个人会员%1人").arg(total.persons) : QString())};
    result.json = {{"on", day.toString(Qt::ISODate)}, {"units", total.units}, {"persons", total.persons}};
    if (by) {
        QJsonArray groups;
        for (const members::MemberGroup &group : counts.asOf(day, *by)) {
            lines.append(QString("  %1  %2").arg(group.label).arg(group.count));
            groups.append(QJsonObject{{"key", group.key}, {"label", group.label}, {"count", group.count}});
        }
        result.json.insert("by", members::countByName(*by));
        result.json.insert("groups", groups);
    }
    result.text = lines.join('\n');
    return result;
}

QJsonObject movementJson(const members::MemberMovement &movement)
{
    return {{"joined", movement.joined}, {"left", movement.left}, {"net", movement.net()}};
}

QString movementText(const QString &what, const members::MemberMovement &movement)
{
    return tr("%1入会%2，退会%3，净增%4").arg(what).arg(movement.joined).arg(movement.left).arg(movement.net());
}

Result countIn(session::Session &session, const Period &period, std::optional<CountBy> by)
{
    const MemberCounts counts(session);
    const members::MemberMovement total = counts.movement(period);
    Result result;
    QStringList lines{movementText(period.chinese(), total)};
    result.json = movementJson(total);
    result.json.insert("from", period.from().toString(Qt::ISODate));
    result.json.insert("to", period.to().toString(Qt::ISODate));
    if (by) {
        QJsonArray groups;
        for (const members::MemberMovement &movement : counts.movement(period, *by)) {
            lines.append("  " + movementText(movement.label + "  ", movement));
            QJsonObject json = movementJson(movement);
            json.insert("key", movement.key);
            json.insert("label", movement.label);
            groups.append(json);
        }
        result.json.insert("by", members::countByName(*by));
        result.json.insert("groups", groups);
    }
    result.text = lines.join('\n');
    return result;
}

Result count(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 1, {"on", "by", "year", "period"});
    const std::optional<CountBy> by = byOption(arguments);
    const bool isSpan = arguments.values.contains("year") || arguments.values.contains("period");
    if (isSpan && arguments.values.contains("on"))
        throw Error(Error::Kind::Usage, tr("--on 和 --year、--period 只能写一个"), {}, tr("用法见 mishutai-cli --help"));
    const std::optional<Period> period = isSpan ? std::optional(periodOption(arguments)) : std::nullopt;
    const auto application = openFile(arguments, desk::Access::Read, control);
    session::Session &session = application->session();
    const QDate today = session.clock().today();
    return period ? countIn(session, *period, by) : countOn(session, dayOption(arguments, "on", today, today), by);
}

Result find(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 2, {"limit"});
    const QString text = required(arguments, 1, tr("要查的文字"));
    const int limit = limitOption(arguments);
    const auto application = openFile(arguments, desk::Access::Read, control);
    session::Session &session = application->session();
    session.require(session::Operation::MemberRead);
    const db::ListDefinition list = members::memberListOf(session, members::headWord(session));
    const std::vector<qint64> ids = db::SearchIndex(session.database(), list).findRanked(text, limit);
    Result result;
    QStringList lines;
    QJsonArray array;
    for (const db::ListRow &row : db::ListQuery(session.database(), list).rows(ids)) {
        QJsonObject json{{"id", row.id}};
        QStringList cells;
        for (size_t i = 0; i < list.columns.size(); ++i) {
            const db::ListColumn &column = list.columns[i];
            const bool isHidden = column.isPersonal && !session.may(session::Operation::PersonalRead);
            const QString cell = isHidden ? QString() : row.cells[i].toString();
            if (cell.isEmpty() || !(column.isSearched || column.key == "level" || column.key == "status"))
                continue;
            json.insert(column.key, cell);
            if (column.isSearched)
                cells.append(cell);
        }
        array.append(json);
        lines.append(cells.join("  "));
    }
    result.text = ids.empty() ? tr("没有找到") : lines.join('\n');
    result.json = {{"members", array}};
    result.status = ids.empty() ? Status::Findings : Status::Done;
    return result;
}

} // namespace

Result runMembers(const Arguments &arguments, TaskControl &control)
{
    const QString action = required(arguments, 0, tr("要做的事：count、find、import 或 export"));
    if (action == "count")
        return count(arguments, control);
    if (action == "find")
        return find(arguments, control);
    if (action != "import" && action != "export")
        throw Error(Error::Kind::Usage, tr("members 后面应是 count、find、import 或 export，不是「%1」").arg(action), {},
            tr("用法见 mishutai-cli --help"));
    Arguments rest = arguments;
    rest.command = action;
    rest.rest.first() = QStringLiteral("members");
    return action == "import" ? runImport(rest, control) : runExport(rest, control);
}

} // namespace mishutai::cli
