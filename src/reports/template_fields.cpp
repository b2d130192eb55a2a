#include "reports/template.h"

namespace mishutai::reports {

namespace {

/// Collects fields; the order is that of the text.
class Collector
{
public:
    void take(const Sentence &sentence)
    {
        for (const Piece &piece : sentence) {
            if (piece.kind == Piece::Kind::Field)
                m_fields.push_back(piece.field);
            take(piece.parts);
        }
    }

    void take(const std::vector<Node> &nodes)
    {
        for (const Node &node : nodes) {
            if (node.kind == Node::Kind::If)
                m_fields.push_back(node.condition.field);
            if (node.kind == Node::Kind::Each)
                m_fields.push_back(node.rows);
            take(node.text);
            take(node.head);
            for (const TemplateRow &row : node.body)
                take(row);
            take(node.children);
            take(node.otherwise);
        }
    }

    std::vector<Field> fields() && { return std::move(m_fields); }

private:
    void take(const TemplateRow &row)
    {
        for (const Sentence &cell : row.cells)
            take(cell);
    }

    std::vector<Field> m_fields;
};

} // namespace

std::vector<Field> fieldsOf(const Template &source)
{
    Collector collector;
    for (const Sentence &line : source.titleLines)
        collector.take(line);
    collector.take(source.addressee);
    collector.take(source.signer);
    collector.take(source.remark);
    collector.take(source.nodes);
    return std::move(collector).fields();
}

} // namespace mishutai::reports
