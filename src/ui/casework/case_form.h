#pragma once

#include "casework/cases/case.h"
#include "ui/common/form.h"

#include <functional>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

/// A case with the unit that it is for. Five fields make one.
class CaseForm : public Form
{
    Q_OBJECT

public:
    /// @param id nothing for a new one
    CaseForm(session::Session &session, std::optional<CaseId> id, std::function<void(qint64)> done, QWidget *parent = nullptr);

private:
    void addFields();
    void fill();
    casework::CaseDetails collected() const;
    void store();
    void storeServed(CaseId id);

    session::Session &m_session;
    std::optional<CaseId> m_id;
    int m_revision = 0;
    casework::CaseDetails m_details; ///< what the form does not show stays
    std::function<void(qint64)> m_done;
};

/// 办结 / 销号: day, result, what the one served says of it.
class CaseClosingForm : public Form
{
    Q_OBJECT

public:
    CaseClosingForm(
        session::Session &session, const QString &title, CaseId id, std::function<void()> done, QWidget *parent = nullptr);
};

} // namespace mishutai::ui
