#pragma once

#include "base/error.h"
#include "session/permissions.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::office {

enum class CustomOwner;

/// One column of a kind of record as a sheet shows it: in imports, exports and data sets alike.
struct SheetColumn {
    QString key; ///< "creditCode": the FieldError::field of the details struct
    QString title; ///< Chinese header, "统一社会信用代码"
    QStringList aliases; ///< other headers that mean it, "信用代码"
    bool isRequired = false;
    QString format; ///< for docs/data-formats.md, "日期", "金额（元）", "企业/高校/…"
    QString example;
};

/// One row of a sheet with its texts by column key. A column that the sheet lacks is absent: then an update leaves the field
/// alone.
struct SheetRow {
    int number = 0; ///< as a spreadsheet shows it, for messages
    QHash<QString, QString> cells;
    /// Where readers say what people should look at though the row is taken (a day of which only the month is known …). Null
    /// where nobody looks, as in data sets: what would be read with a warning is a fault there.
    std::vector<FieldError> *warnings = nullptr;

    void warn(const QString &key, const QString &code, const QString &message) const
    {
        if (warnings)
            warnings->push_back({key, code, message});
    }
    bool has(const QString &key) const { return cells.contains(key); }
    QString text(const QString &key) const { return cells.value(key).trimmed(); }
};

enum class RowOutcome { Added, Changed, Same };

/// One kind of record as a sheet: members.csv of a data set, 「导入会员」 of the window and `mishutai-cli import members` are all
/// this. Stateless but for what it looks up; used on the session's thread.
class RecordSheet
{
public:
    virtual ~RecordSheet() = default;

    virtual QString key() const = 0; ///< "members": the KIND of the command line, the file name of a data set
    virtual QString title() const = 0; ///< "会员"
    virtual std::vector<SheetColumn> columns() const = 0;
    /// Whose fields of the office's own stand in the sheet behind columns(), in this order.
    virtual std::vector<CustomOwner> ownFields() const { return {}; }
    /// columns() and those fields, as this data file has them.
    std::vector<SheetColumn> columnsIn(session::Session &session) const;
    /// Keys of the columns that together name a record: two rows of one sheet with the same texts in them are a fault of the
    /// sheet, since one would silently undo the other. Rows where one of them is empty or absent are not compared.
    virtual QStringList keyColumns() const { return {QStringLiteral("code")}; }
    /// All ways in which a row may name its record, the strongest first: two rows of one sheet that are called alike by the
    /// strongest that one of them has are doubles. Where one of an identity's columns is empty the row lacks it.
    virtual std::vector<QStringList> identities() const { return {keyColumns()}; }
    /// Keys of columnsIn() that a data set leaves out, since its other files hold them: a value that stood twice could be edited
    /// in one place and come back from the other.
    virtual QStringList heldElsewhere(session::Session &session) const
    {
        Q_UNUSED(session)
        return {};
    }
    /// Texts of keyColumns() of the record that the row means; for a row that names it otherwise the kind looks it up.
    virtual QStringList keyOf(session::Session &session, const SheetRow &row) const;
    virtual session::Operation importOperation() const = 0;
    virtual session::Operation exportOperation() const = 0;

    /// All records as rows of texts in the order of columnsIn(), sorted by code (never by id): the same data give the same bytes.
    /// Dates ISO, money in 元 with two decimals, choices by their Chinese label, links by code.
    virtual std::vector<QStringList> exportRows(session::Session &session) const = 0;

    /// Adds the row's record or updates the one it matches (first by its code, then by the second choice that the kind documents)
    /// by calling the module's service. @throws Error (Validation with FieldErrors named by column key, Conflict, Forbidden)
    virtual RowOutcome importRow(session::Session &session, const SheetRow &row) = 0;

    /// Code "alike": a row that would add a record is much like one that is there, or like an earlier row. Nothing for a row that
    /// finds its record. Asked before importRow, each row once, where such rows are to wait for people.
    virtual std::optional<FieldError> alikeFault(session::Session &session, const SheetRow &row)
    {
        Q_UNUSED(session)
        Q_UNUSED(row)
        return std::nullopt;
    }

    /// What people should know of the import as a whole, a line each: what was taken for all rows. Asked after the last row where
    /// somebody looks. @param columns keys of those that the sheet has @param added how many records are new
    virtual QStringList remarks(session::Session &session, const QStringList &columns, int added) const
    {
        Q_UNUSED(session)
        Q_UNUSED(columns)
        Q_UNUSED(added)
        return {};
    }

    /// Called once after the last row, for what only the whole sheet can say (links to later rows, posting in number order).
    virtual void finishImport(session::Session &session) { Q_UNUSED(session) }
};

} // namespace mishutai::office
