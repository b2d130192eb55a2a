#include "office/office_sheets.h"

#include "base/chinese/credit_code.h"
#include "base/error.h"
#include "office/profile/office_profile_service.h"
#include "office/terms/term_service.h"
#include "support/test_session.h"

#include <catch2/catch.hpp>

namespace mishutai::office {
namespace {

SheetRow rowFrom(const RecordSheet &sheet, const QStringList &texts)
{
    SheetRow row;
    row.number = 2;
    const std::vector<SheetColumn> columns = sheet.columns();
    for (std::size_t i = 0; i < columns.size(); ++i)
        row.cells.insert(columns[i].key, texts.value(static_cast<qsizetype>(i)));
    return row;
}

struct Kind {
    const char *name;
    std::unique_ptr<RecordSheet> (*make)();
    std::vector<QStringList> rows;
    QStringList changed; ///< the first row, otherwise
    QStringList faulty;
};

const std::vector<Kind> &kinds()
{
    static const QString code = completedCreditCode(u"51510000MJ1234567").value();
    static const std::vector<Kind> all{
        {"office", []() -> std::unique_ptr<RecordSheet> { return std::make_unique<OfficeSheet>(); },
            {{"示例联盟", "联盟", "联盟协会", code, "示例市经信局", "秘书处", "示例市民政局", "示例市", "示例路1号", "李示例",
                "028-85550123", "30000.00", "代理记账", "2020-03-01", "2020-12-20"}},
            {"示例园区", "", "园区", "", "", "", "", "", "", "", "", "", "自行记账", "", ""},
            {"示例联盟", "", "公司", "", "", "", "", "", "", "", "", "", "", "", ""}},
        {"terms", []() -> std::unique_ptr<RecordSheet> { return std::make_unique<TermSheet>(); },
            {{"1", "", "2020-12-20", "2025-12-20"}, {"2", "换届后", "2025-12-20", ""}}, {"1", "首届", "2020-12-20", "2025-12-20"},
            {"", "", "2020-12-20", ""}},
        {"holidays", []() -> std::unique_ptr<RecordSheet> { return std::make_unique<HolidaySheet>(); },
            {{"2021-09-26", "上班", ""}, {"2021-10-01", "放假", "国庆节"}}, {"2021-09-26", "放假", "某节"}, {"不详", "放假", ""}},
    };
    return all;
}

} // namespace

TEST_CASE("the office's own records go out and in unchanged")
{
    for (const Kind &kind : kinds()) {
        CAPTURE(kind.name);
        test::TestSession file;
        const auto sheet = kind.make();
        CHECK(sheet->key() == kind.name);
        CHECK(sheet->exportRows(file.session()).empty());
        for (const QStringList &row : kind.rows) {
            REQUIRE(row.size() == static_cast<qsizetype>(sheet->columns().size()));
            CHECK(sheet->importRow(file.session(), rowFrom(*sheet, row)) == RowOutcome::Added);
        }
        CHECK(sheet->exportRows(file.session()) == kind.rows);
        CHECK(sheet->importRow(file.session(), rowFrom(*sheet, kind.rows[0])) == RowOutcome::Same);
        CHECK(sheet->importRow(file.session(), rowFrom(*sheet, kind.changed)) == RowOutcome::Changed);
        CHECK(sheet->exportRows(file.session())[0] == kind.changed);
    }
}

TEST_CASE("a faulty row of the office's own records is refused")
{
    for (const Kind &kind : kinds()) {
        CAPTURE(kind.name);
        test::TestSession file;
        const auto sheet = kind.make();
        std::optional<Error::Kind> error;
        try {
            sheet->importRow(file.session(), rowFrom(*sheet, kind.faulty));
        } catch (const Error &caught) {
            error = caught.kind();
            CHECK_FALSE(caught.fields().empty());
        }
        CHECK(error == Error::Kind::Validation);
        CHECK(sheet->exportRows(file.session()).empty());
    }
}

TEST_CASE("a column that the sheet lacks leaves the field alone")
{
    test::TestSession file;
    OfficeSheet sheet;
    sheet.importRow(file.session(), rowFrom(sheet, kinds()[0].rows[0]));
    SheetRow row;
    row.cells = {{"name", "改名联盟"}};
    CHECK(sheet.importRow(file.session(), row) == RowOutcome::Changed);
    const OfficeDetails details = OfficeProfileService(file.session()).profile().details;
    CHECK(details.name == "改名联盟");
    CHECK(details.shortName == "联盟");
    CHECK(details.registeredFund == Money::fromFen(3'000'000));
}

} // namespace mishutai::office
