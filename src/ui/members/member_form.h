#pragma once

#include "base/ids.h"
#include "members/member.h"
#include "ui/common/form.h"
#include "ui/records/own_fields.h"

#include <functional>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

/// A membership and, where it is no person's, its unit: edited together.
class MemberForm : public Form
{
    Q_OBJECT

public:
    MemberForm(session::Session &session, MemberId id, std::function<void(qint64)> done, QWidget *parent = nullptr);

private:
    void addUnitFields();
    void addEnding();
    void fill();
    void fillUnit(UnitId id);
    void updateUnit(UnitId id);
    members::MemberDetails collected(members::MemberDetails details) const;
    void update();

    session::Session &m_session;
    MemberId m_id;
    int m_memberRevision = 0; ///< as read: a change by somebody else meanwhile is a conflict
    int m_unitRevision = 0;
    std::unique_ptr<OwnFields> m_own;
    std::function<void(qint64)> m_done;
};

} // namespace mishutai::ui
