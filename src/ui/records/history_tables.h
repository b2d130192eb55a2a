#pragma once

#include "session/history/change_history.h"
#include "ui/records/field_words.h"
#include "ui/records/history_leaf.h"

namespace mishutai::ui {

/// Rows that belong to a record though they lie in a table of their own: the lines of a voucher, the names on a list.
struct ChildTable {
    QString table;
    QString parent; ///< column that names the record
    session::Operation toRead;
    QString word; ///< 「分录」
    QStringList naming; ///< columns whose texts name a row; the first that is not empty
    QStringList hidden; ///< columns that say nothing to people
    QStringList told = {}; ///< columns said beside the name when the row comes or goes: its day, its document
};

/// Of the table of a record, in the order in which people think of them; empty for a table without.
std::vector<ChildTable> childTablesOf(const QString &table);
/// The table that a list's records lie in: an entry of income or expense is a voucher.
QString tableOfList(const QString &listKey);
/// What the choices of a table are called, by column, where no list says it.
FieldChoices choicesOf(session::Session &session, const QString &table);
/// Whether a column can be taken back alone: what must agree with other rows cannot.
bool standsAlone(const QString &table, const QString &column);

/// The row itself and its child rows, those removed within the time that history is kept too.
/// @throws Error (Forbidden | Storage)
std::vector<HistorySource> sourcesOf(desk::Application &application, const QString &table, qint64 id, session::Operation toRead);

} // namespace mishutai::ui
