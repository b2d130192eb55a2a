#include "session/row_image.h"

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
