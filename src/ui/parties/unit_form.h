#pragma once

#include "parties/unit_facts/unit_fact.h"
#include "parties/units/unit.h"
#include "ui/common/form.h"
#include "ui/records/own_fields.h"

#include <functional>
#include <optional>
#include <set>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

/// A unit with what is known of it beside its memberships: data, addresses, licence, invoice.
class UnitForm : public Form
{
    Q_OBJECT

public:
    /// @param id nothing for a new one @param done after saving @param open shows another unit that this one may already be
    UnitForm(session::Session &session, std::optional<UnitId> id, std::function<void(qint64)> done,
        std::function<void(UnitId)> open, QWidget *parent = nullptr);

private:
    void addFields();
    /// 单位类型 follows the name of a new unit until it is chosen.
    void proposeKinds();
    void fill();
    void store();
    void storeRoles(UnitId id);

    session::Session &m_session;
    std::optional<UnitId> m_id;
    int m_revision = 0;
    parties::UnitDetails m_details; ///< what the form does not show stays
    std::set<parties::UnitRoleKind> m_roles; ///< as stored, of today
    std::unique_ptr<OwnFields> m_own;
    std::function<void(qint64)> m_done;
    bool m_isKindChosen = false;
};

} // namespace mishutai::ui
