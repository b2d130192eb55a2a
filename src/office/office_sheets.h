#pragma once

#include "office/sheets/record_sheet.h"

namespace mishutai::office {

/// The office itself: one row.
class OfficeSheet : public RecordSheet
{
public:
    QString key() const override { return QStringLiteral("office"); }
    QString title() const override;
    std::vector<SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::OfficeEdit; }
    session::Operation exportOperation() const override { return session::Operation::OfficeRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    RowOutcome importRow(session::Session &session, const SheetRow &row) override;
};

/// 届次, matched by number.
class TermSheet : public RecordSheet
{
public:
    QString key() const override { return QStringLiteral("terms"); }
    QString title() const override;
    std::vector<SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::OfficeEdit; }
    session::Operation exportOperation() const override { return session::Operation::OfficeRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    RowOutcome importRow(session::Session &session, const SheetRow &row) override;
};

/// 节假日, matched by day.
class HolidaySheet : public RecordSheet
{
public:
    QString key() const override { return QStringLiteral("holidays"); }
    QString title() const override;
    std::vector<SheetColumn> columns() const override;
    session::Operation importOperation() const override { return session::Operation::OfficeEdit; }
    session::Operation exportOperation() const override { return session::Operation::OfficeRead; }
    std::vector<QStringList> exportRows(session::Session &session) const override;
    RowOutcome importRow(session::Session &session, const SheetRow &row) override;
};

} // namespace mishutai::office
