// Search as it is typed over 10,000 and 100,000 members with contacts: the first question builds the index, the others only ask
// it. Every key of every question is timed alone, and the 99th percentile told: the seldom slow key is the one that is felt.
#include "support/bench_files.h"
#include "support/measurement.h"
#include "support/process.h"

#include "base/chinese/pinyin.h"
#include "db/lists/list_query.h"
#include "db/lists/search_index.h"
#include "desk/application.h"
#include "members/member_list.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <functional>
#include <stdexcept>

using namespace mishutai;

namespace {

constexpr int kQuestions = 200;
constexpr quint32 kSeed = 20211231;

struct Size {
    int members;
    int builds;
    int reachMs; ///< of a key
};

void require(bool isTrue, const char *otherwise)
{
    if (!isTrue)
        throw std::runtime_error(otherwise);
}

void measureBuild(const db::Database &database, const Size &size)
{
    const db::ListDefinition &list = members::memberList();
    const auto scan = [&] {
        db::ListQuery query(database, list);
        query.setFilters({{"name", db::Condition::Contains, QStringLiteral("金方科技")}});
        require(!query.ids().empty(), "nothing was found");
    };
    const auto build = [&] { require(!db::SearchIndex(database, list).find("jfkj").isEmpty(), "nothing was found"); };
    const auto [built, scanned] = bench::mediansOfSteps(size.builds, build, scan);
    bench::print({.name = "search.first",
        .size = size.members,
        .median = built,
        .yardstick = scanned,
        .ratioTo = "reading the names by a LIKE in SQL"});
}

/// What somebody types who looks for a member.
struct Manner {
    QString name;
    std::function<QString(int place)> text;
};

std::vector<Manner> manners()
{
    constexpr int kTail = 4;
    return {{"two_characters", [](int place) { return bench::unitName(place).mid(2, 2); }},
        {"initials", [](int place) { return pinyinInitials(bench::unitName(place)).mid(2, kTail); }},
        {"full_pinyin", [](int place) { return pinyinFull(bench::unitName(place).mid(2, 3)); }},
        {"contact", [](int place) { return bench::personName(place); }},
        {"phone_tail", [](int place) { return bench::phone(place).right(kTail); }}};
}

void measureTyping(const db::SearchIndex &index, const Manner &manner, const Size &size)
{
    QRandomGenerator random(kSeed);
    std::vector<qint64> keys;
    for (int question = 0; question < kQuestions; ++question) {
        const QString text = manner.text(random.bounded(size.members));
        for (qsizetype typed = 1; typed <= text.size(); ++typed) {
            qsizetype found = 0;
            keys.push_back(bench::timeOf([&] { found = index.find(text.left(typed)).size(); }));
            require(found > 0, "what is there was not found");
        }
    }
    const qint64 middle = bench::median(keys);
    bench::print({.name = "search.99th_key." + manner.name,
        .size = size.members,
        .median = bench::percentile(keys, 99),
        .yardstick = middle,
        .ratioTo = "the middle key",
        .reachMs = size.reachMs});
}

void measureSearch()
{
    const bench::BenchFiles files;
    for (const Size &size : {Size{10'000, 7, 8}, Size{100'000, 3, 30}}) {
        const auto application
            = desk::Application::open({files.membersFile(size.members, "search.mishutai"), desk::Access::Read, {}, {}});
        measureBuild(application->database(), size);
        const db::SearchIndex index(application->database(), members::memberList());
        index.find("jfkj");
        for (const Manner &manner : manners())
            measureTyping(index, manner, size);
    }
}

} // namespace

int main(int argc, char **argv)
{
    bench::useOwnSettings();
    const QCoreApplication application(argc, argv);
    return bench::run(measureSearch);
}
