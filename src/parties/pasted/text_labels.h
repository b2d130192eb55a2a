#pragma once

#include <QString>

#include <vector>

namespace mishutai::parties {

/// What a word before a value says that the value is.
enum class Label {
    Unit,
    CreditCode,
    LegalRepresentative,
    Capital,
    Founded,
    Address,
    Person,
    Post,
    Department,
    Phone,
    Wechat,
    Email,
    Website,
    LicenceType,
    Scope,
    Other ///< ends the value before it and says nothing that is kept
};

/// A label in a text.
struct FoundLabel {
    Label label;
    qsizetype start; ///< of the label
    qsizetype end; ///< first character of the value
};

/// The labels of a half-width text in their order: with a colon anywhere, without one where a line begins.
std::vector<FoundLabel> labelsIn(const QString &text);

} // namespace mishutai::parties
