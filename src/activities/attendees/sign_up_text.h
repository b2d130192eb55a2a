#pragma once

#include <QString>

#include <vector>

namespace mishutai::activities {

/// One entry of a sign-up list as it was typed.
struct SignUpLine {
    int number = 0; ///< as the list counts; 0 where it does not
    QString unit;
    QString name;
    QString post; ///< 总经理, 女士
    QString phone; ///< stored form
    int headCount = 1;
    QString original; ///< the line without its number
    bool operator==(const SignUpLine &) const = default;
};

/// Reads a 接龙 as WeChat copies it ("1. 金发科技 张三 13800000001") or a list of one entry a line. Texts above the first
/// number, the 例 line and empty numbers are left out; a line without a number goes on with the one above. Parts may stand in any
/// order, between blanks, commas, slashes, dashes or brackets.
std::vector<SignUpLine> parseSignUp(const QString &text);

} // namespace mishutai::activities
