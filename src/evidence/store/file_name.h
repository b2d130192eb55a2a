#pragma once

#include "evidence/store/media.h"

#include <QDate>
#include <QString>

namespace mishutai::evidence {

/// The name to remember of a file that comes in: its last part, without control characters, at most 255 characters. Data only,
/// never a path. @return never empty
QString keptName(const QString &given);

/// A name that any system can have in a folder of its own: no separators, no characters that Windows refuses, nothing that turns
/// the reading direction or cannot be seen, no reserved name, at most 240 bytes of UTF-8, and the ending that its content has.
QString cleanFileName(const QString &kept, Media media);

/// Whether opening a copy is safe: no program by content and no ending that a system would run.
bool mayBeOpened(const QString &kept, Media media);

/// The day that cameras, phones and 微信 write into names: 微信图片_20211126153012.jpg, IMG_20211126_153012.jpg,
/// mmexport1637912345678.jpg, 2021-11-26 会议.jpg, 2021年11月26日签到表.jpg. Invalid when there is none.
QDate dateInName(const QString &name);

} // namespace mishutai::evidence
