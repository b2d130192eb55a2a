#include "ui/common/charts.h"

#include "base/text/number_text.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QCursor>
#include <QLabel>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QPen>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace mishutai::ui {

namespace {

constexpr int kTicks = 4;

/// A round step of the axis: 1, 2, 2.5 or 5 times a power of ten.
double roundStep(double span)
{
    const double raw = span / kTicks;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (raw <= factor * power)
            return factor * power;
    }
    return 10.0 * power;
}

} // namespace

ChartCard::ChartCard(QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_empty(new QLabel(this)), m_view(new QChartView(this))
{
    setLook(this, "card");
    setLook(m_empty, "muted");
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setText(tr("暂无记录"));
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->setStyleSheet(QStringLiteral("background: transparent;"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(14), px(12), px(14), px(8));
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    onThemeChange(this, [this] {
        m_view->setMinimumHeight(px(240));
        m_empty->setMinimumHeight(px(240));
        draw();
    });
}

void ChartCard::setData(ChartData data)
{
    m_data = std::move(data);
    draw();
}

void ChartCard::draw()
{
    const auto hasValue = [](const ChartData::Series &series) {
        return std::any_of(series.values.begin(), series.values.end(), [](const auto &value) { return value.has_value(); });
    };
    const bool isEmpty = std::none_of(m_data.series.begin(), m_data.series.end(), hasValue);
    m_view->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    const QString unit = m_data.unit.isEmpty() ? QString() : tr("（%1）").arg(m_data.unit);
    m_title->setText(m_data.title + unit);
    setAccessibleName(m_title->text());
    if (isEmpty)
        return;
    auto *chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setMargins(QMargins(0, px(4), 0, 0));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    if (m_data.kind == ChartData::Kind::Bar)
        drawBars(*chart);
    else
        drawLines(*chart);
    addAxes(*chart);
    QFont small = font();
    small.setPixelSize(px(12));
    chart->legend()->setVisible(m_data.series.size() > 1);
    chart->legend()->setFont(small);
    chart->legend()->setLabelColor(theme().muted);
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
    const QChart *before = m_view->chart();
    m_view->setChart(chart);
    delete before;
}

void ChartCard::drawBars(QChart &chart)
{
    auto *bars = new QBarSeries(&chart);
    bars->setBarWidth(m_data.series.size() > 1 ? 0.62 : 0.5);
    for (size_t i = 0; i < m_data.series.size(); ++i) {
        auto *set = new QBarSet(m_data.series[i].name);
        set->setColor(colour(i));
        set->setBorderColor(Qt::transparent);
        for (const auto &value : m_data.series[i].values)
            *set << (value ? onAxis(*value) : 0.0);
        bars->append(set);
        const int place = static_cast<int>(i);
        connect(set, &QBarSet::clicked, this, [this, place](int category) { Q_EMIT clicked(place, category); });
        connect(set, &QBarSet::hovered, this, [this, place](bool isOver, int category) { sayValue(place, category, isOver); });
    }
    chart.addSeries(bars);
}

void ChartCard::drawLines(QChart &chart)
{
    for (size_t i = 0; i < m_data.series.size(); ++i) {
        auto *line = new QLineSeries(&chart);
        line->setName(m_data.series[i].name);
        QPen pen(colour(i), px(2));
        if (m_data.series[i].isReference)
            pen.setStyle(Qt::DashLine);
        line->setPen(pen);
        line->setPointsVisible(!m_data.series[i].isReference);
        for (size_t category = 0; category < m_data.series[i].values.size(); ++category) {
            if (const auto value = m_data.series[i].values[category])
                line->append(static_cast<double>(category), onAxis(*value));
        }
        chart.addSeries(line);
        const int place = static_cast<int>(i);
        connect(line, &QLineSeries::hovered, this,
            [this, place](const QPointF &point, bool isOver) { sayValue(place, qRound(point.x()), isOver); });
        connect(
            line, &QLineSeries::clicked, this, [this, place](const QPointF &point) { Q_EMIT clicked(place, qRound(point.x())); });
    }
}

void ChartCard::addAxes(QChart &chart)
{
    QFont small = font();
    small.setPixelSize(px(11));
    auto *across = new QBarCategoryAxis;
    across->append(m_data.categories);
    across->setGridLineVisible(false);
    auto *up = new QValueAxis;
    double highest = 0;
    double lowest = 0;
    for (const ChartData::Series &series : m_data.series) {
        for (const auto &value : series.values) {
            highest = std::max(highest, value ? onAxis(*value) : 0.0);
            lowest = std::min(lowest, value ? onAxis(*value) : 0.0);
        }
    }
    const double step = highest - lowest > 0 ? roundStep(highest - lowest) : 1.0;
    up->setRange(std::floor(lowest / step) * step, std::max(step, std::ceil(highest / step) * step));
    up->setTickType(QValueAxis::TicksDynamic);
    up->setTickAnchor(0);
    up->setTickInterval(step);
    up->setLabelFormat(step < 1 ? (step < 0.1 ? "%.2f" : "%.1f") : "%.0f");
    up->setGridLineColor(theme().border);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(across), static_cast<QAbstractAxis *>(up)}) {
        axis->setLabelsFont(small);
        axis->setLabelsColor(theme().muted);
        axis->setLinePenColor(theme().border);
        chart.addAxis(axis, axis == up ? Qt::AlignLeft : Qt::AlignBottom);
        for (QAbstractSeries *series : chart.series())
            series->attachAxis(axis);
    }
    up->setLineVisible(false);
}

double ChartCard::onAxis(qint64 value) const
{
    return static_cast<double>(value) / std::pow(10.0, m_data.decimals);
}

QColor ChartCard::colour(size_t series) const
{
    const Theme &colours = theme();
    if (m_data.series[series].isReference)
        return m_data.kind == ChartData::Kind::Bar ? colours.series2 : colours.muted;
    const QColor own[]{colours.accent, colours.good, colours.warning, colours.series2, colours.muted};
    size_t place = 0;
    for (size_t i = 0; i < series; ++i)
        place += m_data.series[i].isReference ? 0 : 1;
    return own[place % std::size(own)];
}

QString ChartCard::valueText(int series, int category) const
{
    const ChartData::Series &what = m_data.series[static_cast<size_t>(series)];
    const auto place = static_cast<size_t>(category);
    if (category < 0 || place >= what.values.size() || !what.values[place])
        return {};
    const QString value = withGroups(withoutTrailingZeros(scaledText(*what.values[place], m_data.decimals)));
    return QString("%1 %2 %3%4").arg(m_data.categories.value(category), what.name, value, m_data.unit);
}

void ChartCard::sayValue(int series, int category, bool isOver)
{
    if (isOver)
        QToolTip::showText(QCursor::pos(), valueText(series, category), m_view);
    else
        QToolTip::hideText();
}

} // namespace mishutai::ui
