#pragma once

#include "base/error.h"
#include "db/lists/list_query.h"
#include "db/lists/search_index.h"
#include "desk/list_groups.h"
#include "ui/common/look/theme.h"

#include <QAbstractTableModel>

#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace mishutai::session {
class Session;
}

class QTimer;

namespace mishutai::ui {

/// In which unit a list shows amounts; what is stored and copied stays yuan.
enum class AmountUnit { Yuan, TenThousand };

/// What a list is asked to show.
struct ListState {
    QString search;
    std::vector<db::ListFilter> filters;
    std::vector<db::ListSort> sorts;
    QString group; ///< key of the column whose values the rows are grouped by; empty for none
    std::optional<std::unordered_set<qint64>> only; ///< rows behind a figure; nothing for all
    QString onlyLabel; ///< where `only` comes from: 「2021年活动场次」

    bool isFiltered() const { return !search.trimmed().isEmpty() || !filters.empty() || only.has_value(); }
};

/// Rows of a ListDefinition. The first page comes at once by LIMIT, then all matching ids are held (8 bytes a row) and visible
/// rows are fetched by id in blocks. Searches intersect with the SearchIndex. Reloads when the bus names one of its tables.
/// Grouped by a column, it has a line for each group above the rows; such a line has no id, its label is its GroupRole, and
/// its totalled columns show the sums. Columns of the model are the columns of the definition, in its order. GUI thread.
class ListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        RawRole = Qt::UserRole + 1, ///< the value as stored; masked text where the user may not see it
        IdRole, ///< qint64
        ToneRole, ///< Tone as int
        ClipboardRole,
        GroupRole ///< 「理事单位（12）」 in each cell of a group's line; invalid for rows
    };
    using ToneOf = std::function<Tone(const QVariant &)>;

    /// Reads nothing before the first setState() or reload(). @param session outlives the model
    ListModel(session::Session &session, db::ListDefinition definition, QObject *parent = nullptr);

    const db::ListDefinition &definition() const { return m_definition; }
    /// The same list with further columns behind those that it had first: fields of the office's own came or went. Who shows
    /// columns reads them anew at definitionChanged().
    void setDefinition(db::ListDefinition definition);
    const ListState &state() const { return m_state; }
    void setState(ListState state);
    /// As setState(), but a list that has not been read stays unread: a page that nobody looks at costs nothing.
    void prepare(ListState state);
    void reload();
    /// Amounts and their sums in yuan or 万元.
    void setAmountUnit(AmountUnit unit);
    AmountUnit amountUnit() const { return m_amountUnit; }
    bool isRead() const { return m_isRead; }
    /// Colour of a column's words by stored value; the list shows a dot of that colour before the word.
    void setTone(const QString &columnKey, ToneOf tone);

    const std::vector<qint64> &ids() const { return m_ids; }
    /// Nothing for an id that is not among ids() or lies in a folded group.
    std::optional<int> rowOf(qint64 id) const;
    /// Which of ids() stands in a row; nothing for the line of a group.
    std::optional<size_t> placeOf(int row) const;
    const desk::ListGroups &groups() const { return m_groups; }
    /// The group whose line a row is.
    std::optional<size_t> groupAt(int row) const;
    void fold(size_t group, bool isFolded);
    void foldAll(bool isFolded);
    /// Brings a row into sight that is folded away.
    void unfold(qint64 id);
    /// Rows there are without search and filters.
    qsizetype allCount() const { return m_allCount; }
    /// Whether every matching id is held yet.
    bool isComplete() const { return m_isRead && m_isComplete; }
    /// Whether it shows all that it is asked for as the file stands: complete, and searched in an index that is not older.
    bool isSettled() const { return isComplete() && !(db::SearchIndex::isQuery(m_state.search) && m_index.isStale()); }
    const db::ListQuery &query() const { return m_query; }
    /// Whether personal values are masked for this user now.
    bool hidesPersonal() const;
    /// Why the search found a row, an answer a word; empty without a search.
    const std::vector<db::FoundIn> &foundIn(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();
    void definitionChanged();
    void failed(const mishutai::Error &error) const;

private:
    void loadFirstPage();
    void loadAll();
    void showFound();
    db::IdSet found();
    void readIndexSoon();
    void readIndex();
    void reset(std::vector<qint64> ids, desk::ListGroups groups = {});
    void reloadSoon();
    const db::ListRow *row(size_t number) const;
    desk::ListGroups groupsOf(const std::vector<qint64> &ids) const;
    QVariant groupData(size_t group, size_t column, int role) const;
    QVariant cell(const db::ListRow &row, size_t column) const;
    bool mayRead() const;

    session::Session &m_session;
    db::ListDefinition m_definition;
    db::ListQuery m_query;
    db::SearchIndex m_index;
    ListState m_state;
    std::vector<qint64> m_ids;
    desk::ListGroups m_groups;
    std::vector<qint64> m_base; ///< ids of the filters and sorts, before search
    bool m_isBaseFresh = false;
    QTimer *m_indexTimer; ///< reads the index of a long list bit by bit while nothing else is to be done
    AmountUnit m_amountUnit = AmountUnit::Yuan;
    qsizetype m_allCount = 0;
    bool m_isRead = false;
    bool m_isComplete = true;
    bool m_isReloadDue = false;
    int m_load = 0; ///< counts loads, so that a late second step of an earlier one is dropped
    std::unordered_map<size_t, ToneOf> m_tones;
    mutable std::unordered_map<int, std::vector<db::ListRow>> m_blocks;
    mutable std::unordered_map<qint64, std::vector<db::FoundIn>> m_foundIn;
};

} // namespace mishutai::ui
