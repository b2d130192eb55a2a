#include "metrics/metric_service.h"

#include "base/error.h"
#include "base/rounding.h"
#include "db/database.h"
#include "db/statement.h"
#include "office/custom_fields/own_details.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::metrics {

namespace {

constexpr qint64 kMicro = 1'000'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Metrics", text);
}

QStringList filterNames(const Metric &metric)
{
    QStringList names;
    for (const FilterDeclaration &filter : metric.filters)
        names.append(filter.name);
    return names;
}

/// What the records hold for the word that was given.
QVariant storedWord(const Metric &metric, const FilterDeclaration &filter, const QVariant &given, const FilterWords &words)
{
    const std::vector<db::Choice> choices
        = filter.type == u"choice" && given.isValid() && words ? words(filter.source) : std::vector<db::Choice>();
    if (choices.empty())
        return given;
    const QString word = given.toString();
    QStringList known;
    for (const db::Choice &choice : choices) {
        if (word == choice.value || word == choice.label)
            return choice.value;
        known.append(translated("%1（%2）").arg(choice.label, choice.value));
    }
    throw Error(Error::Kind::Validation,
        translated("指标「%1」的条件「%2」没有「%3」这个值").arg(metric.label, filter.name, word),
        translated("有的值：%1").arg(known.join("、")), translated("请换成其中一个，写中文或括号里的词都可以"));
}

void bindQuery(db::Statement &statement, const Metric &metric, const MetricQuery &query, const FilterWords &words)
{
    for (const QString &name : query.filters.keys()) {
        if (std::ranges::find(metric.filters, name, &FilterDeclaration::name) == metric.filters.end())
            throw Error(Error::Kind::Validation, translated("指标「%1」不能按「%2」筛选").arg(metric.label, name),
                metric.filters.empty() ? translated("这个指标没有可用的条件")
                                       : translated("可用的条件：%1").arg(filterNames(metric).join("、")),
                translated("去掉这个条件，或在指标定义里加一行 filter"));
    }
    if (metric.sql.contains(":from"))
        statement.bind(":from", query.period.from());
    if (metric.sql.contains(":to"))
        statement.bind(":to", query.period.to());
    for (const FilterDeclaration &filter : metric.filters)
        statement.bind(':' + filter.name, storedWord(metric, filter, query.filters.value(filter.name), words));
}

/// Value and coverage of a metric's rows in one SELECT: SQL folds, C++ only names the result.
QString foldSql(const Metric &metric)
{
    static const QHash<Fold, QString> folds{
        {Fold::Count, "count(*)"},
        {Fold::Sum, "cast(coalesce(sum(r.value), 0) as bigint)"},
        {Fold::Distinct, "count(DISTINCT r.value)"},
        {Fold::Average, "cast(coalesce(sum(r.value), 0) as bigint)"},
    };
    return QString("SELECT %1 AS folded, count(*) AS row_count, count(r.value) AS known_count,"
                   " count(CASE WHEN r.qualifier = 'above' THEN 1 END) AS above_count,"
                   " count(CASE WHEN r.qualifier = 'below' THEN 1 END) AS below_count,"
                   " count(CASE WHEN r.qualifier = 'about' THEN 1 END) AS about_count,"
                   " count(CASE WHEN r.qualifier = 'unknown' THEN 1 END) AS unknown_count"
                   " FROM (%2) AS r")
        .arg(folds.value(metric.fold), metric.sql);
}

/// docs/architecture.md, "Inexact and unknown values".
Qualifier foldedQualifier(qint64 above, qint64 below, qint64 about)
{
    if (about > 0 || (above > 0 && below > 0))
        return Qualifier::About;
    if (above > 0)
        return Qualifier::Above;
    return below > 0 ? Qualifier::Below : Qualifier::Exact;
}

MetricValue latestValue(const db::Database &database, const Metric &metric, const MetricQuery &query, const FilterWords &words)
{
    db::Statement statement(
        database, QString("SELECT r.* FROM (%1) AS r ORDER BY r.on_date DESC, r.object_id DESC LIMIT 1").arg(metric.sql));
    bindQuery(statement, metric, query, words);
    MetricValue result{.kind = metric.kind, .unit = metric.unit};
    if (!statement.next()) {
        result.isEmpty = true;
        return result;
    }
    result.rowCount = 1;
    result.qualifier = qualifierFromName(statement.text("qualifier")).value_or(Qualifier::Exact);
    result.unknownCount = result.qualifier == Qualifier::Unknown ? 1 : 0;
    result.raw = statement.integer("value");
    if (metric.sql.contains("AS wording"))
        result.wording = statement.text("wording");
    return result;
}

Qualifier opposite(Qualifier qualifier)
{
    if (qualifier == Qualifier::Above)
        return Qualifier::Below;
    return qualifier == Qualifier::Below ? Qualifier::Above : qualifier;
}

Qualifier combined(Qualifier a, Qualifier b)
{
    if (a == Qualifier::Unknown || b == Qualifier::Unknown)
        return Qualifier::Unknown;
    if (a == Qualifier::Exact || a == b)
        return b;
    return b == Qualifier::Exact ? a : Qualifier::About;
}

} // namespace

MetricService::MetricService(const session::Session &session, const Catalogue &catalogue, FilterWords words)
    : m_session(session), m_catalogue(catalogue), m_words(std::move(words))
{
}

MetricValue MetricService::value(const MetricQuery &query) const
{
    const Metric &metric = m_catalogue.get(query.metric);
    if (metric.isDerived())
        return derivedValue(metric, query);
    m_session.require(metric.valueOperation);
    return storedValue(metric, query);
}

MetricValue MetricService::storedValue(const Metric &metric, const MetricQuery &query) const
{
    if (metric.fold == Fold::Latest)
        return latestValue(m_session.database(), metric, query, m_words);
    db::Statement statement(m_session.database(), foldSql(metric));
    bindQuery(statement, metric, query, m_words);
    statement.requireRow(metric.label);
    MetricValue result{.kind = metric.kind, .unit = metric.unit};
    result.raw = statement.integer("folded");
    result.rowCount = statement.integer("row_count");
    result.unknownCount = statement.integer("unknown_count");
    result.qualifier
        = foldedQualifier(statement.integer("above_count"), statement.integer("below_count"), statement.integer("about_count"));
    const bool isCounting = metric.fold == Fold::Count || metric.fold == Fold::Distinct;
    if (result.unknownCount > 0 && !isCounting)
        result.qualifier = Qualifier::Unknown;
    if (metric.fold == Fold::Average) {
        const qint64 known = statement.integer("known_count");
        result.isEmpty = known == 0;
        if (known > 0)
            result.raw = narrowed(roundHalfUp(result.raw, known));
    }
    return result;
}

MetricValue MetricService::sumOf(const std::vector<Operand> &operands, const MetricQuery &query) const
{
    MetricValue total{.kind = m_catalogue.get(operands.front().metric).kind};
    Wide sum = 0;
    for (const Operand &operand : operands) {
        const MetricQuery shifted{operand.metric, query.period.shiftedYears(operand.yearShift), query.filters};
        const MetricValue part = value(shifted);
        if (part.kind != total.kind)
            throw Error(Error::Kind::Validation, translated("指标「%1」把不同单位的数相加").arg(query.metric));
        sum += Wide(operand.sign) * part.raw;
        total.qualifier = combined(total.qualifier, operand.sign > 0 ? part.qualifier : opposite(part.qualifier));
        total.rowCount += part.rowCount;
        total.unknownCount += part.unknownCount;
        total.isEmpty = total.isEmpty || part.isEmpty;
    }
    total.raw = narrowed(sum);
    return total;
}

MetricValue MetricService::derivedValue(const Metric &metric, const MetricQuery &query) const
{
    MetricValue result = sumOf(metric.operands, query);
    if (!metric.divisors.empty()) {
        const MetricValue divisor = sumOf(metric.divisors, query);
        result.isEmpty = result.isEmpty || divisor.isEmpty || divisor.raw == 0;
        result.qualifier = combined(result.qualifier, divisor.qualifier);
        if (result.qualifier == Qualifier::Above || result.qualifier == Qualifier::Below)
            result.qualifier = Qualifier::About;
        result.raw = result.isEmpty ? 0 : narrowed(roundHalfUp(Wide(result.raw) * kMicro, divisor.raw));
        result.kind = ValueKind::Decimal;
    }
    result.unit = metric.unit;
    return result;
}

std::vector<MetricRow> MetricService::rows(const MetricQuery &query, int limit) const
{
    const Metric &metric = m_catalogue.get(query.metric);
    std::vector<MetricRow> found;
    if (metric.isDerived()) {
        for (const auto *operands : {&metric.operands, &metric.divisors}) {
            for (const Operand &operand : *operands) {
                const auto part = rows({operand.metric, query.period.shiftedYears(operand.yearShift), query.filters}, limit);
                found.insert(found.end(), part.begin(), part.end());
            }
        }
        return found;
    }
    m_session.require(metric.rowsOperation);
    QString sql = QString("SELECT r.* FROM (%1) AS r ORDER BY r.on_date, r.object_id").arg(metric.sql);
    if (limit > 0)
        sql += QString(" LIMIT %1").arg(limit);
    db::Statement statement(m_session.database(), sql);
    bindQuery(statement, metric, query, m_words);
    static const QStringList kContract{"object_type", "object_id", "label", "on_date", "value", "qualifier"};
    while (statement.next()) {
        MetricRow row{statement.text("object_type"), statement.integer("object_id"), statement.text("label"),
            statement.date("on_date"), statement.optionalInteger("value"), statement.text("qualifier"), {}};
        for (const QString &column : statement.columnNames()) {
            if (!kContract.contains(column))
                row.details.insert(column, statement.text(column.toUtf8().constData()));
        }
        found.push_back(std::move(row));
    }
    return found;
}

QHash<QString, QString> MetricService::ownDetails(const MetricRow &row) const
{
    return office::OwnDetails(m_session).of(row.objectType, row.objectId);
}

} // namespace mishutai::metrics
