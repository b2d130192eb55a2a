#include "ui/records/exports/file_dialog.h"

#include "ui/support/window.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::ui;

namespace {

/// Whether anything stands inside a button's frame.
bool showsSomething(QWidget &button)
{
    const QImage picture = button.grab().toImage();
    const QRect inside = picture.rect().adjusted(5, 5, -5, -5);
    int inked = 0;
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            inked += picture.pixelColor(x, y) != picture.pixelColor(inside.topLeft()) ? 1 : 0;
    }
    return inked > 10;
}

} // namespace

TEST_CASE("Qt's own file dialog names kinds and days as the program does, and its buttons show what they are")
{
    const QTemporaryDir folder;
    REQUIRE(QDir(folder.path()).mkdir("a"));
    QFile file(folder.filePath("b.xlsx"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();
    FileDialog dialog(nullptr, QStringLiteral("打开"));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.setDirectory(folder.path());
    test::shown(dialog, 820, 520);
    auto *files = dialog.findChild<QTreeView *>();
    REQUIRE(files);
    const auto text
        = [&](int row, int column) { return files->model()->index(row, column, files->rootIndex()).data().toString(); };
    // The model reads the folder in a thread of its own, and puts it in order a moment later.
    for (int round = 0; round < 4000 && (text(1, 2).isEmpty() || text(0, 0) != "a"); ++round)
        QApplication::processEvents(QEventLoop::AllEvents, 5);
    CHECK(text(0, 0) == "a");
    CHECK(text(0, 2) == QStringLiteral("文件夹"));
    CHECK(text(1, 2) == QStringLiteral("XLSX 文件"));
    CHECK(text(1, 3) == QFileInfo(file.fileName()).lastModified().toString("yyyy-MM-dd HH:mm"));
    CHECK(files->columnWidth(0) > dialog.width() / 4);
    for (const char *name : {"backButton", "toParentButton", "newFolderButton", "listModeButton", "detailModeButton"}) {
        CAPTURE(name);
        auto *button = dialog.findChild<QToolButton *>(name);
        REQUIRE(button);
        CHECK(showsSomething(*button));
    }
}

TEST_CASE("the program carries Qt's Chinese words along")
{
    QTranslator translator;
    REQUIRE(translator.load("qtbase_zh_CN", ":/resources/i18n"));
    CHECK(translator.translate("QFileDialog", "Look in:") == QStringLiteral("查找范围："));
}
