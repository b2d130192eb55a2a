// Search by pinyin initials in 10,000 members: the first question builds the index, the others only ask it.
#include "support/bench_files.h"
#include "support/measurement.h"
#include "support/process.h"

#include "db/list_query.h"
#include "db/search_index.h"
#include "desk/application.h"
#include "members/member_list.h"

#include <QCoreApplication>

#include <stdexcept>

using namespace mishutai;

namespace {

constexpr int kMembers = 10'000;
constexpr int kBuilds = 7;
constexpr int kQuestions = 51;

void measureSearch()
{
    const bench::BenchFiles files;
    const auto application
        = desk::Application::open({files.membersFile(kMembers, "search.mishutai"), desk::Access::Read, {}, {}});
    const db::ListDefinition &list = members::memberList();
    const auto scan = [&] {
        db::ListQuery query(application->database(), list);
        query.setFilters({{"name", db::Condition::Contains, QStringLiteral("金方科技")}});
        if (query.ids().empty())
            throw std::runtime_error("nothing was found");
    };
    const QString ratioTo = "reading the names by a LIKE in SQL";
    const auto build = [&] { db::SearchIndex(application->database(), list).find("jfkj"); };
    const auto [built, scanned] = bench::mediansOfSteps(kBuilds, build, scan);
    bench::print({.name = "search.first", .size = kMembers, .median = built, .yardstick = scanned, .ratioTo = ratioTo});

    const db::SearchIndex index(application->database(), list);
    const auto ask = [&] {
        if (index.find("jfkj").empty())
            throw std::runtime_error("nothing was found");
    };
    ask();
    const auto [asked, again] = bench::mediansOfSteps(kQuestions, ask, scan);
    bench::print({.name = "search.next", .size = kMembers, .median = asked, .yardstick = again, .ratioTo = ratioTo});
}

} // namespace

int main(int argc, char **argv)
{
    bench::useOwnSettings();
    const QCoreApplication application(argc, argv);
    return bench::run(measureSearch);
}
