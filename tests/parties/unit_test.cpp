#include "parties_cases.h"

using namespace mishutai;
using namespace mishutai::parties;

TEST_CASE("the block for an invoice holds what is known, ready to paste", "[parties]")
{
    UnitDetails d = unitNamed("示例材料有限公司", "91350100M000100Y43");
    CHECK(invoiceBlock(d) == "名称：示例材料有限公司\n纳税人识别号：91350100M000100Y43");
    d.invoiceTitle = "示例材料有限公司成都分公司";
    d.taxNo = "91510100M000100Y43";
    d.invoiceAddress = "示例路1号";
    d.invoicePhone = "028-85550123";
    d.bankName = "示例银行成都分行";
    d.bankAccount = "51000000000000001";
    CHECK(invoiceBlock(d)
        == "名称：示例材料有限公司成都分公司\n纳税人识别号：91510100M000100Y43\n地址、电话：示例路1号 "
           "028-85550123\n开户行及账号：示例银行成都分行 51000000000000001");
    d.invoiceAddress.clear();
    d.bankAccount.clear();
    CHECK(invoiceBlock(d).contains("地址、电话：028-85550123\n开户行及账号：示例银行成都分行"));
}

TEST_CASE("account and tax numbers lose what people put between the digits", "[parties]")
{
    UnitDetails d = unitNamed("示例材料有限公司");
    d.bankAccount = "５１００ 0000-0001";
    d.taxNo = "91350100 m000100y43";
    d.invoicePhone = "(028)85550123";
    const UnitDetails tidy = tidied(d);
    CHECK(tidy.bankAccount == "510000000001");
    CHECK(tidy.taxNo == "91350100M000100Y43");
    CHECK(tidy.invoicePhone == "028-85550123");
}
