#pragma once

#include <QString>

#include <optional>
#include <utility>

namespace mishutai::parties {

// What a word in a text without labels is, told by its form alone.

/// Ends like an organisation: 公司, 大学, 研究院, 协会, 局 …
bool isUnitName(const QString &word);
/// Names a place down to a road, a number, a building.
bool isAddress(const QString &text);
/// 总经理, 办公室主任, 副秘书长
bool isPost(const QString &word);
/// 市场部, 综合科, 办公室
bool isDepartment(const QString &word);
/// Two to four Chinese characters that begin with a family name and are none of the above.
bool isPersonName(const QString &word);
/// Two to four Chinese characters that are no place, post or department: for where something else says that it is a name.
bool isAnyName(const QString &word);
/// 刘总, 王老师, 李经理: a family name with a title. @return the title where it is a post, else empty; nothing for other words
std::optional<QString> addressedName(const QString &word);
/// 「张三总经理」 as name and post.
std::optional<std::pair<QString, QString>> nameAndPost(const QString &word);

} // namespace mishutai::parties
