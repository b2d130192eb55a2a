#pragma once

#include "base/ids.h"
#include "base/money.h"

#include <QByteArrayView>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>

namespace mishutai::db {

class Database;

/// One prepared statement. Parameters are named (":id"), columns are read by name. Forward only.
/// Its destructor finishes the query, so that an open INSERT … RETURNING never blocks a commit.
/// A statement that writes outside a Transaction passes the WriteGate by itself and commits at once.
/// @throws Error (Storage, or Conflict for a unique or foreign key that refuses, Validation for a CHECK or a trigger's RAISE)
///         from the constructor, execute() and next(); texts never hold bound values
class Statement
{
public:
    Statement(const Database &database, const QString &sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    /// std::nullopt and invalid QVariant bind NULL; QDate as ISO text, QDateTime as ISO text in UTC with milliseconds; bool as
    /// 0/1; a null QString as empty text. A name the statement lacks, a parameter left out and a double are bugs: Error
    /// (Storage).
    Statement &bind(const QString &name, const QVariant &value);
    Statement &bind(const QString &name, std::nullopt_t) { return bind(name, QVariant()); }
    template <class Tag> Statement &bind(const QString &name, Id<Tag> id) { return bind(name, QVariant(id.value())); }
    Statement &bind(const QString &name, Money amount) { return bind(name, QVariant(amount.fen())); }
    template <class T> Statement &bind(const QString &name, const std::optional<T> &value)
    {
        return value ? bind(name, *value) : bind(name, QVariant());
    }
    /// The parameter at a place, from 0 in the order of their first mention; for rows of many columns.
    Statement &bindAt(std::size_t place, const QVariant &value);
    /// Text that is UTF-8 already.
    Statement &bindUtf8At(std::size_t place, const QByteArray &text);

    /// Runs a statement that returns no rows; may be called again after binding anew.
    Statement &execute();
    qint64 insertedId() const;
    qint64 changedRows() const;

    /// Steps to the next row; runs the statement at the first call.
    bool next();
    /// next(), or Error (NotFound).
    void requireRow(const QString &problem);

    /// Names of the result's columns, in order.
    QStringList columnNames() const;
    /// One cell of the current row as it is stored, without a copy.
    struct Cell {
        enum class Kind { Null, Integer, Text, Bytes } kind = Kind::Null;
        qint64 integer = 0;
        QByteArrayView bytes{}; ///< UTF-8 for Text; valid until the next step
    };
    std::size_t columnCount() const;
    QByteArrayView columnName(std::size_t place) const;
    Cell cell(std::size_t place) const; ///< place from 0, below columnCount()
    bool isNull(const char *column) const;
    QVariant value(const char *column) const; ///< QString, qint64 or QByteArray; invalid for NULL
    QString text(const char *column) const; ///< empty for NULL
    qint64 integer(const char *column) const; ///< 0 for NULL
    bool flag(const char *column) const;
    QDate date(const char *column) const; ///< invalid for NULL
    Money money(const char *column) const;
    template <class T> T id(const char *column) const { return T(integer(column)); }
    template <class T> std::optional<T> optionalId(const char *column) const
    {
        return isNull(column) ? std::nullopt : std::optional<T>(T(integer(column)));
    }
    std::optional<qint64> optionalInteger(const char *column) const;
    std::optional<QDate> optionalDate(const char *column) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace mishutai::db
