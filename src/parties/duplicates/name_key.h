#pragma once

#include <QString>

namespace mishutai::parties {

/// What is left of an organisation's name when its form of company (有限公司, 股份, 集团), the place before it or in brackets,
/// blanks, brackets and full-width letters are taken away. Names of public bodies keep their place: it is all that tells two of
/// them apart.
struct NameKey {
    QString stem; ///< 示例材料; empty for an empty name
    QString province; ///< 四川; empty where the name says none
    QString city;
    QString district;

    /// Same stem, and no place of one kind that differs.
    bool isLike(const NameKey &other) const;
};

NameKey nameKey(const QString &name);
/// The name with full-width brackets: people type both widths for one firm.
QString withWideBrackets(QString name);
/// Whether the word is a province or a large city, without 省 or 市.
bool isPlaceName(const QString &word);

} // namespace mishutai::parties
