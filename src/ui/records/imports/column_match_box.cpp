#include "ui/records/imports/column_match_box.h"

#include "tables/column_key.h"
#include "tables/sheet.h"
#include "ui/common/fields/choice_field.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kExampleLength = 15;
/// Columns of the grid.
enum Place { kTitle, kArrow, kField, kExample, kState };

/// The first text below the header.
QString exampleOf(const tables::Sheet &sheet, const tables::HeaderMatch &match, int column)
{
    for (const size_t index : match.records) {
        const QString text = match.text(sheet.rows.at(index), column).simplified();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QLabel *labelOf(const QString &text, int width, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFixedWidth(px(width));
    label->setContentsMargins(0, px(6), 0, 0); // on the line of the field's text
    return label;
}

} // namespace

ColumnMatchBox::ColumnMatchBox(const std::vector<office::SheetColumn> &columns, QWidget *parent)
    : QScrollArea(parent), m_columns(columns)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
}

void ColumnMatchBox::show(const tables::Sheet &sheet, const tables::HeaderMatch &match)
{
    if (m_lines.empty())
        build(sheet, match);
    else
        renew(match);
    tellStates(match);
}

void ColumnMatchBox::build(const tables::Sheet &sheet, const tables::HeaderMatch &match)
{
    auto *content = new QWidget(this); // the lists of choices belong to its window, else the scroll area would cut them
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, px(6), 0);
    grid->setHorizontalSpacing(px(6));
    grid->setColumnStretch(kField, 1);
    for (int column = 0; column < match.titles.size(); ++column) {
        if (!match.titles[column].isEmpty())
            addLine(*grid, sheet, match, column);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    setWidget(content);
    content->setAutoFillBackground(false); // a scroll area turns it on
}

void ColumnMatchBox::addLine(QGridLayout &grid, const tables::Sheet &sheet, const tables::HeaderMatch &match, int column)
{
    constexpr int kTitleWidth = 104;
    constexpr int kExampleWidth = 116;
    constexpr int kStateWidth = 46;
    std::vector<db::Choice> choices;
    for (const office::SheetColumn &known : m_columns)
        choices.push_back({known.key, known.isRequired ? tr("%1（必填）").arg(known.title) : known.title});
    const QString remembered = tables::columnKey(match.titles, column);
    const QString title = match.titles[column].simplified();
    const int ordinal = tables::ordinalOfTitle(match.titles, column);
    QWidget *content = grid.parentWidget();
    auto *name = labelOf(ordinal == 1 ? title : tr("%1（第%2个）").arg(title).arg(ordinal), kTitleWidth, content);
    const QString text = exampleOf(sheet, match, column);
    auto *example
        = labelOf(text.size() > kExampleLength ? text.left(kExampleLength) + QStringLiteral("…") : text, kExampleWidth, content);
    example->setToolTip(text);
    setLook(example, "muted");
    auto *field = new ChoiceField(choices, ChoiceField::Others::Refused, content);
    field->setPlaceholder(tr("不导入"));
    field->setValue(match.columns.key(column));
    name->setBuddy(field->edit());
    connect(field->edit(), &QLineEdit::editingFinished, this, [this, remembered] { take(remembered); });
    connect(field->edit(), &QLineEdit::returnPressed, this, [this, remembered] {
        take(remembered);
        goOn(remembered);
    });
    auto *state = labelOf({}, kStateWidth, content);
    const int line = grid.rowCount();
    grid.addWidget(name, line, kTitle, Qt::AlignTop);
    grid.addWidget(labelOf(QStringLiteral("→"), 14, content), line, kArrow, Qt::AlignTop);
    grid.addWidget(field, line, kField, Qt::AlignTop);
    grid.addWidget(example, line, kExample, Qt::AlignTop);
    grid.addWidget(state, line, kState, Qt::AlignTop);
    m_lines.push_back({remembered, column, field, state, match.columns.key(column), State::Known});
}

/// The fields stand; what they say may have changed where two columns claimed the same.
void ColumnMatchBox::renew(const tables::HeaderMatch &match)
{
    for (Line &line : m_lines) {
        const QString key = match.columns.key(line.place);
        if (line.field->edit()->hasFocus() || line.shown == key)
            continue;
        line.shown = key;
        line.field->setValue(key);
    }
}

void ColumnMatchBox::tellStates(const tables::HeaderMatch &match)
{
    static const QHash<State, QString> words{
        {State::Guessed, tr("猜的")}, {State::Unmatched, tr("没对上")}, {State::Left, tr("不导入")}};
    for (Line &line : m_lines) {
        const bool isUnknown
            = std::ranges::find(match.unknown, line.place, &tables::UnknownColumn::column) != match.unknown.end();
        const bool isLeft = m_chosen.contains(line.column) || !isUnknown;
        if (!match.columns.key(line.place).isEmpty())
            line.is = match.guessed.contains(line.place) ? State::Guessed : State::Known;
        else
            line.is = isLeft ? State::Left : State::Unmatched;
        line.state->setText(words.value(line.is));
        setLook(line.state, line.is == State::Left ? "muted" : "warning");
    }
}

QString ColumnMatchBox::summary() const
{
    QStringList parts;
    if (const int guessed = count(State::Guessed))
        parts << tr("猜的 %1").arg(guessed);
    if (const int unmatched = count(State::Unmatched))
        parts << tr("没对上 %1").arg(unmatched);
    if (parts.isEmpty())
        parts << tr("都已对上");
    return tr("%1 列：%2").arg(m_lines.size()).arg(parts.join(QStringLiteral("，")));
}

int ColumnMatchBox::count(State state) const
{
    return static_cast<int>(std::ranges::count(m_lines, state, &Line::is));
}

ColumnMatchBox::Line *ColumnMatchBox::lineOf(const QString &column)
{
    const auto line = std::ranges::find(m_lines, column, &Line::column);
    return line == m_lines.end() ? nullptr : &*line;
}

ChoiceField *ColumnMatchBox::fieldOf(const QString &title, int ordinal) const
{
    const auto line = std::ranges::find(m_lines, tables::columnKey(QStringList(ordinal, title), ordinal - 1), &Line::column);
    return line == m_lines.end() ? nullptr : line->field;
}

void ColumnMatchBox::take(const QString &column)
{
    Line *line = lineOf(column);
    line->field->finish();
    if (line->field->fault().isEmpty())
        choose(*line, line->field->value());
}

void ColumnMatchBox::choose(Line &line, const QString &key)
{
    if (line.shown == key)
        return;
    // A column that another one had goes over to the one that was chosen last.
    for (Line &other : m_lines) {
        if (!key.isEmpty() && other.shown == key) {
            other.shown.clear();
            m_chosen.insert(other.column, QString());
            other.field->setValue({});
        }
    }
    line.shown = key;
    m_chosen.insert(line.column, key);
    Q_EMIT changed();
}

/// Enter: the next column that waits for a match, around the end of the sheet too.
void ColumnMatchBox::goOn(const QString &from)
{
    const Line *here = lineOf(from);
    if (!here->field->fault().isEmpty())
        return;
    const auto start = static_cast<size_t>(here - m_lines.data());
    for (size_t step = 1; step < m_lines.size(); ++step) {
        const Line &line = m_lines[(start + step) % m_lines.size()];
        if (line.is == State::Unmatched && line.field->isEmpty()) {
            line.field->edit()->setFocus();
            ensureWidgetVisible(line.field);
            return;
        }
    }
    Q_EMIT walkedThrough();
}

void ColumnMatchBox::finishTyping()
{
    for (const Line &line : m_lines) {
        if (line.field->edit()->hasFocus()) {
            take(line.column);
            return;
        }
    }
}

void ColumnMatchBox::focusFirst()
{
    const auto open = std::ranges::find(m_lines, State::Unmatched, &Line::is);
    if (m_lines.empty())
        return;
    ChoiceField *field = open == m_lines.end() ? m_lines.front().field : open->field;
    field->edit()->setFocus();
    ensureWidgetVisible(field);
}

} // namespace mishutai::ui
