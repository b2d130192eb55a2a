#include "reports/field_evaluator.h"

#include "base/decimal.h"
#include "base/error.h"
#include "metrics/wording.h"
#include "reports/figure_key.h"
#include "reports/row_text.h"

#include <QCoreApplication>

namespace mishutai::reports {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Reports", text);
}

Evaluated text(const QString &value)
{
    return {document::plain(value), value.isEmpty()};
}

/// The number of a condition in the raw unit of the value it is compared with.
std::optional<qint64> rawNumber(const QString &number, metrics::ValueKind kind)
{
    if (kind == metrics::ValueKind::Money) {
        const auto amount = Money::parseYuan(number);
        return amount ? std::optional(amount->fen()) : std::nullopt;
    }
    const auto decimal = Decimal::parse(number);
    if (!decimal)
        return std::nullopt;
    if (kind == metrics::ValueKind::Decimal)
        return decimal->micro();
    return decimal->isInteger() ? std::optional(decimal->micro() / Decimal::kScale) : std::nullopt;
}

} // namespace

FieldEvaluator::FieldEvaluator(const Draft &draft, const metrics::MetricSource &metrics) : m_draft(draft), m_metrics(metrics) { }

void FieldEvaluator::refuse(const QString &cause, int line, const QString &remedy) const
{
    throw Error(Error::Kind::Validation, translated("模板有误，没有生成文稿"), cause,
        remedy.isEmpty() ? translated("按 docs/report-templates.md 的写法改正后重试") : remedy)
        .withPlace({m_draft.source.fileName, line, 0, {}});
}

Evaluated FieldEvaluator::sentence(const Sentence &sentence) const
{
    Evaluated whole;
    for (const Piece &part : sentence) {
        Evaluated evaluated = piece(part);
        whole.hasNothing = whole.hasNothing || evaluated.hasNothing;
        for (document::Run &run : evaluated.runs) {
            if (!run.text.isEmpty())
                whole.runs.push_back(std::move(run));
        }
    }
    return whole;
}

Evaluated FieldEvaluator::piece(const Piece &piece) const
{
    switch (piece.kind) {
    case Piece::Kind::Literal:
        return {document::plain(piece.text), false};
    case Piece::Kind::Field:
        return field(piece.field);
    case Piece::Kind::Optional:
        break;
    }
    Evaluated inside = sentence(piece.parts);
    if (inside.hasNothing)
        inside.runs.clear();
    // Around an optional part there is always something to say.
    inside.hasNothing = false;
    return inside;
}

Evaluated FieldEvaluator::field(const Field &field) const
{
    switch (field.source) {
    case Field::Source::Metric:
        return metricField(field);
    case Field::Source::Row:
        return rowField(field);
    case Field::Source::Year:
        return text(QString::number(m_draft.period.to().year() + field.yearShift));
    case Field::Source::Period:
        return text(m_draft.period.chinese());
    case Field::Source::Given:
        return givenField(field);
    case Field::Source::Office:
        break;
    }
    if (!m_draft.office.contains(field.name)) {
        QStringList known = m_draft.office.keys();
        known.sort();
        refuse(translated("单位资料里没有「office.%1」").arg(field.name), field.line,
            translated("可用：office.%1").arg(known.join("、office.")));
    }
    return text(m_draft.office.value(field.name));
}

const metrics::MetricRow &FieldEvaluator::rowWith(const QString &column) const
{
    metrics::MetricRow &row = m_rows.back();
    if (!rowColumn(row, column))
        row.details.insert(m_metrics.ownDetails(row));
    return row;
}

metrics::MetricQuery FieldEvaluator::query(const Field &field) const
{
    metrics::MetricQuery query{field.name, m_draft.period.shiftedYears(field.yearShift), {}};
    for (const auto &[name, written] : field.filters) {
        if (written.startsWith("row.")) {
            if (m_rows.empty())
                refuse(translated("「%1」只能写在 @each 里面").arg(written), field.line);
            query.filters.insert(name, rowColumn(rowWith(written.mid(4)), written.mid(4)).value_or(QString()));
        } else {
            query.filters.insert(name, written);
        }
    }
    return query;
}

const metrics::MetricValue &FieldEvaluator::value(const metrics::MetricQuery &query, int line) const
{
    const QString key = figureKey(query);
    if (const auto known = m_known.find(key); known != m_known.end())
        return *known;
    try {
        return *m_known.insert(key, m_metrics.value(query));
    } catch (const Error &error) {
        if (error.kind() == Error::Kind::Forbidden)
            throw;
        refuse(error.problem() + (error.cause().isEmpty() ? QString() : "：" + error.cause()), line, error.remedy());
    }
}

std::vector<metrics::MetricRow> FieldEvaluator::rows(const Field &field, int limit) const
{
    const metrics::MetricQuery asked = query(field);
    try {
        return m_metrics.rows(asked, limit);
    } catch (const Error &error) {
        if (error.kind() == Error::Kind::Forbidden)
            throw;
        refuse(error.problem(), field.line, error.remedy());
    }
}

Evaluated FieldEvaluator::metricField(const Field &field) const
{
    const metrics::MetricQuery asked = query(field);
    for (const QString &format : field.formats) {
        if (format.startsWith("列举"))
            return listing(field, asked, format);
    }
    QStringList formats = field.formats;
    const bool isOnlyAboveZero = formats.removeAll(translated("正数")) > 0;
    const metrics::MetricValue &found = value(asked, field.line);
    const bool hasNothing = found.isEmpty || found.isZero() || (isOnlyAboveZero && found.raw < 0);
    if (found.isEmpty)
        return {{}, true};
    try {
        return {
            {document::Run{metrics::word(found, formats.join('|')), document::FigureRef{figureKey(asked)}, false}}, hasNothing};
    } catch (const Error &error) {
        refuse(error.problem(), field.line, error.remedy());
    }
}

Evaluated FieldEvaluator::listing(const Field &field, const metrics::MetricQuery &query, const QString &format) const
{
    bool isNumber = false;
    const int limit = format.section(':', 1).toInt(&isNumber);
    if (!isNumber || limit < 1)
        refuse(translated("「%1」应写成 列举:3").arg(format), field.line);
    QStringList labels;
    for (const metrics::MetricRow &row : rows(field, 0)) {
        if (!labels.contains(row.label))
            labels.append(row.label);
    }
    if (labels.isEmpty())
        return {{}, true};
    const QString tail = labels.size() > limit ? translated("等") : QString();
    const QString listed = QStringList(labels.mid(0, limit)).join("、") + tail;
    return {{document::Run{listed, document::FigureRef{figureKey(query)}, false}}, false};
}

Evaluated FieldEvaluator::rowField(const Field &field) const
{
    if (m_rows.empty())
        refuse(translated("「row.%1」只能写在 @each 里面").arg(field.name), field.line);
    const metrics::MetricRow &row = rowWith(field.name);
    const auto shown = rowText(row, field.name, field.formats);
    if (!shown)
        refuse(translated("这一行没有「row.%1」，或写法「%2」不合适").arg(field.name, field.formats.join('|')), field.line,
            translated("可用：row.%1").arg(rowColumns(row).join("、row.")));
    if (shown->isEmpty())
        return {{}, true};
    return {{document::Run{*shown, document::FigureRef{figureKey(RecordRef{row.objectType, row.objectId})}, false}}, false};
}

Evaluated FieldEvaluator::givenField(const Field &field) const
{
    if (!field.formats.isEmpty())
        refuse(translated("「%1」后面不能写格式").arg(field.name), field.line);
    if (const auto found = m_draft.given.find(field.name); found != m_draft.given.end())
        return text(*found);
    QStringList known = m_draft.given.keys();
    known.sort();
    refuse(translated("没有「%1」这个字段").arg(field.name), field.line,
        known.isEmpty() ? translated("member.… 和 ask.… 只能用在函件模板里") : translated("可用：%1").arg(known.join("、")));
}

bool FieldEvaluator::holds(const Condition &condition) const
{
    const bool isNegated = condition.op == Condition::Operator::IsAbsent;
    if (isNegated || condition.op == Condition::Operator::IsPresent)
        return field(condition.field).hasNothing == isNegated;
    if (condition.field.source != Field::Source::Metric)
        refuse(translated("只有指标能与数比较"), condition.field.line);
    const metrics::MetricValue &left = value(query(condition.field), condition.field.line);
    const auto right = rawNumber(condition.number, left.kind);
    if (!right)
        refuse(translated("「%1」不能与这个指标比较").arg(condition.number), condition.field.line);
    if (left.isEmpty || left.qualifier == Qualifier::Unknown)
        return false;
    switch (condition.op) {
    case Condition::Operator::Above:
        return left.raw > *right;
    case Condition::Operator::Below:
        return left.raw < *right;
    case Condition::Operator::AtLeast:
        return left.raw >= *right;
    case Condition::Operator::AtMost:
        return left.raw <= *right;
    default:
        return left.raw == *right;
    }
}

FieldEvaluator::CellFigure FieldEvaluator::figure(const Sentence &cell, int line) const
{
    if (cell.size() != 1 || cell.front().kind != Piece::Kind::Field || cell.front().field.source != Field::Source::Metric)
        refuse(translated("图里的一格应只有一个指标"), line);
    const metrics::MetricQuery asked = query(cell.front().field);
    return {value(asked, line), {figureKey(asked)}};
}

} // namespace mishutai::reports
