#pragma once

#include "base/error.h"
#include "base/money.h"
#include "office/words.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::office {

/// What a form edits of the office itself. Dates are invalid, texts and optionals empty where nothing is known.
struct OfficeDetails {
    QString name; ///< 单位名称
    QString shortName;
    OfficeKind kind = OfficeKind::Alliance;
    QString creditCode; ///< 统一社会信用代码, 18 characters
    QString addressee; ///< 主送单位 of the annual summary
    QString signer; ///< 落款
    QString authority; ///< 登记管理机关 or the body above
    QString region;
    QString address;
    QString contact;
    QString phone; ///< in the form of normalizedPhone()
    std::optional<Money> registeredFund;
    Bookkeeping bookkeeping = Bookkeeping::Agent;
    QDate startedOn; ///< 启动组建
    QDate registeredOn; ///< 登记注册

    /// The short name, or the name where there is none.
    const QString &shortNameOrName() const { return shortName.isEmpty() ? name : shortName; }
    /// 落款: the signer, or the name.
    const QString &signerOrName() const { return signer.isEmpty() ? name : signer; }
    bool operator==(const OfficeDetails &) const = default;
};

/// The one office of a data file.
struct OfficeProfile {
    int revision;
    OfficeDetails details;
};

/// Blanks at the ends dropped, code and phone in stored form.
OfficeDetails tidied(OfficeDetails details);
/// Empty when acceptable. Expects tidied details.
std::vector<FieldError> validate(const OfficeDetails &details);

} // namespace mishutai::office
