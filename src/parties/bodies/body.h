#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::parties {

/// What a body is. A 产业功能区科协 is one of the last five, by how it came to be (民政登记, or set up inside an administration).
enum class BodyForm {
    Enterprise, ///< 企业科协
    Association, ///< 社会团体
    NonEnterprise, ///< 民办非企业单位
    Internal, ///< 内设组织
    Committee, ///< 专委会
    Branch ///< 分会
};
const office::ChoiceTable<BodyForm> &bodyForms();

/// What is known of a unit that is a body set up with approval. Key: the unit. Its place in the tree is the unit's 上级单位; its
/// officers are the unit's contacts.
struct BodyDetails {
    UnitId unit;
    BodyForm form = BodyForm::Enterprise;
    QString approvalNo{}; ///< 批准文号
    QDate approvedOn{};
    QString approvedBy{}; ///< 批准单位
    QDate filedOn{}; ///< 报备日期
    std::optional<UnitId> executiveUnit{}; ///< 秘书长执行单位
    std::optional<int> unitMembers{}; ///< 单位会员数量; nothing: not reported, never 0
    std::optional<int> personMembers{}; ///< 个人会员数量, 科协会员数
    QDate dissolvedOn{}; ///< the first day without it
    QString notes{};

    bool operator==(const BodyDetails &) const = default;
    /// Whether it is there on a day; one without a day of approval counts as there.
    bool isOn(QDate day) const
    {
        return (!approvedOn.isValid() || approvedOn <= day) && (!dissolvedOn.isValid() || day < dissolvedOn);
    }
};

struct Body {
    qint64 id;
    int revision;
    BodyDetails details;
};

/// The four offices that a body reports.
enum class BodyOffice { Chair, ViceChair, SecretaryGeneral, DeputySecretaryGeneral };

/// The offices that a contact's 职务 names: 「副主席兼秘书长」 is two. 会长, 理事长 and 主任委员 are chairs too; an office of
/// another body (企业科协 aside) is not told apart, since the contact is the body's own. Empty for none.
std::vector<BodyOffice> officesOf(const QString &post);

/// What a body most likely is by its name: 「…专委会」, 「…分会」, the 科协 of a company, of a zone. Nothing for a name that says
/// nothing. A proposal only.
std::optional<BodyForm> guessedForm(const QString &name);

/// Empty when acceptable.
std::vector<FieldError> validate(const BodyDetails &details);

} // namespace mishutai::parties
