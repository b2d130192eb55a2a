#include "base/period.h"
#include "cli/commands.h"
#include "cli/open_file.h"
#include "cli/period_option.h"
#include "desk/global_search.h"
#include "desk/health.h"
#include "desk/metric_filters.h"
#include "metrics/wording.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace mishutai::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QJsonObject rowJson(const metrics::MetricRow &row)
{
    QJsonObject json{{"object_type", row.objectType}, {"object_id", row.objectId}, {"label", row.label},
        {"on_date", row.onDate.toString(Qt::ISODate)}, {"qualifier", row.qualifier}};
    json.insert("value", row.value ? QJsonValue(*row.value) : QJsonValue());
    return json;
}

QString kindName(metrics::ValueKind kind)
{
    switch (kind) {
    case metrics::ValueKind::Count:
        return "count";
    case metrics::ValueKind::Money:
        return "money";
    case metrics::ValueKind::Decimal:
        return "decimal";
    }
    return {};
}

QString valueText(const metrics::MetricValue &value)
{
    return value.isEmpty ? tr("暂无记录") : metrics::word(value, {});
}

metrics::MetricQuery queryOf(const Arguments &arguments)
{
    metrics::MetricQuery query{required(arguments, 0, tr("指标名")), periodOption(arguments), {}};
    for (const QString &filter : arguments.filters) {
        if (!filter.contains('='))
            throw Error(
                Error::Kind::Usage, tr("--filter 应写成 名称=值，不是「%1」").arg(filter), {}, tr("用法见 mishutai-cli --help"));
        query.filters.insert(filter.section('=', 0, 0), filter.section('=', 1));
    }
    return query;
}

void addRows(const std::vector<metrics::MetricRow> &rows, const metrics::MetricValue &value, Result &result)
{
    QJsonArray array;
    QStringList lines{result.text};
    for (const metrics::MetricRow &row : rows) {
        array.append(rowJson(row));
        QString line = "  " + row.onDate.toString(Qt::ISODate) + "  " + row.label;
        if (row.value && value.kind == metrics::ValueKind::Money)
            line += "  " + Money::fromFen(*row.value).grouped();
        lines.append(line);
    }
    result.json.insert("rows", array);
    result.text = lines.join('\n');
}

} // namespace

int limitOption(const Arguments &arguments)
{
    constexpr int kHitsPerList = 20;
    const QString text = arguments.value("limit");
    if (text.isEmpty())
        return kHitsPerList;
    bool isNumber = false;
    const int limit = text.toInt(&isNumber);
    if (isNumber && limit > 0)
        return limit;
    throw Error(Error::Kind::Usage, tr("--limit 应是大于零的整数，不是「%1」").arg(text), {}, tr("例如 --limit 20"));
}

Result runMetrics(const Arguments &arguments, TaskControl &)
{
    allow(arguments, 0, {});
    Result result;
    QStringList lines;
    QJsonArray array;
    for (const metrics::Metric &metric : metrics::Catalogue::standard().all()) {
        lines.append(QString("%1  %2%3  %4")
                         .arg(metric.name, metric.label, metric.unit.isEmpty() ? QString() : tr("（%1）").arg(metric.unit),
                             metric.definition));
        QJsonArray filters;
        for (const auto &filter : metric.filters)
            filters.append(filter.name);
        array.append(QJsonObject{{"name", metric.name}, {"label", metric.label}, {"unit", metric.unit},
            {"definition", metric.definition}, {"filters", filters}, {"derived", metric.isDerived()}});
    }
    result.text = lines.join('\n');
    result.json = {{"metrics", array}};
    return result;
}

Result runMetric(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 1, {"year", "period", "rows", "filter"});
    const metrics::MetricQuery query = queryOf(arguments);
    const auto application = openFile(arguments, desk::Access::Read, control);
    const metrics::MetricService &metrics = application->metrics();
    const metrics::Metric &metric = metrics.metric(query.metric);
    desk::requireKnownFilters(application->session(), metrics, query);
    const metrics::MetricValue value = metrics.value(query);
    Result result;
    result.text = tr("%1（%2）：%3").arg(metric.label, query.period.chinese(), valueText(value));
    result.json = {{"metric", metric.name}, {"label", metric.label}, {"from", query.period.from().toString(Qt::ISODate)},
        {"to", query.period.to().toString(Qt::ISODate)}, {"kind", kindName(value.kind)}, {"raw", value.raw},
        {"qualifier", qualifierName(value.qualifier)}, {"unit", value.unit}, {"row_count", value.rowCount},
        {"empty", value.isEmpty}, {"text", valueText(value)}};
    if (arguments.has("rows"))
        addRows(metrics.rows(query, 0), value, result);
    return result;
}

Result runCheck(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 0, {"rebuild"});
    const bool rebuilds = arguments.has("rebuild");
    const auto application = openFile(arguments, rebuilds ? desk::Access::Write : desk::Access::Read, control);
    const int rebuilt = rebuilds ? desk::rebuildDerived(application->session()) : 0;
    const desk::HealthReport report = desk::examine(application->session(), control);
    Result result;
    QStringList lines{tr("检查了：%1").arg(report.checked.join("、"))};
    if (rebuilds)
        lines.prepend(rebuilt > 0 ? tr("已重建 %1 家会员的级别时段").arg(rebuilt) : tr("没有要重建的"));
    QJsonArray findings;
    for (const desk::Finding &finding : report.findings) {
        lines.append("  · " + finding.message);
        findings.append(QJsonObject{{"area", finding.area}, {"message", finding.message}});
    }
    if (report.isHealthy())
        lines.append(tr("没有发现问题"));
    else if (report.isOnlyDerived())
        lines.append(tr("发现 %1 处问题；记录都在，用 check --rebuild 重建即可").arg(report.findings.size()));
    else
        lines.append(tr("发现 %1 处问题；请从最近的备份恢复，并保留现在的文件").arg(report.findings.size()));
    result.text = lines.join('\n');
    result.json = {{"checked", QJsonArray::fromStringList(report.checked)}, {"findings", findings}};
    if (rebuilds)
        result.json.insert("rebuilt", rebuilt);
    result.status = report.isHealthy() ? Status::Done : Status::Findings;
    return result;
}

Result runSearch(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 1, {"limit"});
    const QString text = required(arguments, 0, tr("要查的文字"));
    const int limit = limitOption(arguments);
    const auto application = openFile(arguments, desk::Access::Read, control);
    const auto hits = desk::GlobalSearch(application->session()).find(text, limit);
    Result result;
    QStringList lines;
    QJsonArray array;
    for (const desk::SearchHit &hit : hits) {
        lines.append(QString("%1  %2  %3").arg(hit.listTitle, hit.label, hit.detail));
        array.append(QJsonObject{{"list", hit.listKey}, {"id", hit.id}, {"label", hit.label}, {"detail", hit.detail}});
    }
    result.text = hits.empty() ? tr("没有找到") : lines.join('\n');
    result.json = {{"hits", array}};
    result.status = hits.empty() ? Status::Findings : Status::Done;
    return result;
}

} // namespace mishutai::cli
