#include "ui/common/list/list_model.h"

#include "ui/support/window.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::ui;

namespace {

QString cell(const ListModel &model, int row, int column)
{
    return model.index(row, column).data(Qt::DisplayRole).toString();
}

ListState searching(const QString &text)
{
    ListState state;
    state.search = text;
    return state;
}

ListState filteredBy(db::ListFilter filter)
{
    ListState state;
    state.filters = {std::move(filter)};
    return state;
}

} // namespace

TEST_CASE("a list of 10,000 rows shows its first page at once and then all of it")
{
    test::SampleFile file(10000);
    ListModel model(file.session(), test::sampleDefinition());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);

    model.reload();
    CHECK(model.rowCount() == 200);
    CHECK_FALSE(model.isComplete());
    CHECK(cell(model, 0, 1) == "M00001");

    test::settle();
    CHECK(model.isComplete());
    REQUIRE(model.rowCount() == 10000);
    CHECK(model.allCount() == 10000);
    CHECK(cell(model, 199, 1) == "M00200");
    CHECK(cell(model, 200, 1) == "M00201");
    CHECK(cell(model, 9999, 1) == "M10000");
    CHECK(model.rowOf(5000) == 4999);
    CHECK_FALSE(model.rowOf(10001));
}

TEST_CASE("cells are shown as people write them")
{
    test::SampleFile file(10);
    ListModel model(file.session(), test::sampleDefinition());
    model.reload();

    CHECK(cell(model, 0, 2) == QStringLiteral("理事单位"));
    CHECK(cell(model, 0, 3) == "2018-01-03");
    CHECK(cell(model, 0, 5) == "2,000.00");
    CHECK(cell(model, 1, 5) == "-500.00");
    CHECK(model.index(1, 5).data(ListModel::ClipboardRole).toString() == "-500.00");
    CHECK(model.index(0, 5).data(ListModel::ClipboardRole).toString() == "2000.00");
    CHECK(model.index(0, 5).data(ListModel::RawRole).toLongLong() == 200000);
    CHECK(model.index(0, 5).data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
    CHECK(model.index(0, 0).data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignLeft));
    CHECK_FALSE(model.index(0, 6).data(ListModel::ToneRole).isValid());
    model.setTone("paid", [](const QVariant &value) { return value.toString() == "yes" ? Tone::Good : Tone::Bad; });
    CHECK(model.index(0, 6).data(ListModel::ToneRole).toInt() == static_cast<int>(Tone::Bad));
    CHECK(model.index(1, 6).data(ListModel::ToneRole).toInt() == static_cast<int>(Tone::Good));
}

TEST_CASE("a search finds by name, initials, code and phone, within the filters")
{
    test::SampleFile file(700);
    ListModel model(file.session(), test::sampleDefinition());
    model.reload();
    test::settle();

    struct Case {
        const char *typed;
        int found;
    };
    const Case cases[]{{"金发科技", 100}, {"jfkj", 100}, {"M00007", 1}, {"13800000006", 1}, {"0699", 2}, {"大同 jfkj", 10},
        {"无此单位", 0}, {"  ", 700}};
    for (const Case &one : cases) {
        INFO(one.typed);
        model.setState(searching(QString::fromUtf8(one.typed)));
        test::settle();
        CHECK(model.rowCount() == one.found);
        CHECK(model.allCount() == 700);
    }
    ListState both = searching("jfkj");
    both.filters = {{"level", db::Condition::AnyOf, QStringList{"council"}}};
    model.setState(both);
    CHECK(model.rowCount() == 20);
    CHECK(model.allCount() == 700);
}

TEST_CASE("sorts by several columns and filters by values, ranges and dates")
{
    test::SampleFile file(300);
    ListModel model(file.session(), test::sampleDefinition());
    ListState state;
    state.sorts = {{"due", true}, {"code", true}};
    model.setState(state);
    test::settle();
    CHECK(cell(model, 0, 5) == "8,000.00");
    CHECK(model.index(0, 1).data().toString() > model.index(1, 1).data().toString());

    model.setState(filteredBy({"due", db::Condition::AtLeast, qint64(500000)}));
    test::settle();
    CHECK(model.rowCount() > 0);
    for (int row = 0; row < model.rowCount(); ++row)
        CHECK(model.index(row, 5).data(ListModel::RawRole).toLongLong() >= 500000);

    model.setState(filteredBy({"joined", db::Condition::AtMost, QDate(2018, 1, 12)}));
    test::settle();
    CHECK(model.rowCount() == 10);
}

TEST_CASE("rows behind a figure are shown alone")
{
    test::SampleFile file(50);
    ListModel model(file.session(), test::sampleDefinition());
    ListState state;
    state.only = std::unordered_set<qint64>{3, 7, 99};
    model.setState(state);
    REQUIRE(model.rowCount() == 2);
    CHECK(model.ids() == std::vector<qint64>{3, 7});
    CHECK(model.allCount() == 50);
}

TEST_CASE("a list follows the bus, and only for its own tables")
{
    test::SampleFile file(20);
    ListModel model(file.session(), test::sampleDefinition());
    model.setState(searching(QStringLiteral("示例")));
    REQUIRE(model.rowCount() == 20);
    QSignalSpy loaded(&model, &ListModel::loaded);

    file.fill(5);
    file.bus().publish({"vouchers"});
    test::settle();
    CHECK(loaded.isEmpty());
    file.bus().publish({"samples"});
    file.bus().publish({"samples"});
    test::settle();
    CHECK(loaded.size() == 1);
    CHECK(model.rowCount() == 25);
}

TEST_CASE("a row that was deleted meanwhile is blank until the list is read again")
{
    test::SampleFile file(5);
    ListModel model(file.session(), test::sampleDefinition());
    model.reload();
    db::Statement(file.database(), "DELETE FROM samples WHERE id = 2").execute();
    CHECK(cell(model, 1, 1).isEmpty());
    CHECK(cell(model, 2, 1) == "M00003");
    model.reload();
    CHECK(model.rowCount() == 4);
    CHECK(cell(model, 1, 1) == "M00003");
}

TEST_CASE("who may not see personal data sees masked numbers; who may not read the list sees nothing")
{
    test::SampleFile file(5);
    session::Session reader = file.sessionAs(session::Role::ReadOnly);
    ListModel masked(reader, test::sampleDefinition());
    masked.reload();
    REQUIRE(masked.rowCount() == 5);
    CHECK(cell(masked, 0, 4) == "138****0000");
    CHECK(masked.index(0, 4).data(ListModel::ClipboardRole).toString() == "138****0000");

    db::ListDefinition financial = test::sampleDefinition();
    financial.operation = "finance.read";
    session::Session secretary = file.sessionAs(session::Role::Secretariat);
    ListModel closed(secretary, financial);
    closed.reload();
    CHECK(closed.rowCount() == 0);
}

TEST_CASE("a query that fails is told, not thrown through the event loop")
{
    test::SampleFile file(3);
    ListModel model(file.session(), test::sampleDefinition());
    model.reload();
    int faults = 0;
    QObject::connect(&model, &ListModel::failed, &model, [&faults](const Error &error) {
        ++faults;
        CHECK(error.kind() == Error::Kind::Storage);
    });
    file.database().runScript("DROP TABLE samples;");
    model.reload();
    CHECK(faults == 1);
    CHECK(model.rowCount() == 0);
}
