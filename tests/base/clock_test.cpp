#include "support/fixed_clock.h"

#include "base/error.h"
#include "base/task_control.h"

#include <catch2/catch.hpp>

using namespace mishutai;

TEST_CASE("A fixed clock stands until it is moved", "[clock]")
{
    FixedClock clock(QDate(2021, 5, 14));
    const QDateTime before = clock.now();
    CHECK(clock.today() == QDate(2021, 5, 14));
    CHECK(clock.now() == before);
    CHECK(before.timeSpec() == Qt::UTC);
    clock.advanceSeconds(24 * 3600);
    CHECK(clock.today() == QDate(2021, 5, 15));
    clock.set(QDateTime(QDate(2022, 1, 26), QTime(4, 0), Qt::UTC));
    CHECK(clock.now() == QDateTime(QDate(2022, 1, 26), QTime(4, 0), Qt::UTC));
    CHECK(SystemClock().now().timeSpec() == Qt::UTC);
}

TEST_CASE("Errors carry problem, place, cause, fields and remedy", "[error]")
{
    Error error(Error::Kind::Conflict, "单位没有保存", "编码重复", "请换一个编码");
    error.withFields({{"code", "duplicate", "编码已被使用"}}).withPlace({"单位.csv", 3, 2, "编码"});
    CHECK(error.text() == "单位没有保存\n位置：单位.csv第3行第2列「编码」\n原因：编码重复\n　· 编码已被使用\n办法：请换一个编码");
    CHECK(Error::kindName(error.kind()) == "conflict");
    CHECK(QString(error.what()).contains("clock_test.cpp"));
    CHECK_FALSE(QString(error.what()).contains("单位"));
    CHECK_THROWS_AS(error.raise(), Error);
    const std::unique_ptr<Error> copy(error.clone());
    CHECK(copy->text() == error.text());
}

TEST_CASE("A cancelled task says so", "[task]")
{
    class Cancelled : public TaskControl
    {
    public:
        void progress(qint64, qint64, const QString &) override { }
        bool isCancelled() const override { return true; }
    };
    CHECK_NOTHROW(TaskControl::silent().throwIfCancelled());
    try {
        Cancelled().throwIfCancelled();
        FAIL("not thrown");
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::Cancelled);
    }
}
