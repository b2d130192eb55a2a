// The window on a file with 10,000 members: from the start of the process to the first picture on screen. Then the page of
// members with 10,000 and with 100,000: its first rows, all of them, and a search by pinyin initials in it.
#include "support/bench_files.h"
#include "support/measurement.h"
#include "support/process.h"

#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_model.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/search_field.h"
#include "ui/common/list_page.h"
#include "ui/program/first_paint.h"
#include "ui/program/program.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>

#include <stdexcept>

using namespace mishutai;

namespace {

constexpr int kMembers = 10'000;
constexpr int kStarts = 9;
constexpr int kRounds = 7;
constexpr int kMany = 100'000;
constexpr int kFirstRowsMs = 150;
constexpr int kAllRowsMs = 500;
constexpr int kMostMs = 500;

void measureStart(const QString &file, const QString &example)
{
    const QString window = bench::programPath("mishutai");
    const auto untilShown = [&](const QString &path) {
        return bench::Timed([&window, path] { return bench::untilFirstLine(window, {"--exit-when-shown", path}); });
    };
    const auto [shown, small] = bench::mediansInTurn(kStarts, untilShown(file), untilShown(example));
    bench::print({.name = "window",
        .size = kMembers,
        .median = shown,
        .yardstick = small,
        .ratioTo = "the same with the example's 127 members",
        .reachMs = kMostMs});
}

/// Lets the window work until a widget was painted after `act` and the list holds all its rows.
void actAndPaint(QWidget *widget, const ui::ListModel *model, const bench::Step &act)
{
    act();
    bool isPainted = false;
    const auto painted = std::make_unique<ui::FirstPaint>(widget);
    QObject::connect(painted.get(), &ui::FirstPaint::painted, [&isPainted] { isPainted = true; });
    widget->update();
    while (!isPainted || (model && !model->isComplete()))
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

struct Round {
    qint64 firstRows = 0;
    qint64 allRows = 0;
    qint64 sorted = 0; ///< by name, until all rows stand in their new order
    qint64 firstSearch = 0;
    qint64 nextSearch = 0;
};

/// Lets what a user does not wait for come to its end: the index is read while nothing else is to be done.
void letBe()
{
    while (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents)) { }
}

Round measureRound(const QString &file, int members)
{
    ui::Program program;
    program.start(file);
    actAndPaint(program.window().currentPage(), nullptr, [] {});
    auto *page = program.window().findChild<ui::ListPage *>("members");
    if (!page)
        throw std::runtime_error("the window has no page of members");
    const ui::ListModel *model = page->panel()->model();
    Round round;
    QElapsedTimer timer;
    timer.start();
    actAndPaint(page, nullptr, [&] { program.window().showPage(page); });
    round.firstRows = timer.nsecsElapsed();
    if (model->rowCount() == 0)
        throw std::runtime_error("the page of members is empty");
    actAndPaint(page, model, [] {});
    round.allRows = timer.nsecsElapsed();
    if (model->rowCount() != members)
        throw std::runtime_error("the page of members is not whole");
    const auto type = [&](const QString &text) {
        return bench::timeOf([&] { actAndPaint(page->panel(), model, [&] { page->search()->setText(text); }); });
    };
    ui::ListView *view = page->panel()->view();
    const int name = ui::nameColumn(model->definition());
    round.sorted = bench::timeOf([&] { actAndPaint(page->panel(), model, [&] { view->sortBy(name, /*adds=*/false); }); });
    view->restoreDefaults();
    actAndPaint(page->panel(), model, [] {});
    letBe();
    round.firstSearch = type("j");
    type("jf");
    type("jfk");
    round.nextSearch = type("jfkj");
    if (model->rowCount() == 0 || model->rowCount() == members)
        throw std::runtime_error("the search did not choose");
    return round;
}

void measurePage(const QString &file, int members)
{
    std::vector<qint64> firstRows;
    std::vector<qint64> allRows;
    std::vector<qint64> sorted;
    std::vector<qint64> first;
    std::vector<qint64> next;
    for (int i = 0; i < kRounds; ++i) {
        const Round round = measureRound(file, members);
        firstRows.push_back(round.firstRows);
        allRows.push_back(round.allRows);
        sorted.push_back(round.sorted);
        first.push_back(round.firstSearch);
        next.push_back(round.nextSearch);
    }
    const qint64 rows = bench::median(firstRows);
    const qint64 typed = bench::median(next);
    const auto tell = [&](const QString &name, qint64 median, std::optional<int> reach) {
        bench::print({.name = name,
            .size = members,
            .median = median,
            .yardstick = typed,
            .ratioTo = "one more character typed into its search field",
            .reachMs = reach});
    };
    tell("window.members_first_rows", rows, kFirstRowsMs);
    tell("window.members_all_rows", bench::median(allRows), kAllRowsMs);
    tell("window.members_sorted_by_name", bench::median(sorted), {});
    tell("window.search_first", bench::median(first), {});
    bench::print({.name = "window.search_next",
        .size = members,
        .median = typed,
        .yardstick = rows,
        .ratioTo = "the first rows of the page"});
}

void measureWindow()
{
    const bench::BenchFiles files;
    const QString file = files.membersFile(kMembers, "window.mishutai");
    measureStart(file, files.exampleFile("example.mishutai"));
    measurePage(file, kMembers);
    measurePage(files.membersFile(kMany, "many.mishutai"), kMany);
}

} // namespace

int main(int argc, char **argv)
{
    bench::useOwnSettings();
    QApplication application(argc, argv);
    QApplication::setOrganizationName("mishutai");
    QApplication::setApplicationName("mishutai");
    return bench::run(measureWindow);
}
