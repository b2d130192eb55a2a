#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QStackedLayout;

namespace mishutai::session {
class Session;
}

namespace mishutai::db {
struct ListDefinition;
}

namespace mishutai::ui {

class EmptyState;
class FilterChips;
class ListFooter;
class ListModel;
class ListView;
struct SavedView;

/// A list with all that belongs to it on a white card: chips of its filters, table, totals, counts, header menu, filter sheets
/// and what it says when it is empty. It reads when it is first shown, or when its model is told to. Pages put it beside a detail
/// pane; other views show rows behind a figure in it.
class ListPanel : public QFrame
{
    Q_OBJECT

public:
    ListPanel(session::Session &session, const db::ListDefinition &definition, QWidget *parent = nullptr);

    ListModel *model() const { return m_model; }
    ListView *view() const { return m_view; }
    ListFooter *footer() const { return m_footer; }
    /// What is said when nothing was ever entered: usually the page's own words with 新增 and 导入.
    EmptyState *neverFilled() const { return m_neverFilled; }
    void setSearch(const QString &text);
    void clearFilters();
    /// Which columns are shown, by a check list.
    void openColumns();
    /// The saved views: one is chosen, kept or removed.
    void openViews();
    std::vector<SavedView> views() const;
    void showView(const SavedView &view);
    /// Name of the saved view that is shown just so, whatever the widths of its columns; empty for none, and while a search or a
    /// figure narrows the list further.
    QString shownView() const;

Q_SIGNALS:
    /// The search field should be emptied too.
    void filtersCleared();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void openFilter(int column);
    void openHeaderMenu(const QPoint &position);
    void showChips();
    void keepView(const QString &name);
    void removeView(const QString &name);
    void showAll();

    session::Session &m_session;
    ListModel *m_model;
    ListView *m_view;
    ListFooter *m_footer;
    FilterChips *m_chips;
    EmptyState *m_neverFilled;
    EmptyState *m_noneFound;
    QStackedLayout *m_stack;
    QString m_keptFilters; ///< as they were written down last
};

} // namespace mishutai::ui
