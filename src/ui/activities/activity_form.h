#pragma once

#include "activities/events/activity.h"
#include "ui/common/form.h"

#include <functional>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

/// An event or a meeting. Five fields make one; the others may follow after the event.
class ActivityForm : public Form
{
    Q_OBJECT

public:
    /// @param id nothing for a new one
    ActivityForm(
        session::Session &session, std::optional<ActivityId> id, std::function<void(qint64)> done, QWidget *parent = nullptr);

private:
    void addFields();
    void fill(const activities::ActivityDetails &details);
    activities::ActivityDetails collected() const;
    void store();

    session::Session &m_session;
    std::optional<ActivityId> m_id;
    int m_revision = 0;
    activities::ActivityDetails m_details; ///< what the form does not show stays
    std::function<void(qint64)> m_done;
};

} // namespace mishutai::ui
