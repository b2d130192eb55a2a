#include "ui/records/column_match_box.h"

#include "tables/column_key.h"
#include "tables/sheet.h"
#include "ui/common/fields/choice_field.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QGridLayout>
#include <QLabel>

namespace mishutai::ui {

namespace {

constexpr int kExampleLength = 14;

/// The first text below the header.
QString exampleOf(const tables::Sheet &sheet, const tables::HeaderMatch &match, int column)
{
    for (const size_t index : match.records) {
        const QString text = match.text(sheet.rows.at(index), column).simplified();
        if (!text.isEmpty())
            return text.size() > kExampleLength ? text.left(kExampleLength) + QStringLiteral("…") : text;
    }
    return {};
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
    std::vector<db::Choice> choices;
    for (const office::SheetColumn &column : m_columns)
        choices.push_back({column.key, column.isRequired ? tr("%1（必填）").arg(column.title) : column.title});
    if (!m_fields.isEmpty()) {
        renew(match);
        return;
    }
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, px(6), 0);
    grid->setColumnStretch(2, 1);
    for (int column = 0; column < match.titles.size(); ++column) {
        const QString title = match.titles[column];
        if (title.isEmpty())
            continue;
        const QString remembered = tables::columnKey(match.titles, column);
        const int ordinal = tables::ordinalOfTitle(match.titles, column);
        auto *example = new QLabel(exampleOf(sheet, match, column), content);
        setLook(example, "muted");
        auto *field = new ChoiceField(choices, ChoiceField::Others::Refused, content);
        field->setPlaceholder(tr("不导入"));
        field->setValue(match.columns.key(column));
        m_shown.insert(remembered, match.columns.key(column));
        const auto take = [this, remembered, field] {
            field->finish();
            if (field->fault().isEmpty())
                choose(remembered, field->value());
        };
        connect(field->edit(), &QLineEdit::editingFinished, this, take);
        m_fields.insert(remembered, field);
        const int line = grid->rowCount();
        auto *name = new QLabel(ordinal == 1 ? title : tr("%1（第%2个）").arg(title).arg(ordinal), content);
        auto *guess = new QLabel(content);
        setLook(guess, "muted");
        m_guesses.insert(remembered, guess);
        for (QLabel *label : {name, example, guess})
            label->setContentsMargins(0, px(6), 0, 0); // on the line of the field's text
        name->setBuddy(field->edit());
        grid->addWidget(name, line, 0, Qt::AlignTop);
        grid->addWidget(example, line, 1, Qt::AlignTop);
        grid->addWidget(field, line, 2);
        grid->addWidget(guess, line, 3, Qt::AlignTop);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    setWidget(content);
    content->setAutoFillBackground(false); // a scroll area turns it on
    tellGuesses(match);
}

/// The fields stand; what they say may have changed where two columns claimed the same.
void ColumnMatchBox::renew(const tables::HeaderMatch &match)
{
    for (int column = 0; column < match.titles.size(); ++column) {
        const QString remembered = tables::columnKey(match.titles, column);
        ChoiceField *field = m_fields.value(remembered);
        const QString key = match.columns.key(column);
        if (!field || field->edit()->hasFocus() || m_shown.value(remembered) == key)
            continue;
        m_shown.insert(remembered, key);
        field->setValue(key);
    }
    tellGuesses(match);
}

void ColumnMatchBox::tellGuesses(const tables::HeaderMatch &match)
{
    for (int column = 0; column < match.titles.size(); ++column) {
        if (QLabel *guess = m_guesses.value(tables::columnKey(match.titles, column)))
            guess->setText(match.guessed.contains(column) ? tr("猜的") : QString());
    }
}

ChoiceField *ColumnMatchBox::fieldOf(const QString &title, int ordinal) const
{
    return m_fields.value(tables::columnKey(QStringList(ordinal, title), ordinal - 1));
}

void ColumnMatchBox::choose(const QString &column, const QString &key)
{
    if (m_shown.value(column) == key)
        return;
    // A column that another one had goes over to the one that was chosen last.
    for (auto other = m_shown.begin(); other != m_shown.end(); ++other) {
        if (!key.isEmpty() && other.value() == key) {
            other.value().clear();
            m_chosen.insert(other.key(), QString());
            m_fields.value(other.key())->setValue({});
        }
    }
    m_shown.insert(column, key);
    m_chosen.insert(column, key);
    Q_EMIT changed();
}

void ColumnMatchBox::focusFirst()
{
    ChoiceField *first = nullptr;
    for (ChoiceField *field : m_fields) {
        if (!first || field->y() < first->y())
            first = field;
    }
    for (ChoiceField *field : m_fields) {
        if (field->isEmpty() && (!first->isEmpty() || field->y() < first->y()))
            first = field;
    }
    if (first)
        first->edit()->setFocus();
}

} // namespace mishutai::ui
