#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "base/money.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace mishutai::parties {

/// 单位类型
enum class UnitKind { Enterprise, University, Institute, Finance, Service, Society, Government, Zone, Media, Other };
/// 单位性质
enum class Ownership { State, Private, Collective, Foreign, Joint, Public, Other };
enum class UnitSize { Large, Medium, Small, Micro };

const office::ChoiceTable<UnitKind> &unitKinds();
const office::ChoiceTable<Ownership> &ownerships();
const office::ChoiceTable<UnitSize> &unitSizes();

/// What a form edits of an organisation. Dates are invalid and optionals empty where nothing is known.
struct UnitDetails {
    QString code; ///< 单位-0001; when empty at creation, the next free one
    QString name; ///< 单位全称 as on the licence
    QString shortName;
    QString creditCode; ///< 统一社会信用代码, 18 characters, upper case
    UnitKind kind = UnitKind::Enterprise;
    std::optional<Ownership> ownership;
    QString legalRepresentative;
    QString legalRepresentativePost;
    QString legalRepresentativePhone;
    std::optional<Money> registeredCapital;
    QDate foundedOn;
    QString registeredAddress;
    QString mailingAddress;
    QString district;
    QString zone; ///< 产业功能区 or 园区
    QString chain; ///< 产业链
    QString chainSegment;
    QString field; ///< 行业细分领域
    QString products;
    std::optional<UnitSize> size;
    std::optional<bool> isAboveScale; ///< 规上
    std::optional<int> aboveScaleYear;
    std::optional<int> employees;
    std::optional<int> technicalStaff;
    std::optional<bool> isListed;
    QString partyOrganisation;
    std::optional<int> partyMembers;
    std::optional<UnitId> parent;
    QString invoiceTitle; ///< 抬头 of invoices to it; empty: the name
    QString taxNo; ///< empty: the credit code
    QString bankName; ///< 开户行
    QString bankAccount; ///< digits without blanks
    QString invoiceAddress; ///< as the tax office has it
    QString invoicePhone;
    QString invoiceEmail; ///< 收票邮箱
    QString deliveryAddress; ///< 快递地址; empty: the mailing address
    std::optional<bool> isInGroup; ///< 已入工作群
    QString groupName;
    QString website;
    QStringList aliases; ///< names under which it pays or is written, sorted
    QString tags;
    QString notes;

    bool operator==(const UnitDetails &) const = default;
};

struct Unit {
    UnitId id;
    int revision;
    UnitDetails details;
    std::optional<UnitId> mergedInto; ///< the unit that goes on in its place
};

/// Blanks at the ends dropped, code half-width and upper case, aliases sorted without doubles and without the name itself.
UnitDetails tidied(UnitDetails details);
/// 开票信息 as one block, ready to paste: 名称, 税号, 地址电话, 开户行及账号; what is not known is left out.
QString invoiceBlock(const UnitDetails &details);
/// Empty when acceptable. Expects tidied details; asks nothing of the data file.
std::vector<FieldError> validate(const UnitDetails &details);

} // namespace mishutai::parties
