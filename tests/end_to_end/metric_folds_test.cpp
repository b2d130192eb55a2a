#include "example_office.h"
#include "random_records.h"

#include "base/error.h"
#include "base/rounding.h"
#include "metrics/metric_service.h"
#include "support/test_session.h"

#include <algorithm>
#include <set>

namespace mishutai::metrics {

namespace {

/// The folding table of docs/architecture.md, "Inexact and unknown values".
Qualifier foldedQualifier(const std::vector<MetricRow> &rows, bool isCounting)
{
    const auto has = [&](const QString &qualifier) { return std::ranges::count(rows, qualifier, &MetricRow::qualifier) > 0; };
    if (has("unknown") && !isCounting)
        return Qualifier::Unknown;
    if (has("about") || (has("above") && has("below")))
        return Qualifier::About;
    if (has("above"))
        return Qualifier::Above;
    return has("below") ? Qualifier::Below : Qualifier::Exact;
}

/// The value of a stored metric, recomputed in C++ from the rows it shows.
MetricValue foldOf(const Metric &metric, const std::vector<MetricRow> &rows)
{
    MetricValue value{.kind = metric.kind, .unit = metric.unit};
    Wide sum = 0;
    qint64 known = 0;
    std::set<qint64> distinct;
    for (const MetricRow &row : rows) {
        if (!row.value)
            continue;
        sum += *row.value;
        ++known;
        distinct.insert(*row.value);
    }
    const auto size = static_cast<qint64>(rows.size());
    value.rowCount = metric.fold == Fold::Latest ? std::min<qint64>(size, 1) : size;
    switch (metric.fold) {
    case Fold::Count:
        value.raw = size;
        break;
    case Fold::Sum:
        value.raw = narrowed(sum);
        break;
    case Fold::Distinct:
        value.raw = static_cast<qint64>(distinct.size());
        break;
    case Fold::Average:
        value.isEmpty = known == 0;
        value.raw = known > 0 ? narrowed(roundHalfUp(sum, known)) : 0;
        break;
    case Fold::Latest:
        value.isEmpty = rows.empty();
        value.raw = rows.empty() ? 0 : rows.back().value.value_or(0);
        break;
    }
    const bool isCounting = metric.fold == Fold::Count || metric.fold == Fold::Distinct;
    const bool isLatest = metric.fold == Fold::Latest;
    const std::vector<MetricRow> folded = isLatest && !rows.empty() ? std::vector{rows.back()} : rows;
    value.qualifier = foldedQualifier(folded, isCounting);
    value.unknownCount = std::ranges::count(folded, QString("unknown"), &MetricRow::qualifier);
    return value;
}

/// The signed sum of operands, by their values.
Wide sumOf(const MetricService &service, const std::vector<Operand> &operands, const MetricQuery &query)
{
    Wide sum = 0;
    for (const Operand &operand : operands)
        sum += Wide(operand.sign)
            * service.value({operand.metric, query.period.shiftedYears(operand.yearShift), query.filters}).raw;
    return sum;
}

void checkDerived(const MetricService &service, const Metric &metric, const MetricQuery &query)
{
    const MetricValue value = service.value(query);
    const Wide sum = sumOf(service, metric.operands, query);
    if (metric.divisors.empty()) {
        CHECK(value.raw == narrowed(sum));
    } else if (const Wide divisor = sumOf(service, metric.divisors, query); divisor != 0) {
        CHECK(value.raw == narrowed(roundHalfUp(sum * 1'000'000, narrowed(divisor))));
    } else {
        CHECK(value.isEmpty);
    }
    size_t rows = 0;
    for (const auto *operands : {&metric.operands, &metric.divisors}) {
        for (const Operand &operand : *operands)
            rows += service.rows({operand.metric, query.period.shiftedYears(operand.yearShift), query.filters}, 0).size();
    }
    CHECK(service.rows(query, 0).size() == rows);
}

void checkStored(const MetricService &service, const Metric &metric, const MetricQuery &query)
{
    const std::vector<MetricRow> rows = service.rows(query, 0);
    MetricValue value = service.value(query);
    const MetricValue expected = foldOf(metric, rows);
    value.wording.clear(); // how a single inexact row is worded in its source, no part of the fold
    CHECK(value == expected);
    CHECK(std::ranges::is_sorted(rows, {}, &MetricRow::onDate));
    for (const MetricRow &row : rows) {
        CHECK_FALSE(row.objectType.isEmpty());
        CHECK(row.objectId > 0);
        CHECK(row.onDate.isValid());
        CHECK(qualifierFromName(row.qualifier).has_value());
    }
    if (rows.size() > 2)
        CHECK(service.rows(query, 2).size() == 2);
}

/// Nothing too where the words of a choice are known and this is none of them.
std::vector<MetricRow> rowsOrNothing(const MetricService &service, const MetricQuery &query)
{
    try {
        return service.rows(query, 0);
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::Validation);
        return {};
    }
}

/// Every metric of the catalogue over these spans, with and without its filters. @return values that are not zero
int checkAll(const MetricService &service, const std::vector<Period> &periods)
{
    int filled = 0;
    for (const Metric &metric : service.catalogue().all()) {
        for (const Period &period : periods) {
            MetricQuery query{metric.name, period, {}};
            INFO(metric.name.toStdString() << ' ' << period.chinese().toStdString());
            metric.isDerived() ? checkDerived(service, metric, query) : checkStored(service, metric, query);
            filled += service.value(query).raw != 0 ? 1 : 0;
            for (const FilterDeclaration &filter : metric.filters) {
                INFO(filter.name.toStdString());
                query.filters = {{filter.name, "没有这一类"}};
                CHECK(rowsOrNothing(service, query).empty());
                for (const MetricRow &row : service.rows({metric.name, period, {}}, 1)) {
                    if (!row.details.contains(filter.name))
                        continue;
                    query.filters = {{filter.name, row.details[filter.name]}};
                    // A detail may be called as a filter and be no word of its choice: the title of a certificate, not its kind.
                    if (!rowsOrNothing(service, query).empty())
                        checkStored(service, metric, query);
                }
            }
        }
    }
    return filled;
}

std::vector<Period> spans()
{
    std::vector<Period> periods{Period::year(2020), Period::year(2021), Period::year(2022), Period::year(1999),
        Period::month(2021, 5), Period::range(QDate(2021, 1, 1), QDate(2021, 10, 31)),
        Period::range(QDate(2020, 3, 17), QDate(2021, 6, 30)), Period::range(QDate(2021, 5, 14), QDate(2021, 5, 14))};
    for (const char *text : {"2021Q2", "2021年1-10月"})
        periods.push_back(Period::parse(QString::fromUtf8(text)).value());
    return periods;
}

} // namespace

TEST_CASE("over the example every value is the fold of the rows it shows")
{
    test::ExampleOffice office;
    CHECK(checkAll(office.application().metrics(), spans()) > 200);
}

TEST_CASE("over random records every value is the fold of the rows it shows")
{
    const unsigned seed = GENERATE(1U, 2U, 3U);
    test::TestSession file;
    file.clock().set(QDateTime(QDate(2023, 1, 15), QTime(12, 0)));
    test::enterRandomRecords(file.session(), seed);
    INFO("seed " << seed);
    CHECK(checkAll(MetricService(file.session()), spans()) > 200);
}

} // namespace mishutai::metrics
