#pragma once

#include "finance/entries/entry.h"
#include "ui/common/form.h"

#include <functional>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

/// One line of income or expense: day, category, amount, account, counterparty, summary, papers. Account and category are those
/// of the newest entry, so that typing begins at the amount. The category says whether money comes in or goes out.
class EntryForm : public Form
{
    Q_OBJECT

public:
    /// @param id nothing for a new one
    /// @param proposedDate day of a new one; invalid for today
    EntryForm(session::Session &session, std::optional<VoucherId> id, QDate proposedDate, std::function<void(qint64)> done,
        QWidget *parent = nullptr);

private:
    void addFields();
    void fill();
    void fillFromLast(QDate proposedDate);
    void readPapers(finance::EntryDetails &details) const;
    finance::EntryDetails collected() const;
    void store();

    session::Session &m_session;
    std::optional<VoucherId> m_id;
    int m_revision = 0;
    finance::EntryDetails m_details; ///< what the form does not show stays
    std::function<void(qint64)> m_done;
};

} // namespace mishutai::ui
