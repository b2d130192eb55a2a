#pragma once

#include "ui/common/list/list_model.h"

#include <QTableView>

#include <functional>

class QMimeData;

namespace mishutai::ui {

class FrozenColumn;
class ListDelegate;
class ListHeader;

/// How a list is arranged, as texts that can be kept (list_layout.h). Empty columns: as the definition has them.
struct ListArrangement {
    QStringList columns;
    QStringList sorts;
    QString filters;
    QString group{}; ///< key of the column that rows are grouped by
};

/// A list of records by whole rows. Keys: arrows, Enter (activate), Ctrl+C (selected rows with header), Alt+↓ (filter of the
/// column), Alt+↑ (sort by the column; with Shift by it too), Alt+G (group by the column, or no more), letters go to the search
/// field by `typed`. On the line of a group ← and → fold and unfold, with Ctrl all groups; ← in the first column goes up to the
/// group. Selection and place survive a reload.
class ListView : public QTableView
{
    Q_OBJECT

public:
    explicit ListView(QWidget *parent = nullptr);

    /// Widths, order, hidden columns, sorts and filters are kept in QSettings under the definition's key.
    void setListModel(ListModel *model);
    ListModel *listModel() const { return m_list; }
    ListHeader *header() const { return m_header; }

    std::optional<qint64> currentId() const;
    std::vector<qint64> selectedIds() const;
    /// Selects a row and brings it into sight; once it is loaded, if it is not yet. A row that the loaded list does not have:
    /// none is current.
    void selectId(qint64 id);
    /// Columns in the order shown, as indexes into the definition.
    std::vector<int> shownColumns() const;
    void setColumnShown(int column, bool isShown);
    /// Order, widths and columns as the definition has them; filters stay.
    void restoreDefaults();
    ListArrangement arrangement() const;
    void setArrangement(const ListArrangement &arrangement);
    /// Writes the arrangement down as it is: it is there again in the next window.
    void keepLayout();
    /// Whether rows can be grouped by a column with some use. @throws Error Storage
    bool isGroupable(int column) const;
    /// Whether a column can be read without scrolling.
    bool isInSight(int column) const;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    /// Selected rows with a header line: text with tabs, and a table in which codes stay text.
    QMimeData *selectionData() const;

public Q_SLOTS:
    void copySelection();
    void sortBy(int column, bool adds);
    /// Groups by the column; by the one that is grouped by already: no more. A column whose values do not repeat is refused with
    /// a message.
    void groupBy(int column);

Q_SIGNALS:
    void currentIdChanged();
    void rowActivated(qint64 id);
    void columnsChanged();
    void typed(const QString &text);
    void leftUpwards();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void fitColumns();
    void arrangeAs(const ListArrangement &arrangement);
    void readLayout();
    void restorePlace();
    void rememberPlace();
    int startingRow() const;
    /// Whether the key was one for groups.
    bool pressGroupKey(const QKeyEvent &event);
    void goToRow(int row);
    QString settingsKey(const char *what) const;
    int defaultWidth(int column) const;

    ListModel *m_list = nullptr;
    ListHeader *m_header;
    ListDelegate *m_delegate;
    FrozenColumn *m_frozen = nullptr;
    std::vector<double> m_widths; ///< of each column at the base font
    std::optional<qint64> m_wanted;
    std::vector<qint64> m_wantedSelection;
    std::optional<QVariant> m_wantedGroup; ///< value of the group in which the current line is
    bool m_isWantedShown = false; ///< the wanted row was asked for: a folded group opens for it
    int m_wantedColumn = 0;
    bool m_isFitting = false; ///< sections move by program, not by the user
};

} // namespace mishutai::ui
