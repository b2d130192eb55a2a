#pragma once

#include "finance/entries/entry.h"
#include "ui/common/form.h"

#include <functional>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

/// One line of income or expense: day, category, amount, account, counterparty, summary. Day, account and category are kept from
/// one to the next. The category says whether money comes in or goes out.
class EntryForm : public Form
{
    Q_OBJECT

public:
    /// @param id nothing for a new one
    EntryForm(
        session::Session &session, std::optional<VoucherId> id, std::function<void(qint64)> done, QWidget *parent = nullptr);

private:
    void addFields();
    void fill();
    void fillFromLast();
    finance::EntryDetails collected() const;
    void store();

    session::Session &m_session;
    std::optional<VoucherId> m_id;
    int m_revision = 0;
    finance::EntryDetails m_details; ///< what the form does not show stays
    std::function<void(qint64)> m_done;
};

} // namespace mishutai::ui
