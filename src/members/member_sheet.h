#pragma once

#include "office/sheets/record_sheet.h"
#include "office/words.h"
#include "parties/duplicates/sheet_likeness.h"

namespace mishutai::members {

/// members.csv, and any 会员名单 of one row a member. Matched by 会员编号; without one by the current membership of the unit,
/// which is found by 单位编号, 统一社会信用代码, then exact 单位全称.
///
/// Columns of the unit and its contact may stand beside: what is new is registered, what differs is changed. An empty cell there
/// leaves the unit as it is, since such lists are seldom complete; so do those of the unit's fields of the office's own. A list
/// without the column 入会日期 enrols as of today, which is told once. In a file without members and posts the first head that a
/// level names (会长单位) becomes the office's word for its head, for who may change settings.
class MemberSheet : public office::RecordSheet
{
public:
    QString key() const override { return "members"; }
    QString title() const override;
    std::vector<office::SheetColumn> columns() const override;
    std::vector<office::CustomOwner> ownFields() const override;
    std::vector<QStringList> identities() const override { return {{"code"}, {"unitCode"}, {"creditCode"}, {"unitName"}}; }
    /// What units.csv, people.csv and contacts.csv say: all of the unit but its code.
    QStringList heldElsewhere(session::Session &session) const override;
    QStringList keyOf(session::Session &session, const office::SheetRow &row) const override;
    session::Operation importOperation() const override { return session::Operation::MemberImport; }
    session::Operation exportOperation() const override { return session::Operation::PersonalExport; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    std::optional<FieldError> alikeFault(session::Session &session, const office::SheetRow &row) override;
    office::RowOutcome importRow(session::Session &session, const office::SheetRow &row) override;
    QStringList remarks(session::Session &session, const QStringList &columns, int added) const override;

private:
    void adoptHeadWord(session::Session &session, const office::SheetRow &row);

    std::optional<bool> m_mayAdopt; ///< as the file was before the first row
    std::optional<office::HeadWord> m_adopted;
    parties::SheetLikeness m_likeness;
};

} // namespace mishutai::members
