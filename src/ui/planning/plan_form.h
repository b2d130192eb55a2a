#pragma once

#include "planning/plan/plan_item.h"
#include "ui/common/form.h"

#include <functional>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

/// One line of a year's plan: target, task or problem.
class PlanForm : public Form
{
    Q_OBJECT

public:
    /// @param id nothing for a new one
    PlanForm(
        session::Session &session, std::optional<PlanItemId> id, std::function<void(qint64)> done, QWidget *parent = nullptr);

private:
    void addFields();
    void fill(const planning::PlanItemDetails &details);
    planning::PlanItemDetails collected() const;
    void store();

    session::Session &m_session;
    std::optional<PlanItemId> m_id;
    int m_revision = 0;
    planning::PlanItemDetails m_details; ///< what the form does not show stays
    std::function<void(qint64)> m_done;
};

} // namespace mishutai::ui
