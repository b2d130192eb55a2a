#include "desk/metric_filters.h"

#include "desk_cases.h"

namespace mishutai::desk {

namespace {

const Period kYear = Period::year(2021);

} // namespace

TEST_CASE("the words of every filter that is a choice are known, and every list that a filter names is there")
{
    const ExampleFile file;
    const auto application = file.open(Access::Read);
    int choices = 0;
    for (const metrics::Metric &metric : application->metrics().catalogue().all()) {
        for (const metrics::FilterDeclaration &filter : metric.filters) {
            CAPTURE(metric.name.toStdString(), filter.name.toStdString());
            const std::vector<db::Choice> words = filterWords(application->session(), filter.source);
            CHECK((filter.type == "choice") == !words.empty());
            choices += filter.type == "choice" ? 1 : 0;
            for (const db::Choice &word : words)
                CHECK_NOTHROW(application->metrics().value({metric.name, kYear, {{filter.name, word.label}}}));
            // A list that was renamed would let every text pass.
            if (filter.type == "text" && !filter.source.isEmpty())
                CHECK(errorOf([&] {
                    requireKnownFilters(
                        application->session(), application->metrics(), {metric.name, kYear, {{filter.name, "没有这一类"}}});
                })
                          ->cause()
                          .contains("有的值"));
        }
    }
    CHECK(choices > 15);
}

TEST_CASE("a choice is filtered by its label as by its word, and by no other")
{
    const ExampleFile file;
    const auto application = file.open(Access::Read);
    const metrics::MetricService &metrics = application->metrics();
    const auto raw = [&](const QString &metric, const QString &name, const QString &word) {
        const metrics::MetricQuery query{metric, kYear, {{name, word}}};
        CHECK(static_cast<qint64>(metrics.rows(query, 0).size()) == metrics.value(query).rowCount);
        return metrics.value(query).raw;
    };
    CHECK(raw("activities.count", "kind", "EXHIBITION") > 0);
    CHECK(raw("activities.count", "kind", "展会") == raw("activities.count", "kind", "EXHIBITION"));
    CHECK(raw("members.net", "kind", "企业") == raw("members.net", "kind", "ENTERPRISE"));
    for (const QString &metric : {QString("activities.count"), QString("members.net")}) {
        const auto error = errorOf([&] { metrics.value({metric, kYear, {{"kind", "展览馆"}}}); });
        REQUIRE(error);
        CHECK(error->kind() == Error::Kind::Validation);
        CHECK(error->problem().contains("展览馆"));
        CHECK(error->cause().contains(metric == "members.net" ? "企业（ENTERPRISE）" : "展会（EXHIBITION）"));
        CHECK(errorOf([&] { metrics.rows({metric, kYear, {{"kind", "展览馆"}}}, 0); }));
    }
}

} // namespace mishutai::desk
