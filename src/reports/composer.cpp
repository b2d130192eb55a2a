#include "reports/composer.h"

#include "base/error.h"
#include "reports/field_evaluator.h"

#include <QCoreApplication>

namespace mishutai::reports {

namespace {

using document::Block;
using document::Runs;

QString translated(const char *text)
{
    return QCoreApplication::translate("Reports", text);
}

/// A comma or semicolon that a left-out part leaves at the end becomes a full stop; one at the start goes.
void tidy(Runs &runs)
{
    static const QString kOpenEnd = "，；、,;";
    while (!runs.empty() && !runs.front().figure && !runs.front().text.isEmpty() && kOpenEnd.contains(runs.front().text.front()))
        runs.front().text.remove(0, 1);
    std::erase_if(runs, [](const document::Run &run) { return run.text.isEmpty(); });
    if (runs.empty() || runs.back().figure)
        return;
    QString &last = runs.back().text;
    if (kOpenEnd.contains(last.back()))
        last.back() = QChar(u'。');
}

/// How many decimals the values of a chart carry, by the unit in which it shows them.
int chartDecimals(metrics::ValueKind kind, const QString &unit)
{
    if (kind == metrics::ValueKind::Money)
        return unit == "万元" ? 6 : 2;
    return kind == metrics::ValueKind::Decimal ? 6 : 0;
}

class Composer
{
public:
    Composer(const Draft &draft, const metrics::MetricSource &metrics) : m_draft(draft), m_evaluator(draft, metrics) { }

    document::Document compose()
    {
        document::Document result;
        for (const Sentence &line : m_draft.source.titleLines)
            result.titleLines.append(textOf(line));
        result.addressee = textOf(m_draft.source.addressee);
        result.signer = textOf(m_draft.source.signer);
        result.remark = textOf(m_draft.source.remark);
        result.date = m_draft.date;
        result.subject = result.titleLines.join(QString());
        if (m_draft.date)
            result.createdAt = QDateTime(*m_draft.date, QTime(0, 0), Qt::UTC);
        append(m_draft.source.nodes, m_blocks);
        dropEmptyHeadings();
        result.blocks = std::move(m_blocks);
        return result;
    }

private:
    QString textOf(const Sentence &sentence) const { return document::textOf(m_evaluator.sentence(sentence).runs); }

    void append(const std::vector<Node> &nodes, std::vector<Block> &blocks)
    {
        for (const Node &node : nodes)
            append(node, blocks);
    }

    void append(const Node &node, std::vector<Block> &blocks)
    {
        switch (node.kind) {
        case Node::Kind::Heading:
            blocks.push_back(document::Heading{.level = node.level, .runs = m_evaluator.sentence(node.text).runs, .runIn = {}});
            break;
        case Node::Kind::Paragraph:
            appendParagraph(node, document::Paragraph::Kind::Body, blocks);
            break;
        case Node::Kind::Indicator:
            appendParagraph(node, document::Paragraph::Kind::Indicator, blocks);
            break;
        case Node::Kind::If:
            append(m_evaluator.holds(node.condition) ? node.children : node.otherwise, blocks);
            break;
        case Node::Kind::Each:
            appendEach(node, blocks);
            break;
        case Node::Kind::Table:
            appendTable(node, blocks);
            break;
        case Node::Kind::BarChart:
        case Node::Kind::LineChart:
            appendChart(node, blocks);
            break;
        }
    }

    void appendParagraph(const Node &node, document::Paragraph::Kind kind, std::vector<Block> &blocks)
    {
        Runs runs = m_evaluator.sentence(node.text).runs;
        tidy(runs);
        if (!runs.empty())
            blocks.push_back(document::Paragraph{std::move(runs), kind});
    }

    void appendEach(const Node &node, std::vector<Block> &blocks)
    {
        for (const metrics::MetricRow &row : m_evaluator.rows(node.rows, node.limit)) {
            m_evaluator.enterRow(row);
            append(node.children, blocks);
            m_evaluator.leaveRow();
        }
    }

    void appendTable(const Node &node, std::vector<Block> &blocks)
    {
        document::Table table;
        table.caption = textOf(node.text);
        if (!node.unit.isEmpty())
            table.unit = translated("单位：%1").arg(node.unit);
        table.header.push_back(rowOf(node.head).first);
        for (size_t column = 0; column < node.head.cells.size(); ++column) {
            const bool isFirst = column == 0;
            table.columns.push_back({isFirst ? 3 : 2, isFirst ? document::Alignment::Left : document::Alignment::Right});
        }
        for (const TemplateRow &row : node.body) {
            auto [cells, hasNothing] = rowOf(row);
            if (!row.isOptional || !hasNothing)
                table.rows.push_back(std::move(cells));
        }
        blocks.push_back(std::move(table));
    }

    std::pair<document::Table::Row, bool> rowOf(const TemplateRow &row) const
    {
        document::Table::Row cells;
        bool hasNothing = false;
        for (const Sentence &cell : row.cells) {
            Evaluated evaluated = m_evaluator.sentence(cell);
            hasNothing = hasNothing || evaluated.hasNothing;
            cells.push_back(std::move(evaluated.runs));
        }
        return {std::move(cells), hasNothing};
    }

    void appendChart(const Node &node, std::vector<Block> &blocks)
    {
        document::Chart chart;
        chart.caption = textOf(node.text);
        chart.unit = node.unit;
        chart.kind = node.kind == Node::Kind::BarChart ? document::Chart::Kind::Bar : document::Chart::Kind::Line;
        for (size_t column = 1; column < node.head.cells.size(); ++column)
            chart.series.push_back({textOf(node.head.cells[column]), {}, {}});
        for (const TemplateRow &row : node.body)
            appendCategory(row, chart);
        if (!chart.categories.empty())
            blocks.push_back(std::move(chart));
    }

    void appendCategory(const TemplateRow &row, document::Chart &chart) const
    {
        std::vector<FieldEvaluator::CellFigure> figures;
        bool hasNothing = false;
        for (size_t column = 1; column < row.cells.size(); ++column) {
            figures.push_back(m_evaluator.figure(row.cells[column], row.line));
            hasNothing = hasNothing || figures.back().value.isEmpty || figures.back().value.isZero();
        }
        if (row.isOptional && hasNothing)
            return;
        chart.categories.push_back(textOf(row.cells.front()));
        for (size_t i = 0; i < figures.size(); ++i) {
            const metrics::MetricValue &value = figures[i].value;
            const bool isKnown = !value.isEmpty && value.qualifier != Qualifier::Unknown;
            chart.decimals = chartDecimals(value.kind, chart.unit);
            chart.series[i].values.push_back(isKnown ? std::optional(value.raw) : std::nullopt);
            chart.series[i].figures.push_back(figures[i].figure);
        }
    }

    /// A heading under which nothing came says nothing.
    void dropEmptyHeadings()
    {
        std::vector<Block> kept;
        int followingLevel = 0; // of the next kept block when it is a heading, 5 when it is content
        for (auto it = m_blocks.rbegin(); it != m_blocks.rend(); ++it) {
            const auto *heading = std::get_if<document::Heading>(&*it);
            if (heading && followingLevel <= heading->level)
                continue;
            followingLevel = heading ? heading->level : 5;
            kept.push_back(std::move(*it));
        }
        m_blocks.assign(std::make_move_iterator(kept.rbegin()), std::make_move_iterator(kept.rend()));
    }

    const Draft &m_draft;
    FieldEvaluator m_evaluator;
    std::vector<Block> m_blocks;
};

} // namespace

document::Document compose(const Draft &draft, const metrics::MetricSource &metrics)
{
    return Composer(draft, metrics).compose();
}

} // namespace mishutai::reports
