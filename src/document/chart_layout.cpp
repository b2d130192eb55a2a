#include "document/chart_scale.h"
#include "document/hatch.h"
#include "document/layout/block_layout.h"
#include "document/layout/page_geometry.h"

#include "base/text/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace mishutai::document {

namespace {

constexpr int kRows = 9; ///< of the grid, without the caption: two charts on a page
constexpr int kGap = 80; ///< 4 pt, between things that must not touch
constexpr int kSwatch = page::fromPoints(18);
constexpr int kAxisPen = 12;
constexpr int kGridPen = 8;
constexpr int kGridGrey = 190;

class ChartLayout
{
public:
    ChartLayout(TextSetter &setter, const Chart &chart);
    Box build(int number);

private:
    /// A number beside a bar or point.
    struct Value {
        Run label;
        int centre = 0;
        int edge = 0;
        bool isBelow = false;
    };

    TextStyle style(int size = page::kSize5) const { return {FontRole::Body, FontRole::Hei, size, Spacing::Natural}; }
    static int lineHeight(int size) { return size * 5 / 4; }
    ChartScale scaleOfValues() const;
    QString valueText(qint64 value) const { return withoutTrailingZeros(scaledText(value, m_chart.decimals)); }
    int textWidth(const QString &text) { return TextSetter::width(m_setter.glyphs(text, style())); }
    int addLegend();
    void addSwatch(int x, int middle, int series);
    void chooseCategorySize();
    bool categoriesFit();
    LineBlock categoryBlock(size_t category) const;
    void addCategories();
    void addAxes();
    void addBars();
    void addLines();
    void addValueLabel(const Value &value);
    void forEachValue(const std::function<void(int series, size_t category, qint64 value)> &visit) const;
    Run labelOf(const Chart::Series &series, size_t category) const;
    int y(qint64 value) const { return m_plot.top() + m_plot.height() - m_scale.position(value, m_plot.height()); }
    int bandLeft(size_t category) const;
    int seriesCount() const { return static_cast<int>(m_chart.series.size()); }

    TextSetter &m_setter;
    const Chart &m_chart;
    ChartScale m_scale;
    QRect m_plot;
    Box m_box;
    int m_categorySize = page::kSize5;
    std::vector<Value> m_values;
    std::vector<Shape> m_marks; ///< painted over the lines and the paper of the values
    std::vector<QRect> m_labels;
};

ChartLayout::ChartLayout(TextSetter &setter, const Chart &chart) : m_setter(setter), m_chart(chart), m_scale(scaleOfValues()) { }

ChartScale ChartLayout::scaleOfValues() const
{
    qint64 lowest = 0;
    qint64 highest = 0;
    for (const Chart::Series &series : m_chart.series)
        for (const std::optional<qint64> &value : series.values) {
            lowest = std::min(lowest, value.value_or(0));
            highest = std::max(highest, value.value_or(0));
        }
    return ChartScale::spanning(lowest, highest);
}

int ChartLayout::bandLeft(size_t category) const
{
    const qint64 count = std::max<qint64>(static_cast<qint64>(m_chart.categories.size()), 1);
    return m_plot.left() + static_cast<int>(m_plot.width() * static_cast<qint64>(category) / count);
}

void ChartLayout::addSwatch(int x, int middle, int series)
{
    constexpr int kHeight = page::fromPoints(8);
    if (m_chart.kind == Chart::Kind::Bar) {
        for (Shape &shape : hatchedBar({x, middle - kHeight / 2, kSwatch, kHeight}, series))
            m_box.shapes.push_back(std::move(shape));
        return;
    }
    m_box.shapes.push_back(rule({x, middle}, {x + kSwatch, middle}, kAxisPen));
    m_box.shapes.back().stroke = seriesStroke(series);
    m_box.shapes.push_back(seriesMark({x + kSwatch / 2, middle}, series));
}

/// Unit at the left, names of the series after it; as many lines as they need. Returns where the plot may begin.
int ChartLayout::addLegend()
{
    const int height = lineHeight(page::kSize5) + kGap / 2;
    int top = kGap / 2;
    int x = page::kLeft;
    const auto baseline = [&top] { return page::baselineInBox(top, lineHeight(page::kSize5), page::kSize5); };
    if (!m_chart.unit.isEmpty()) {
        const QString unit = QCoreApplication::translate("Document", "单位：%1").arg(m_chart.unit);
        m_setter.placeText(m_box.texts, unit, style(), x, baseline());
        x += textWidth(unit) + 3 * kGap;
    }
    for (int series = 0; series < seriesCount(); ++series) {
        const QString &name = m_chart.series[static_cast<size_t>(series)].name;
        if (name.isEmpty())
            continue;
        const int width = kSwatch + kGap + textWidth(name);
        if (x > page::kLeft && x + width > page::kRight) {
            x = page::kLeft;
            top += height;
        }
        addSwatch(x, top + lineHeight(page::kSize5) / 2, series);
        m_setter.placeText(m_box.texts, name, style(), x + kSwatch + kGap, baseline());
        x += width + 3 * kGap;
    }
    // Room for the label above the highest bar.
    return (x > page::kLeft ? top + height : top) + lineHeight(page::kSize5);
}

LineBlock ChartLayout::categoryBlock(size_t category) const
{
    LineBlock block;
    block.left = bandLeft(category) + kGap / 4;
    block.width = std::max(bandLeft(category + 1) - kGap / 4 - block.left, m_categorySize);
    block.alignment = Alignment::Centre;
    return block;
}

bool ChartLayout::categoriesFit()
{
    constexpr size_t kMostLines = 3;
    for (size_t i = 0; i < m_chart.categories.size(); ++i) {
        const Glyphs glyphs = m_setter.glyphs(m_chart.categories[i], style(m_categorySize));
        if (breakInto(glyphs, categoryBlock(i)).size() > kMostLines)
            return false;
    }
    return true;
}

/// Names of categories wrap and are set smaller; they are never cut.
void ChartLayout::chooseCategorySize()
{
    for (const int size : {page::kSize5, page::fromPoints(9), page::fromPoints(15) / 2}) {
        m_categorySize = size;
        if (categoriesFit())
            return;
    }
}

void ChartLayout::addCategories()
{
    for (size_t i = 0; i < m_chart.categories.size(); ++i) {
        const LineBlock block = categoryBlock(i);
        const Glyphs glyphs = m_setter.glyphs(m_chart.categories[i], style(m_categorySize));
        placeLines(m_box.texts, glyphs, breakInto(glyphs, block), block, m_plot.top() + m_plot.height() + kGap * 3 / 4,
            lineHeight(m_categorySize));
    }
}

void ChartLayout::addAxes()
{
    const int right = m_plot.left() + m_plot.width();
    for (const qint64 tick : m_scale.ticks()) {
        const QString text = valueText(tick);
        const int at = y(tick);
        m_setter.placeText(m_box.texts, text, style(), m_plot.left() - kGap - textWidth(text),
            page::baselineInBox(at - page::kSize5 / 2, page::kSize5, page::kSize5));
        if (tick == 0)
            continue;
        m_box.shapes.push_back(rule({m_plot.left(), at}, {right, at}, kGridPen));
        m_box.shapes.back().penGrey = kGridGrey;
    }
    m_box.shapes.push_back(rule({m_plot.left(), m_plot.top()}, {m_plot.left(), m_plot.top() + m_plot.height()}, kAxisPen));
    m_box.shapes.push_back(rule({m_plot.left(), y(0)}, {right, y(0)}, kAxisPen));
}

Run ChartLayout::labelOf(const Chart::Series &series, size_t category) const
{
    Run label;
    label.text = valueText(series.values[category].value_or(0));
    if (category < series.figures.size())
        label.figure = series.figures[category];
    return label;
}

/// A value beside its bar or point; moved away step by step while it would cover another value.
void ChartLayout::addValueLabel(const Value &value)
{
    constexpr int kSize = page::fromPoints(9);
    constexpr int kMostSteps = 4;
    const Glyphs glyphs = m_setter.glyphs({value.label}, style(kSize));
    const int width = TextSetter::width(glyphs);
    const int top = value.isBelow ? value.edge + kGap / 4 : value.edge - kGap / 4 - kSize;
    QRect area(value.centre - width / 2, top, width, kSize);
    area.moveLeft(std::clamp(area.left(), page::kLeft, page::kRight - width));
    const auto isTaken = [this, &area] {
        return std::any_of(m_labels.begin(), m_labels.end(), [&area](const QRect &other) { return other.intersects(area); });
    };
    for (int step = 0; step < kMostSteps && isTaken(); ++step)
        area.translate(0, value.isBelow ? kSize : -kSize);
    m_labels.push_back(area);
    Shape paper; // keeps lines and hatches off the digits
    paper.points = {area.topLeft(), area.topLeft() + QPoint(width, 0), area.topLeft() + QPoint(width, kSize),
        area.topLeft() + QPoint(0, kSize)};
    paper.isClosed = true;
    paper.stroke = Shape::Stroke::None;
    paper.fillGrey = 255;
    m_box.shapes.push_back(std::move(paper));
    const LineBlock block{area.left(), width + kGap, 0, 0, Alignment::Left, false};
    placeLines(m_box.texts, glyphs, breakInto(glyphs, block), block, area.top(), kSize);
}

void ChartLayout::addBars()
{
    static constexpr int kWidest = page::fromPoints(40);
    forEachValue([this](int number, size_t category, qint64 value) {
        const int band = bandLeft(category + 1) - bandLeft(category);
        const int width = std::min(band * 7 / 10 / seriesCount(), kWidest);
        const int x = bandLeft(category) + (band - width * seriesCount()) / 2 + number * width;
        const int top = std::min(y(value), y(0));
        const int bottom = std::max(y(value), y(0));
        for (Shape &shape : hatchedBar({x, top, width, bottom - top}, number))
            m_box.shapes.push_back(std::move(shape));
        m_values.push_back(
            {labelOf(m_chart.series[static_cast<size_t>(number)], category), x + width / 2, value < 0 ? bottom : top, value < 0});
    });
}

void ChartLayout::addLines()
{
    std::vector<Shape> marks;
    std::vector<Shape> lines;
    int lastSeries = -1;
    size_t lastCategory = 0;
    forEachValue([&](int number, size_t category, qint64 value) {
        const QPoint point((bandLeft(category) + bandLeft(category + 1)) / 2, y(value));
        // A value that is not known leaves a gap in the line.
        if (number != lastSeries || category != lastCategory + 1) {
            lines.emplace_back();
            lines.back().penWidth = kAxisPen;
            lines.back().stroke = seriesStroke(number);
        }
        lines.back().points.push_back(point);
        marks.push_back(seriesMark(point, number));
        m_values.push_back(
            {labelOf(m_chart.series[static_cast<size_t>(number)], category), point.x(), point.y() - kGap / 2, false});
        lastSeries = number;
        lastCategory = category;
    });
    std::move(lines.begin(), lines.end(), std::back_inserter(m_box.shapes));
    m_marks = std::move(marks);
}

void ChartLayout::forEachValue(const std::function<void(int, size_t, qint64)> &visit) const
{
    for (int number = 0; number < seriesCount(); ++number) {
        const auto &values = m_chart.series[static_cast<size_t>(number)].values;
        for (size_t category = 0; category < std::min(m_chart.categories.size(), values.size()); ++category)
            if (values[category])
                visit(number, category, *values[category]);
    }
}

Box ChartLayout::build(int number)
{
    const int top = addLegend();
    int tickWidth = 0;
    for (const qint64 tick : m_scale.ticks())
        tickWidth = std::max(tickWidth, textWidth(valueText(tick)));
    const int left = page::kLeft + tickWidth + kGap;
    m_plot = QRect(left, top, page::kRight - left, 0);
    chooseCategorySize();
    size_t categoryLines = 1;
    for (size_t i = 0; i < m_chart.categories.size(); ++i)
        categoryLines = std::max(
            categoryLines, breakInto(m_setter.glyphs(m_chart.categories[i], style(m_categorySize)), categoryBlock(i)).size());
    const int below = static_cast<int>(categoryLines) * lineHeight(m_categorySize) + kGap;
    m_plot.setHeight(kRows * page::kRowPitch - top - below);
    addAxes();
    if (m_chart.kind == Chart::Kind::Bar)
        addBars();
    else
        addLines();
    for (const Value &value : m_values)
        addValueLabel(value);
    std::move(m_marks.begin(), m_marks.end(), std::back_inserter(m_box.shapes));
    addCategories();

    m_box.rows = kRows;
    const LineBlock middle{page::kLeft, page::kTextWidth, 0, 0, Alignment::Centre, false};
    const QString caption = QCoreApplication::translate("Document", "图%1　%2").arg(number).arg(m_chart.caption);
    for (const Box &row :
        rowsOfText(m_setter.glyphs(caption, {FontRole::Hei, FontRole::Hei, page::kSize4, Spacing::Natural}), middle)) {
        for (PlacedText text : row.texts) {
            text.baseline += m_box.rows * page::kRowPitch;
            m_box.texts.push_back(std::move(text));
        }
        ++m_box.rows;
    }
    return std::move(m_box);
}

} // namespace

Box chartBox(TextSetter &setter, const Chart &chart, int number)
{
    return ChartLayout(setter, chart).build(number);
}

} // namespace mishutai::document
