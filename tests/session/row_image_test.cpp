#include "session/history/row_image.h"

#include "db/row_writer.h"
#include "db/statement.h"
#include "support/test_session.h"

#include <catch2/catch.hpp>

#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace mishutai;
using namespace mishutai::session;

TEST_CASE("an image is the JSON object of its row, and reads back equal", "[session]")
{
    const QString odd = QString("引号\"反斜\\换行\n制表\t零") + QChar(1) + "𠮷末" + QChar(0x7F);
    const db::Row row{{"name", odd}, {"id", std::numeric_limits<qint64>::max()}, {"amount_fen", qint64(-1)}, {"note", QVariant()},
        {"empty", QString("")}, {"digest", QByteArray("\0\xFF", 2)}};
    const QString image = imageOf(row);
    const QJsonObject object{{"name", odd}, {"id", std::numeric_limits<qint64>::max()}, {"amount_fen", -1},
        {"note", QJsonValue::Null}, {"empty", ""}, {"digest", QJsonObject{{"base64", "AP8="}}}};
    CHECK(QJsonDocument::fromJson(image.toUtf8()).object() == object);
    const std::optional<db::Row> back = rowOfImage(image);
    REQUIRE(back);
    CHECK(isSameContent(*back, row));
    CHECK(image.startsWith("{\"amount_fen\":-1,\"digest\":{"));
    CHECK(imageOf({}) == "{}");
}

TEST_CASE("the image of a row as it is stored is the image of the row read", "[session]")
{
    test::TestSession file;
    db::Database &database = file.database();
    database.runScript("CREATE TABLE odd (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL DEFAULT 1, zeta TEXT, alpha TEXT, "
                       "amount_fen INTEGER, digest BLOB) STRICT;");
    const QString odd = QString("引号\"反斜\\换行\n制表\t") + QChar(1) + QChar(0x1F) + "𠮷末" + QChar(0x7F);
    const std::vector<db::Row> rows{{{"zeta", odd}, {"alpha", QString("")}, {"amount_fen", std::numeric_limits<qint64>::min()}},
        {{"digest", QByteArray("\0\xFF\"", 3)}, {"zeta", QVariant()}}, {{"alpha", QString(3000, u'长')}}};
    for (const db::Row &row : rows) {
        const qint64 id = db::insertRow(database, "odd", row);
        QByteArray image;
        db::visitRow(database, "odd", id, [&](const db::Statement &stored) { image = imageOf(stored, imageOrder(stored)); });
        CHECK(QString::fromUtf8(image) == imageOf(*db::readRow(database, "odd", id)));
    }
}
