#pragma once

#include "base/money.h"

#include <QDate>
#include <QString>

#include <optional>

namespace mishutai::parties {

/// What could be read out of a text that somebody sent: a contact by WeChat, a signature, a business licence read by a telephone.
/// Empty where the text says nothing.
struct PartyText {
    QString unitName = {};
    QString creditCode = {}; ///< valid by GB 32100-2015, or what a label calls so: a wrong digit is for the form to show
    QString legalRepresentative = {};
    std::optional<Money> registeredCapital = {};
    QDate foundedOn = {};
    QString licenceType = {}; ///< 类型 of a licence: 有限责任公司（自然人投资或控股）
    QString scope = {}; ///< 经营范围
    QString address = {}; ///< 住所 of a licence, else any address
    QString personName = {};
    QString salutation = {}; ///< 刘总, 王老师: how somebody is addressed whose name is not said
    QString post = {};
    QString department = {};
    QString phone = {}; ///< in stored form; a mobile number before a fixed one
    QString otherPhone = {};
    QString wechat = {}; ///< the mobile number where the text says that they are one: 微信同号
    QString email = {};
    QString website = {};

    bool operator==(const PartyText &) const = default;
    /// How many fields are filled.
    int count() const;
};

/// Reads lines 「单位：…」 by their labels (with or without colon, in any order, several on a line) and, where no label stands,
/// what can be told by its form: credit code, phone, mail address, a name that ends like a company, a short name beside a post.
PartyText readPartyText(const QString &text);

} // namespace mishutai::parties
