#include "desk_cases.h"

#include "parties/units/unit_service.h"

namespace mishutai::desk {

namespace {

/// Cancels after some reports of progress.
class Impatient : public TaskControl
{
public:
    explicit Impatient(int patience) : m_patience(patience) { }
    void progress(qint64, qint64, const QString &) override { --m_patience; }
    bool isCancelled() const override { return m_patience < 0; }

private:
    int m_patience;
};

} // namespace

TEST_CASE("every kind of record has a key, a title and columns of its own")
{
    QStringList keys;
    QStringList titles;
    for (const auto &kind : recordSheets()) {
        INFO(kind->key().toStdString());
        CHECK_FALSE(keys.contains(kind->key()));
        CHECK_FALSE(titles.contains(kind->title()));
        keys.append(kind->key());
        titles.append(kind->title());
        QStringList columns;
        QStringList headers;
        QStringList others;
        for (const office::SheetColumn &column : kind->columns()) {
            INFO(column.title.toStdString());
            CHECK_FALSE(columns.contains(column.key));
            columns.append(column.key);
            CHECK_FALSE(headers.contains(column.title));
            headers.append(column.title);
            others.append(column.aliases);
        }
        // Another word may mean two columns, 姓名 the member or its contact, but never what is the title of one.
        for (const QString &other : others)
            CHECK_FALSE(headers.contains(other));
        CHECK(recordSheet(kind->key())->title() == kind->title());
    }
    CHECK(keys.indexOf("units") < keys.indexOf("members"));
    CHECK(keys.indexOf("activities") < keys.indexOf("activity_outcomes"));
    const auto error = errorOf([] { recordSheet("colours"); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Usage);
    CHECK(error->remedy().contains("members（会员）"));
}

TEST_CASE("a data set goes out, in and out again to the same bytes, and holds no one's identity")
{
    const ExampleFile example;
    const QTemporaryDir folder;
    exportDataSet(example.open()->session(), folder.filePath("first"));
    auto copy = Application::create(folder.filePath("copy.mishutai"), "另一人");
    const DataSetResult in = importDataSet(copy->session(), folder.filePath("first"));
    const DataSetResult out = exportDataSet(copy->session(), folder.filePath("second"));
    CHECK(in.rows() == out.rows());
    const auto first = contents(folder.filePath("first"));
    CHECK((first == contents(folder.filePath("second"))));
    for (auto file = first.cbegin(); file != first.cend(); ++file) {
        INFO(file.key().toStdString());
        CHECK(file.key().endsWith(".csv"));
        CHECK_FALSE(file.value().contains('\r'));
        CHECK_FALSE(file.value().contains("示例用户"));
        CHECK_FALSE(QString::fromUtf8(file.value()).contains(QChar::ReplacementCharacter));
    }
}

TEST_CASE("importing the same data set again adds nothing")
{
    const ExampleFile example;
    const QTemporaryDir folder;
    const auto application = example.open();
    exportDataSet(application->session(), folder.filePath("set"));
    const auto before = contents(folder.filePath("set"));
    importDataSet(application->session(), folder.filePath("set"));
    exportDataSet(application->session(), folder.filePath("again"));
    CHECK((contents(folder.filePath("again")) == before));
}

TEST_CASE("what units.csv says of a unit stands nowhere else, and an older members.csv does not bring it back")
{
    const ExampleFile example;
    const QTemporaryDir folder;
    const auto application = example.open();
    const QString set = folder.filePath("set");
    exportDataSet(application->session(), set);
    const QString members = QString::fromUtf8(contents(set).value("members.csv"));
    CHECK(members.section('\n', 0, 0).startsWith("会员编号,单位编号,人员编号,级别,状态"));
    for (const char *column : {"单位全称", "联系人", "电话", "注册资本"})
        CHECK_FALSE(members.section('\n', 0, 0).contains(column));

    const parties::Unit unit = parties::UnitService(application->session()).findByCode("单位-0001").value();
    QString units = QString::fromUtf8(contents(set).value("units.csv"));
    putFile(set + "/units.csv", units.replace(unit.details.name, "示例改名有限公司").toUtf8());
    putFile(set + "/members.csv",
        ("会员编号,单位编号,单位全称,单位类型\n会员-0001,单位-0001," + unit.details.name + ",高校\n").toUtf8());
    importDataSet(application->session(), set);
    const parties::UnitDetails now = parties::UnitService(application->session()).get(unit.id).details;
    CHECK(now.name == "示例改名有限公司");
    CHECK(now.kind == unit.details.kind);

    // Where there is no units.csv, what members.csv says of the unit counts.
    QFile::remove(set + "/units.csv");
    putFile(set + "/members.csv", "会员编号,单位编号,单位类型\n会员-0001,单位-0001,高校\n");
    importDataSet(application->session(), set);
    CHECK(parties::UnitService(application->session()).get(unit.id).details.kind == parties::UnitKind::University);
}

TEST_CASE("an export that is cancelled or refused leaves the folder as it was")
{
    const ExampleFile example;
    const QTemporaryDir folder;
    const auto application = example.open();
    Impatient control(3);
    const auto cancelled = errorOf([&] { exportDataSet(application->session(), folder.filePath("new"), control); });
    REQUIRE(cancelled);
    CHECK(cancelled->kind() == Error::Kind::Cancelled);
    CHECK_FALSE(QDir(folder.filePath("new")).exists());

    putFile(folder.filePath("full/note.txt"), "x");
    const auto full = errorOf([&] { exportDataSet(application->session(), folder.filePath("full")); });
    REQUIRE(full);
    CHECK(full->kind() == Error::Kind::Conflict);
    CHECK(contents(folder.filePath("full")).size() == 1);
}

TEST_CASE("an import is all or nothing, and tells its moment before the commit")
{
    const ExampleFile example;
    const QTemporaryDir folder;
    const auto application = example.open();
    const QString set = folder.filePath("set");
    putFile(set + "/units.csv", "单位编号,单位全称\n单位-9001,示例新增有限公司\n");
    putFile(set + "/activities.csv", "活动名称,日期\n示例活动,2021-02-30\n");
    int calls = 0;
    const auto refused = errorOf([&] { importDataSet(application->session(), set, TaskControl::silent(), [&] { ++calls; }); });
    REQUIRE(refused);
    CHECK(refused->place()->file == "activities.csv");
    CHECK(refused->place()->row == 2);
    CHECK(calls == 0);
    const parties::UnitService units(application->session());
    CHECK_FALSE(units.findByCode("单位-9001"));

    putFile(set + "/activities.csv", "活动名称,日期\n示例活动,2021-02-28\n");
    const QString path = example.path();
    const auto unitsElsewhere = [&] {
        const auto other = Application::open({path, Access::Read, {}, {}});
        return parties::UnitService(other->session()).findByCode("单位-9001").has_value();
    };
    importDataSet(application->session(), set, TaskControl::silent(), [&] { calls += unitsElsewhere() ? 100 : 1; });
    CHECK(calls == 1);
    CHECK(unitsElsewhere());

    Impatient control(0);
    putFile(set + "/units.csv", "单位编号,单位全称\n单位-9002,示例新增二有限公司\n");
    const auto cancelled = errorOf([&] { importDataSet(application->session(), set, control); });
    REQUIRE(cancelled);
    CHECK(cancelled->kind() == Error::Kind::Cancelled);
    CHECK_FALSE(units.findByCode("单位-9002"));
}

TEST_CASE("an example that cannot be made leaves no file")
{
    const QTemporaryDir folder;
    CHECK(exampleNames() == QStringList{"alliance-2021"});
    const auto unknown = errorOf([&] { createExample("park-1999", folder.filePath("a.mishutai")); });
    REQUIRE(unknown);
    CHECK(unknown->kind() == Error::Kind::Usage);
    Impatient control(2);
    const auto cancelled = errorOf([&] { createExample("alliance-2021", folder.filePath("a.mishutai"), control); });
    REQUIRE(cancelled);
    CHECK(cancelled->kind() == Error::Kind::Cancelled);
    CHECK(QDir(folder.path()).isEmpty());
}

} // namespace mishutai::desk
