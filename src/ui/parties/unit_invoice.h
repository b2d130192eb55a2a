#pragma once

#include "parties/units/unit.h"

namespace mishutai::ui {

class DetailPane;
class Form;

// 开票信息, addresses for parcels and the working group of a unit: one set of fields for the unit's own form and the member's.

/// Adds 快递地址, 已入工作群 and 工作群名称.
void addDeliveryFields(Form &form);
/// Adds the section 开票 and, beside the form's title, 复制开票信息: the block as the fields stand. `name` and `creditCode` are
/// fields of the form too.
void addInvoiceFields(Form &form);
/// Fills what the two have added.
void fillInvoiceFields(Form &form, const parties::UnitDetails &details);
void readInvoiceFields(const Form &form, parties::UnitDetails &details);

/// The section 开票信息 of a record's pane, each line with 复制 and one for the block; nothing where nothing is known.
/// @param isHidden whether numbers are hidden on a shared screen
void showInvoice(DetailPane &pane, const parties::UnitDetails &details, bool isHidden);

} // namespace mishutai::ui
