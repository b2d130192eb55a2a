#pragma once

#include "office/sheets/sheet_import.h"

#include <QHash>
#include <QScrollArea>

class QGridLayout;
class QLabel;

namespace mishutai::ui {

class ChoiceField;

/// Which column of a sheet is imported as what: one line a column of the sheet, its title → our column, its first text, and
/// whether it was guessed (猜的) or nothing was found (没对上). It scrolls; Tab goes from field to field, Enter to the next
/// column that nothing was found for.
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
    /// What is being typed into a field counts now, as if it were left.
    void finishTyping();
    /// 「18 列：猜的 2，没对上 4」
    QString summary() const;

Q_SIGNALS:
    /// A column was matched otherwise.
    void changed();
    /// Enter where no further column waits for a match.
    void walkedThrough();

private:
    enum class State { Known, Guessed, Unmatched, Left };
    /// One column of the sheet.
    struct Line {
        QString column; ///< columnKey
        int place; ///< of the column in the sheet, from 0
        ChoiceField *field;
        QLabel *state;
        QString shown; ///< column key as the field shows it
        State is;
    };

    void build(const tables::Sheet &sheet, const tables::HeaderMatch &match);
    void addLine(QGridLayout &grid, const tables::Sheet &sheet, const tables::HeaderMatch &match, int column);
    Line *lineOf(const QString &column);
    void take(const QString &column);
    void choose(Line &line, const QString &key);
    void goOn(const QString &from);
    void renew(const tables::HeaderMatch &match);
    void tellStates(const tables::HeaderMatch &match);
    int count(State state) const;

    std::vector<office::SheetColumn> m_columns;
    QHash<QString, QString> m_chosen;
    std::vector<Line> m_lines; ///< in the order of the sheet
};

} // namespace mishutai::ui
