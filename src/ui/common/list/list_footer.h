#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;

namespace mishutai::ui {

class ListView;

/// Sums of the totalled columns under their columns: of the selected rows when there are several, else of all rows found.
class TotalsRow : public QWidget
{
    Q_OBJECT

public:
    TotalsRow(ListView *view, QWidget *parent);

    /// Whether a column in sight is totalled.
    bool hasTotals() const;
    /// Sums of these rows. @throws Error (Storage)
    void sumOf(const std::vector<qint64> &ids);
    /// Sums of all rows found, read once until forget(). @throws Error (Storage)
    void sumOfAll();
    void forget() { m_ofAll.reset(); }
    const std::vector<std::optional<qint64>> &totals() const { return m_totals; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ListView *m_view;
    QString m_label;
    std::vector<std::optional<qint64>> m_totals;
    std::optional<std::vector<std::optional<qint64>>> m_ofAll;
};

/// The line under a list: 「在127条中找到5条」 · 「已选20行」.
class ListFooter : public QWidget
{
    Q_OBJECT

public:
    ListFooter(ListView *view, QWidget *parent);

    QString countText() const;

public Q_SLOTS:
    void refresh();

private:
    void refreshSelection();

    ListView *m_view;
    TotalsRow *m_totals;
    QLabel *m_count;
    QLabel *m_selected;
};

} // namespace mishutai::ui
