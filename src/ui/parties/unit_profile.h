#pragma once

#include "parties/units/unit.h"
#include "ui/common/fields/pick_field.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

class DetailPane;
class Form;

/// Registers a unit of the name that was typed, for setCreate() of a field that picks units.
PickField::Create newUnit(session::Session &session);

// What is known of a unit beside licence, addresses and invoices: whose it is, how large, its party organisation.

/// Adds 上级单位 and 别名 below the names of a unit.
void addKinshipFields(Form &form, session::Session &session);
/// Adds the sections 规模与性质 and 党建.
void addProfileFields(Form &form);
/// Fills what the two have added.
void fillProfileFields(Form &form, const parties::UnitDetails &details);
void readProfileFields(const Form &form, parties::UnitDetails &details);

/// What the list of units has no column for, in a record's pane; nothing where nothing is known.
void showProfile(DetailPane &pane, session::Session &session, const parties::UnitDetails &details);

} // namespace mishutai::ui
