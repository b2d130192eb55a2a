#pragma once

#include "base/ids.h"

#include <functional>
#include <memory>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

class DetailPane;
class Form;

/// What the leaves of a member ask of their page.
struct LeafActions {
    bool mayEdit = false;
    std::function<void(std::unique_ptr<Form>)> show; ///< a small form over the page
    std::function<void()> changed; ///< the record was changed
    std::function<void(const QString &objectType, qint64 id)> reveal; ///< opens a record on its own page
};

/// 级别职务: levels with their days, suspensions, the posts of its people, steps of the admission.
void fillStanding(DetailPane &pane, session::Session &session, MemberId id, const LeafActions &actions);
/// 身份: what the unit is to the office, from when and until when.
void fillUnitRoles(DetailPane &pane, session::Session &session, UnitId unit, const LeafActions &actions);
/// 资质与年度数据 of the member's unit.
void fillUnitFacts(DetailPane &pane, session::Session &session, UnitId unit, const LeafActions &actions);
/// 一企一档: everything known of the unit; each line opens its record.
void fillDossier(DetailPane &pane, session::Session &session, UnitId unit, const LeafActions &actions);

} // namespace mishutai::ui
