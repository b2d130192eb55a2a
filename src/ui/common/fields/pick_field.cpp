#include "ui/common/fields/pick_field.h"

#include "db/change_bus.h"
#include "session/session.h"
#include "ui/common/list/cell_text.h"

namespace mishutai::ui {

namespace {

constexpr int kMostOffers = 12;
constexpr int kNotes = 2;

} // namespace

PickField::PickField(session::Session &session, db::ListDefinition definition, QWidget *parent)
    : SuggestField(parent), m_definition(std::move(definition)), m_query(session.database(), m_definition),
      m_index(session.database(), m_definition)
{
    for (size_t i = m_definition.columns.size(); i-- > 0;) {
        if (m_definition.columns[i].isSearched && m_definition.columns[i].type == db::ColumnType::Text)
            m_nameColumn = i;
    }
    setPlaceholder(tr("输入名称或拼音首字母"));
    connect(edit(), &QLineEdit::textEdited, this, [this] { m_id.reset(); });
    if (session.bus()) {
        connect(session.bus(), &db::ChangeBus::changed, this, [this](const QSet<QString> &tables) {
            for (const QString &table : m_definition.tables) {
                if (tables.contains(table))
                    m_index.markStale();
            }
        });
    }
}

QString PickField::nameOf(const db::ListRow &row) const
{
    return cellText(m_definition.columns[m_nameColumn], row.cells[m_nameColumn]);
}

QString PickField::noteOf(const db::ListRow &row) const
{
    if (m_note)
        return m_note(row);
    QStringList notes;
    for (size_t i = 0; i < m_definition.columns.size() && notes.size() < kNotes; ++i) {
        const db::ListColumn &column = m_definition.columns[i];
        const QString text = cellText(column, row.cells[i]);
        if (i != m_nameColumn && column.isShown && !column.isPersonal && !text.isEmpty())
            notes << text;
    }
    return notes.join(QStringLiteral(" · "));
}

void PickField::setId(std::optional<qint64> id)
{
    const std::vector<db::ListRow> rows = id ? m_query.rows({*id}) : std::vector<db::ListRow>();
    LineField::setText(rows.empty() ? QString() : nameOf(rows.front()));
    m_id = rows.empty() ? std::nullopt : id;
}

void PickField::setText(const QString &text)
{
    // A draft holds the name; it is the record again where exactly one has that name.
    m_id.reset();
    LineField::setText(text);
    if (text.trimmed().isEmpty())
        return;
    const std::vector<qint64> ranked = m_index.findRanked(text, kMostOffers);
    for (const db::ListRow &row : m_query.rows(ranked)) {
        if (nameOf(row) == text) {
            if (m_id) {
                m_id.reset();
                return;
            }
            m_id = row.id;
        }
    }
}

QString PickField::fault() const
{
    return isEmpty() || m_id || m_isFreeText ? QString() : tr("请从列表中选择，或选「新建」");
}

std::vector<Suggestion> PickField::suggestions(const QString &typed) const
{
    const bool isQuery = db::SearchIndex::isQuery(typed);
    const std::vector<qint64> found = isQuery ? m_index.findRanked(typed, kMostOffers) : m_query.ids(kMostOffers);
    std::vector<Suggestion> offers;
    bool isKnown = false;
    for (const db::ListRow &row : m_query.rows(found)) {
        offers.push_back({nameOf(row), noteOf(row), row.id, false, {}});
        isKnown |= offers.back().text == typed.trimmed();
    }
    if (m_isFreeText && isQuery && !isKnown)
        offers.insert(offers.begin(), {typed.trimmed(), tr("照此填写"), {}, false, {}});
    if (m_create && isQuery && !isKnown)
        offers.push_back({tr("新建「%1」").arg(typed.trimmed()), {}, typed.trimmed(), true, {}});
    return offers;
}

void PickField::take(const Suggestion &suggestion)
{
    if (!suggestion.value.isValid()) {
        LineField::setText(suggestion.text);
        m_id.reset();
    } else if (!suggestion.isNew) {
        LineField::setText(suggestion.text);
        m_id = suggestion.value.toLongLong();
    } else if (const auto made = m_create(suggestion.value.toString())) {
        m_index.markStale();
        setId(made);
    }
}

} // namespace mishutai::ui
