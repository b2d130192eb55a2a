#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace mishutai {

/// How exact a figure is.
enum class Qualifier {
    Exact,
    Above, ///< a lower bound: 余, 多, 超, 以上, 至少, 不少于
    Below, ///< an upper bound: 近, 不足, 接近, 不超过
    About, ///< 约, 左右
    Unknown ///< X
};

/// The stable word of the data file: "exact", "above", "below", "about", "unknown".
QString qualifierName(Qualifier qualifier);
std::optional<Qualifier> qualifierFromName(QStringView name);

/// The word with which an inexact figure is written. None for exact figures, and for an X without a word.
enum class Wording {
    None,
    Yu, ///< 余
    Duo, ///< 多
    Exceeding, ///< 超过
    Over, ///< 超
    OrMore, ///< 以上
    AtLeast, ///< 至少
    NotLess, ///< 不少于
    Nearly, ///< 近
    CloseTo, ///< 接近
    ShortOf, ///< 不足
    NotMore, ///< 不超过
    About, ///< 约
    Around ///< 左右
};

/// The Chinese word itself, which is also what the data file holds; empty for None.
QString wordingText(Wording wording);
std::optional<Wording> wordingFromText(QStringView text);
/// The qualifier that a word expresses; Exact for None.
Qualifier qualifierOf(Wording wording);
/// The plainest word of a qualifier: 至少, 不足, 约; None for Exact and Unknown.
Wording plainWording(Qualifier qualifier);
/// Whether the named number itself satisfies the word: 至少20 and 不超过20 hold for 20, 余, 超过, 近 and 不足 do not.
bool includesBound(Wording wording);

} // namespace mishutai
