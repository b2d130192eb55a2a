#pragma once

#include "db/lists/list_definition.h"

#include <QHash>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

/// Labels of the choices of columns, by column.
using FieldChoices = QHash<QString, std::vector<db::Choice>>;

/// Columns of the data file in the words of people: those of the list of the table where it shows them, else those of this table
/// of words. For the history of a record.
class FieldWords
{
public:
    /// @param session outlives it
    FieldWords(session::Session &session, const QString &table);

    /// 「服务专员」 for service_officer. Empty for a column that nobody has named: a test asks for each.
    QString title(const QString &column) const;
    /// As the list shows it: labels of choices, amounts, names of what is linked; masked where the user may not see it.
    QString text(const QString &column, const QVariant &value) const;

private:
    const db::ListColumn *shownColumn(const QString &column) const;
    QString linked(const QString &column, qint64 id) const;

    session::Session &m_session;
    const db::ListDefinition *m_list; ///< null for a table without a list
    FieldChoices m_choices;
};

} // namespace mishutai::ui
