#include "db/lists/list_query.h"
#include "desk/global_search.h"
#include "document/docx/docx_writer.h"
#include "document/layout/layout.h"
#include "document/pdf/pdf_writer.h"
#include "metrics/catalogue.h"
#include "reports/figure_key.h"
#include "reports/report_service.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/page_preview.h"
#include "ui/pages/desk_window.h"
#include "ui/reports/report_page.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>

#include <catch2/catch.hpp>

#include <set>

using namespace mishutai;
using namespace mishutai::test;

namespace {

ui::ReportPage &openReport(DeskWindow &desk)
{
    desk.press(Qt::Key_7, Qt::ControlModifier);
    auto *report = desk.page<ui::ReportPage>();
    until([report] { return report->pages() != nullptr; });
    return *report;
}

QString textOf(const document::PagedDocument &document)
{
    QString text;
    for (const document::PlacedPage &page : document.pages) {
        for (const document::PlacedText &run : page.texts)
            text += run.text;
    }
    return text;
}

/// The page that is in sight after a figure was opened, with how many rows.
std::pair<QString, int> rowsInSight(DeskWindow &desk)
{
    auto *list = qobject_cast<ui::ListPage *>(desk.window().currentPage());
    if (!list)
        return {desk.window().currentPage()->objectName(), -1};
    until([list] { return list->panel()->model()->isComplete(); });
    return {list->objectName(), rowCount(list)};
}

} // namespace

TEST_CASE("the report page shows the pages of the newest year and its outline")
{
    DeskWindow desk;
    ui::ReportPage &report = openReport(desk);
    REQUIRE(report.pages());
    CHECK(report.pages()->pages.size() >= 4);
    CHECK(report.pages()->pages.size() <= 8);
    CHECK(textOf(*report.pages()).contains("197,031.69"));
    CHECK(report.preview()->view()->hasFocus());
}

TEST_CASE("arrow and Enter open the rows behind a figure")
{
    DeskWindow desk;
    openReport(desk);
    desk.press(Qt::Key_Right);
    desk.press(Qt::Key_Return);
    const auto [page, rows] = rowsInSight(desk);
    CHECK(page == "members");
    CHECK(rows == 127);
}

TEST_CASE("every figure of the example's report opens the rows that it counts")
{
    DeskWindow desk;
    ui::ReportPage &report = openReport(desk);
    std::set<QString> keys;
    for (const document::PlacedPage &page : report.pages()->pages) {
        for (const document::PlacedText &run : page.texts) {
            if (!run.figure.isEmpty())
                keys.insert(run.figure);
        }
    }
    CHECK(keys.size() > 20);
    std::set<QString> pages;
    for (const QString &key : keys) {
        CAPTURE(key.toStdString());
        const auto source = reports::figureSource(key);
        REQUIRE(source);
        desk.window().showPage(&report);
        Q_EMIT report.preview()->view()->figureClicked(key);
        settle();
        if (const auto *record = std::get_if<reports::RecordRef>(&*source)) {
            auto *list = qobject_cast<ui::ListPage *>(desk.window().currentPage());
            REQUIRE(list);
            CHECK(until([&] { return list->panel()->view()->currentId() == record->objectId; }));
            continue;
        }
        std::set<qint64> wanted;
        for (const auto &row : desk.application().metrics().rows(std::get<metrics::MetricQuery>(*source), 0))
            wanted.insert(row.objectId);
        if (wanted.empty()) {
            CHECK(desk.window().currentPage() == &report);
            CHECK(desk.says(QStringLiteral("没有可打开的记录")));
            continue;
        }
        const auto [page, rows] = rowsInSight(desk);
        pages.insert(page);
        CHECK(rows == static_cast<int>(wanted.size()));
    }
    CHECK(pages.count("members") + pages.count("activities") + pages.count("casework") + pages.count("finance") == 4);
}

TEST_CASE("the rows of every metric are shown by a page")
{
    DeskWindow desk;
    const metrics::MetricService &service = desk.application().metrics();
    const Period period = Period::year(2021);
    std::set<QString> types;
    for (const metrics::Metric &metric : metrics::Catalogue::standard().all()) {
        std::set<qint64> ids;
        QString type;
        for (const metrics::MetricRow &row : service.rows({metric.name, period, {}}, 0)) {
            type = row.objectType;
            ids.insert(row.objectId);
        }
        if (ids.empty())
            continue;
        CAPTURE(metric.name.toStdString(), type.toStdString());
        types.insert(type);
        desk.window().showRows(type, {ids.begin(), ids.end()}, metric.label);
        const auto [page, rows] = rowsInSight(desk);
        CHECK(rows == static_cast<int>(ids.size()));
    }
    CHECK(types.size() >= 5);
}

TEST_CASE("a change of a record makes the pages anew, and the year field chooses the year")
{
    DeskWindow desk;
    ui::ReportPage &report = openReport(desk);
    const auto before = report.pages();
    CHECK(textOf(*before).contains(QStringLiteral("127家")));
    auto *members = desk.go("members");
    desk.press(Qt::Key_Delete);
    REQUIRE(until([&] { return rowCount(members) == 126; }));
    desk.press(Qt::Key_7, Qt::ControlModifier);
    REQUIRE(until([&] { return report.pages() != before; }));
    CHECK(textOf(*report.pages()).contains(QStringLiteral("126家")));

    const auto changed = report.pages();
    auto *year = report.findChild<QSpinBox *>();
    year->setFocus();
    desk.press(Qt::Key_Down);
    REQUIRE(until([&] { return report.pages() != changed; }));
    CHECK(report.pages()->title.contains("2020"));
}

TEST_CASE("the Word file is written from the document that is shown")
{
    DeskWindow desk;
    openReport(desk);
    desk.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(until([&] { return desk.window().findChild<QFileDialog *>() != nullptr; }));
    auto *dialog = desk.window().findChild<QFileDialog *>();
    const QString target = desk.path("summary.docx");
    Q_EMIT dialog->fileSelected(target);
    dialog->close();
    REQUIRE(until([&] { return desk.says(QStringLiteral("Word 已导出")); }));
    const auto made = reports::ReportService(desk.application().session(), desk.application().metrics())
                          .make("alliance-annual", Period::year(2021), desk.application().session().clock().today());
    QFile file(target);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == document::writeDocx(made, TaskControl::silent()));
}

TEST_CASE("the exported PDF has the pages of the preview, as the command line has")
{
    DeskWindow desk;
    ui::ReportPage &report = openReport(desk);
    const auto shown = report.pages();
    desk.press(Qt::Key_E, Qt::ControlModifier);
    REQUIRE(until([&] { return desk.window().findChild<QFileDialog *>() != nullptr; }));
    auto *dialog = desk.window().findChild<QFileDialog *>();
    const QString target = desk.path("summary.pdf");
    Q_EMIT dialog->fileSelected(target);
    dialog->close();
    REQUIRE(until([&] { return desk.says(QStringLiteral("PDF 已导出")); }));
    QFile file(target);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == document::writePdf(*shown, TaskControl::silent()));

    document::FontSet fonts;
    const auto made = reports::ReportService(desk.application().session(), desk.application().metrics())
                          .make("alliance-annual", Period::year(2021), desk.application().session().clock().today());
    CHECK(textOf(document::layout(made, fonts)) == textOf(*shown));
}
