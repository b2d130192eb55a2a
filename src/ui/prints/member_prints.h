#pragma once

#include "desk/application.h"
#include "ui/common/list_page.h"

namespace mishutai::ui {

class DetailPane;

/// What can be printed of the members that are selected: 证书, 登记表, 一企一档, 寄送清单, 函件.
/// @param application and page outlive the actions
std::vector<RecordAction> memberPrints(desk::Application &application, ListPage &page);

/// The leaf 往来函件: which letters were made for a member.
void fillLetters(DetailPane &leaf, session::Session &session, qint64 member);

} // namespace mishutai::ui
