#pragma once

#include "base/ids.h"
#include "ui/records/bulk/bulk_edit.h"

namespace mishutai::ui {

/// Fields of a unit that can be changed for many records at once: 所属区县, 产业功能区, 产业链, 细分领域, 单位类型, 单位性质,
/// 规模, 标签. @param unitOf the unit of a record of the list
std::vector<BulkColumn> unitBulkColumns(std::function<UnitId(session::Session &session, qint64 id)> unitOf);

/// 标签 with one more or one less; tags are separated by blanks.
QString withTag(const QString &tags, const QString &tag);
QString withoutTag(const QString &tags, const QString &tag);

} // namespace mishutai::ui
