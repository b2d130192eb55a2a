#pragma once

#include "parties/bodies/body.h"
#include "ui/members/member_leaves.h"

#include <functional>
#include <memory>

namespace mishutai::desk {
class Application;
}

namespace mishutai::ui {

class Form;
class ListPage;

/// The section 组织建设 of a unit: what it is as a body and who holds its offices; where it is none, the way to make it one.
/// @return whether it is one
bool fillBody(DetailPane &pane, session::Session &session, UnitId unit, const LeafActions &actions);

/// 组织建设 of one unit, in one undo. @param done is called after saving
std::unique_ptr<Form> bodyForm(session::Session &session, UnitId unit, std::function<void()> done);

/// Asks which of the two statistics forms and for which day, then shows its pages or writes a workbook.
/// @param application and page outlive the sheet
void showBodyStatistics(desk::Application &application, ListPage &page);

} // namespace mishutai::ui
