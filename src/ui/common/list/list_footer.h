#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

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
    void sumOfAll(const QString &label);
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

/// The line under a list: 「127 条中的 5 条，已选 3 条」 · 「单位：元」 · 「第 2 条」.
class ListFooter : public QWidget
{
    Q_OBJECT

public:
    ListFooter(ListView *view, QWidget *parent);

    QString countText() const;

public Q_SLOTS:
    void refresh();
    /// Amounts in yuan or 万元, kept for the list.
    void switchUnit();

Q_SIGNALS:
    void viewsAsked();

private:
    void refreshSelection();
    void refreshPlace();
    QString unitKey() const;
    bool showsAmounts() const;

    ListView *m_view;
    TotalsRow *m_totals;
    QLabel *m_count;
    QLabel *m_place;
    QPushButton *m_unit;
};

} // namespace mishutai::ui
