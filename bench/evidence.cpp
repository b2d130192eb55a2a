// A record with 50 photos of 3 MB: from choosing it to its leaf 佐证 painted, and until its thumbnails are made for the first
// time; then the check of all bytes.
#include "support/bench_files.h"
#include "support/measurement.h"
#include "support/process.h"

#include "desk/application.h"
#include "evidence/links/evidence_check.h"
#include "evidence/links/evidence_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/evidence/evidence_desk.h"
#include "ui/evidence/evidence_tab.h"
#include "ui/program/first_paint.h"
#include "ui/program/program.h"
#include "ui/records/record_page.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QListWidget>

#include <random>
#include <stdexcept>

using namespace mishutai;

namespace {

constexpr int kPhotos = 50;
constexpr int kPhotoBytes = 3'000'000;
constexpr int kRounds = 9;
constexpr int kMostMs = 100;

/// A JPEG of that size; pictures of cameras are as hard to compress as noise.
QByteArray photo()
{
    std::mt19937 random(20211126);
    QImage image(2000, 1500, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            line[x] = 0xFF000000U | static_cast<QRgb>(random() & 0x3F3F3FU);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 88);
    return bytes;
}

void attachPhotos(const QString &file, const evidence::RecordRef &record)
{
    const auto application = desk::Application::open({file, desk::Access::Write, {}, {}});
    const QByteArray one = photo();
    std::vector<evidence::NewEvidence> photos;
    for (int number = 0; number < kPhotos; ++number) {
        QByteArray bytes = one + QByteArray::number(number); // decoders stop before it
        bytes.append(QByteArray(std::max<qsizetype>(0, kPhotoBytes - bytes.size()), '\0'));
        photos.push_back({.bytes = bytes, .name = QString("IMG_20211126_%1.jpg").arg(100000 + number)});
    }
    evidence::EvidenceService(application->session()).attach(record, photos);
}

void paint(QWidget *widget)
{
    bool isPainted = false;
    const ui::FirstPaint painted(widget);
    QObject::connect(&painted, &ui::FirstPaint::painted, [&isPainted] { isPainted = true; });
    widget->update();
    while (!isPainted)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// Chooses a record and lets the window work until its leaf is painted.
void show(ui::RecordPage *page, qint64 id, int photos)
{
    page->panel()->view()->selectId(id);
    const auto leaf = [page]() -> ui::EvidenceTab * {
        for (auto *tab : page->findChildren<ui::EvidenceTab *>()) {
            if (tab->isVisible())
                return tab;
        }
        return nullptr;
    };
    while (!leaf() || leaf()->grid()->count() != photos) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    paint(page); // the leaf itself may be made anew meanwhile
}

void measureLeaf(const QString &file, qint64 with, qint64 without)
{
    ui::Program program;
    program.start(file);
    auto *page = program.window().findChild<ui::RecordPage *>("activities");
    if (!page)
        throw std::runtime_error("the window has no page of activities");
    program.window().showPage(page);
    auto *pane = page->findChild<ui::DetailPane *>();
    paint(page);
    page->panel()->view()->selectId(without);
    QApplication::processEvents();
    while (!pane->currentTab().startsWith(QStringLiteral("佐证")))
        pane->turnTab(1);
    show(page, without, 0);

    int made = 0;
    QObject::connect(&page->evidence().thumbnails(), &ui::Thumbnails::made, [&made] { ++made; });
    const qint64 first = bench::timeOf([&] {
        show(page, with, kPhotos);
        while (made < kPhotos)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    });
    const auto timed = [&](qint64 id, int photos, qint64 other, int others) {
        return bench::Timed([&, id, photos, other, others] {
            show(page, other, others);
            return bench::timeOf([&] { show(page, id, photos); });
        });
    };
    const auto [shown, empty] = bench::mediansInTurn(kRounds, timed(with, kPhotos, without, 0), timed(without, 0, with, kPhotos));
    bench::print({.name = "evidence.open",
        .size = kPhotos,
        .median = shown,
        .yardstick = empty,
        .ratioTo = "a record without photos",
        .reachMs = kMostMs});
    bench::print({.name = "evidence.first_thumbnails",
        .size = kPhotos,
        .median = first,
        .yardstick = shown,
        .ratioTo = "showing the leaf once they are made"});
}

void measureCheck(const QString &file)
{
    const auto application = desk::Application::open({file, desk::Access::Read, {}, {}});
    const auto look = [&](evidence::Depth depth) {
        return bench::Step([&, depth] {
            if (!evidence::checkEvidence(application->session(), depth).empty())
                throw std::runtime_error("the check found what is not wrong");
        });
    };
    const auto [bytes, names] = bench::mediansOfSteps(kRounds, look(evidence::Depth::Bytes), look(evidence::Depth::Names));
    constexpr int kReachMs = kPhotos * kPhotoBytes / 200'000; // 200 MB a second
    bench::print({.name = "evidence.check",
        .size = kPhotos,
        .median = bytes,
        .yardstick = names,
        .ratioTo = "looking at names and sizes only",
        .reachMs = kReachMs});
}

void measure()
{
    const bench::BenchFiles files;
    const QString file = files.exampleFile("evidence.mishutai");
    attachPhotos(file, {"activities", 1});
    measureLeaf(file, 1, 2);
    measureCheck(file);
}

} // namespace

int main(int argc, char **argv)
{
    bench::useOwnSettings();
    QApplication application(argc, argv);
    QApplication::setOrganizationName("mishutai");
    QApplication::setApplicationName("mishutai");
    return bench::run(measure);
}
