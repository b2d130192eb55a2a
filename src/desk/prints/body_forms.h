#pragma once

#include "base/quantity.h"
#include "base/task_control.h"
#include "document/sheets/sheet.h"
#include "tables/table_writer.h"

#include <QDate>

#include <optional>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// The forms by which a 区(市)县 reports its bodies (附件1-1 and 1-2 of the guide of 2021), 14 columns each.
enum class BodyFormKind {
    Enterprise, ///< 企业科协组织建设统计表
    Zone ///< 产业功能区科协组织建设统计表
};

/// Counts below a form that no record of the office gives; kept as readings of three indicators (填报).
struct LocalCounts {
    std::optional<Quantity> enterprises; ///< 属地企业数量
    std::optional<Quantity> technology; ///< 科技企业数量
    std::optional<Quantity> zones; ///< 产业功能区数量
    bool operator==(const LocalCounts &) const = default;
};

/// The last readings up to a day. @throws Error Forbidden, Storage
LocalCounts localCounts(session::Session &session, QDate onDay);
/// Keeps those given as readings of that day, one undo for all; a count that is as known already adds nothing.
/// @throws Error Validation (no whole number from 0 on), Forbidden, Storage
void keepLocalCounts(session::Session &session, const LocalCounts &counts, QDate onDay);

/// The bodies of a form that are there on a day, by code: a cell of an officer reads 姓名／职务／电话, several stand on lines of
/// their own. Below: 所属区(市)县, how many bodies (the metric bodies.enterprise or bodies.zone of that day), the local counts,
/// and 比例, which stays blank where there is nothing to divide by.
/// @throws Error Forbidden, Storage, Cancelled
/// @param given counts that hold in place of the readings, kept by nobody yet
document::Sheet bodySheet(
    session::Session &session, BodyFormKind kind, QDate onDay, TaskControl &control, const LocalCounts &given = {});
/// The same as a workbook to hand on. @throws Error Forbidden (it holds phones: PersonalExport), Storage, Cancelled
tables::Table bodyTable(
    session::Session &session, BodyFormKind kind, QDate onDay, TaskControl &control, const LocalCounts &given = {});

} // namespace mishutai::desk
