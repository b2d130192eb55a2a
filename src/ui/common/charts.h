#pragma once

#include <QFrame>

#include <optional>
#include <vector>

class QChart;
class QChartView;
class QLabel;

namespace mishutai::ui {

/// What a chart on screen shows. Values are whole numbers of 10^-decimals units, so they stay exact to the tip of the bar.
struct ChartData {
    enum class Kind { Bar, Line };
    struct Series {
        QString name;
        std::vector<std::optional<qint64>> values; ///< one a category; nothing where the value is not known
        bool isReference = false; ///< target or last year: soft bars, dashed line
    };

    Kind kind = Kind::Bar;
    QString title;
    QString unit; ///< "万元"; shown beside the title
    QStringList categories;
    std::vector<Series> series;
    int decimals = 0; ///< 0 to 6
};

/// A chart on a white card, in the colours and font size of the theme. At least 240 px high, or Qt leaves its labels out.
class ChartCard : public QFrame
{
    Q_OBJECT

public:
    explicit ChartCard(QWidget *parent = nullptr);

    void setData(ChartData data);

Q_SIGNALS:
    void clicked(int series, int category);

private:
    void draw();
    void drawBars(QChart &chart);
    void drawLines(QChart &chart);
    void addAxes(QChart &chart);
    void sayValue(int series, int category, bool isOver);
    QString valueText(int series, int category) const;
    /// For the axis only.
    double onAxis(qint64 value) const;
    QColor colour(size_t series) const;

    ChartData m_data;
    QLabel *m_title;
    QLabel *m_empty;
    QChartView *m_view;
};

} // namespace mishutai::ui
