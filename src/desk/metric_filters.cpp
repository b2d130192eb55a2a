#include "desk/metric_filters.h"

#include "base/error.h"
#include "db/lists/list_query.h"
#include "desk/global_search.h"
#include "parties/cultivation/cultivation.h"
#include "parties/unit_facts/unit_fact.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

struct Source {
    const db::ListDefinition *list = nullptr;
    const db::ListColumn *column = nullptr;
};

/// "members.level" → the list and its column; nothing where there is no such column.
std::optional<Source> sourceOf(session::Session &session, const QString &text)
{
    const db::ListDefinition *list = listOf(session, text.section('.', 0, 0));
    if (!list)
        return std::nullopt;
    const auto column = std::ranges::find(list->columns, text.section('.', 1), &db::ListColumn::key);
    return column == list->columns.end() ? std::nullopt : std::optional(Source{list, &*column});
}

void requireKnownText(
    session::Session &session, const metrics::Metric &metric, const metrics::FilterDeclaration &filter, const QString &text)
{
    constexpr int kMostNamed = 20;
    const auto source = sourceOf(session, filter.source);
    const auto operation = source ? session::operationByKey(source->list->operation) : std::nullopt;
    if (!operation || !session.may(*operation))
        return;
    db::ListQuery query(session.database(), *source->list);
    query.setFilters({{source->column->key, db::Condition::Equals, text}});
    if (query.count() > 0)
        return;
    query.setFilters({});
    QStringList known;
    for (const auto &[value, count] : query.distinctValues(source->column->key, kMostNamed)) {
        if (!value.toString().isEmpty())
            known.append(value.toString());
    }
    throw Error(Error::Kind::Validation, tr("指标「%1」的条件「%2」没有「%3」这个值").arg(metric.label, filter.name, text),
        known.isEmpty() ? tr("「%1」还没有登记过").arg(source->column->title) : tr("有的值：%1").arg(known.join("、")),
        tr("请换成有的值，一字不差"));
}

} // namespace

std::vector<db::Choice> filterWords(session::Session &session, const QString &text)
{
    if (text == u"qualifications.kind")
        return parties::qualificationKinds().choices();
    if (text == u"qualifications.level")
        return parties::qualificationLevels().choices();
    if (text == u"cultivations.pool")
        return parties::pools().choices();
    const auto source = sourceOf(session, text);
    return source ? source->column->choices : std::vector<db::Choice>();
}

void requireKnownFilters(session::Session &session, const metrics::MetricService &metrics, const metrics::MetricQuery &query)
{
    const metrics::Metric &metric = metrics.metric(query.metric);
    for (const metrics::FilterDeclaration &filter : metric.filters) {
        const QString text = query.filters.value(filter.name).toString();
        if (filter.type == u"text" && !text.isEmpty())
            requireKnownText(session, metric, filter, text);
    }
    for (const auto *operands : {&metric.operands, &metric.divisors}) {
        for (const metrics::Operand &operand : *operands)
            requireKnownFilters(session, metrics, {operand.metric, query.period, query.filters});
    }
}

} // namespace mishutai::desk
