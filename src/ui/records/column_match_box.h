#pragma once

#include "office/sheets/sheet_import.h"

#include <QHash>
#include <QScrollArea>

class QLabel;

namespace mishutai::ui {

class ChoiceField;

/// Which column of a sheet is imported as what: one line a column of the sheet with its first text. Guessed and remembered ones
/// are filled in, those of an unknown title with the word 猜的; Tab goes from field to field.
class ColumnMatchBox : public QScrollArea
{
    Q_OBJECT

public:
    ColumnMatchBox(const std::vector<office::SheetColumn> &columns, QWidget *parent);

    /// @param sheet gives the examples
    void show(const tables::Sheet &sheet, const tables::HeaderMatch &match);
    /// Matched by hand since the box was made: columnKey → column key, empty for "not imported".
    const QHash<QString, QString> &chosen() const { return m_chosen; }
    /// The field of a title of the sheet, or of the second, third … column of that title; null when there is none.
    ChoiceField *fieldOf(const QString &title, int ordinal = 1) const;
    /// The first column that nothing was found for, else the first.
    void focusFirst();

Q_SIGNALS:
    /// A column was matched otherwise.
    void changed();

private:
    void choose(const QString &column, const QString &key);
    void renew(const tables::HeaderMatch &match);
    /// Says 「猜的」 beside what was taken for a title that is not known.
    void tellGuesses(const tables::HeaderMatch &match);

    std::vector<office::SheetColumn> m_columns;
    QHash<QString, QString> m_chosen;
    QHash<QString, QString> m_shown; ///< columnKey → column key as the fields show it
    QHash<QString, ChoiceField *> m_fields; ///< by columnKey
    QHash<QString, QLabel *> m_guesses; ///< by columnKey
};

} // namespace mishutai::ui
