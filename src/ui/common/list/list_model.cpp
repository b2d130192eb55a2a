#include "ui/common/list/list_model.h"

#include "db/change_bus.h"
#include "session/session.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/list/filters/ready_period.h"

#include <QTimer>

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kFirstPage = 200;
constexpr int kBlock = 128;
constexpr size_t kMostBlocks = 64;
constexpr qsizetype kLongList = 4000; ///< whose index takes longer to read than a key may wait
constexpr int kIndexRowsAtOnce = 1000; ///< some milliseconds

bool isSame(const std::vector<db::ListFilter> &a, const std::vector<db::ListFilter> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const db::ListFilter &x, const db::ListFilter &y) {
        return x.column == y.column && x.condition == y.condition && x.value == y.value;
    });
}

bool isSame(const std::vector<db::ListSort> &a, const std::vector<db::ListSort> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const db::ListSort &x, const db::ListSort &y) { return x.column == y.column && x.isDescending == y.isDescending; });
}

} // namespace

ListModel::ListModel(session::Session &session, db::ListDefinition definition, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_definition(std::move(definition)),
      m_query(session.database(), m_definition), m_index(session.database(), m_definition), m_indexTimer(new QTimer(this))
{
    m_indexTimer->setInterval(0);
    connect(m_indexTimer, &QTimer::timeout, this, &ListModel::readIndex);
    if (session.bus()) {
        connect(session.bus(), &db::ChangeBus::changed, this, [this](const QSet<QString> &tables) {
            const auto isStale = [&](const QString &table) { return tables.contains(table); };
            if (std::any_of(m_definition.tables.begin(), m_definition.tables.end(), isStale)) {
                m_index.markStale();
                m_isBaseFresh = false;
                if (m_isRead)
                    reloadSoon();
            }
        });
    }
}

void ListModel::setDefinition(db::ListDefinition definition)
{
    beginResetModel();
    m_definition = std::move(definition);
    m_index.markStale();
    // What columns had gone says nothing any more; the view brings back those that it keeps.
    m_state.filters.clear();
    m_state.sorts.clear();
    m_state.group.clear();
    m_query.setFilters({});
    m_query.setSorts({});
    m_query.setGroup({});
    m_groups = {};
    m_blocks.clear();
    m_foundIn.clear();
    m_isBaseFresh = false;
    endResetModel();
    Q_EMIT definitionChanged();
    if (m_isRead)
        reloadSoon();
}

void ListModel::setState(ListState state)
{
    const bool staysBase = m_isBaseFresh && m_isRead && isSame(state.filters, m_state.filters)
        && isSame(state.sorts, m_state.sorts) && state.group == m_state.group;
    m_state = std::move(state);
    if (!staysBase) {
        reload();
        return;
    }
    // Another letter of a search looks through what is held.
    ++m_load;
    try {
        showFound();
    } catch (const Error &error) {
        reset({});
        Q_EMIT failed(error);
    }
}

void ListModel::prepare(ListState state)
{
    m_state = std::move(state);
    m_isBaseFresh = false;
    if (m_isRead)
        reload();
}

void ListModel::reloadSoon()
{
    // One use case may announce itself several times (an import): read once.
    if (m_isReloadDue)
        return;
    m_isReloadDue = true;
    QTimer::singleShot(0, this, [this] {
        if (m_isReloadDue)
            reload();
    });
}

bool ListModel::mayRead() const
{
    const auto operation = session::operationByKey(m_definition.operation);
    return !operation || m_session.may(*operation);
}

void ListModel::reload()
{
    m_isReloadDue = false;
    m_isRead = true;
    m_isBaseFresh = false;
    ++m_load;
    if (!mayRead()) {
        reset({});
        Q_EMIT loaded();
        return;
    }
    try {
        m_query.setFilters(withDates(m_state.filters, m_session.clock().today()));
        m_query.setSorts(m_state.sorts);
        m_query.setGroup(m_state.group);
        // What a group counts is known only when all is read; to sort the first rows takes as long as to sort all.
        if (!m_state.group.isEmpty() || !m_state.sorts.empty() || m_state.only || db::SearchIndex::isQuery(m_state.search))
            loadAll();
        else
            loadFirstPage();
    } catch (const Error &error) {
        reset({});
        Q_EMIT failed(error);
    }
}

void ListModel::loadFirstPage()
{
    std::vector<qint64> first = m_query.ids(kFirstPage);
    m_isComplete = first.size() < static_cast<size_t>(kFirstPage);
    if (m_isComplete) {
        loadAll();
        return;
    }
    reset(std::move(first));
    QTimer::singleShot(0, this, [this, load = m_load] {
        if (load != m_load)
            return;
        try {
            loadAll();
        } catch (const Error &error) {
            Q_EMIT failed(error);
        }
    });
}

void ListModel::loadAll()
{
    m_base = m_query.ids();
    m_isBaseFresh = true;
    m_allCount = static_cast<qsizetype>(m_base.size());
    if (!m_state.filters.empty())
        m_allCount = static_cast<qsizetype>(db::ListQuery(m_session.database(), m_definition).count());
    showFound();
    readIndexSoon();
}

void ListModel::showFound()
{
    std::vector<qint64> ids = m_base;
    if (m_state.only)
        std::erase_if(ids, [this](qint64 id) { return !m_state.only->contains(id); });
    if (db::SearchIndex::isQuery(m_state.search)) {
        const db::IdSet answer = found();
        std::erase_if(ids, [&answer](qint64 id) { return !answer.contains(id); });
    }
    const bool continuesPage = m_state.group.isEmpty() && !m_isComplete && ids.size() >= m_ids.size()
        && std::equal(m_ids.begin(), m_ids.end(), ids.begin());
    m_isComplete = true;
    if (continuesPage && ids.size() > m_ids.size()) {
        beginInsertRows({}, static_cast<int>(m_ids.size()), static_cast<int>(ids.size()) - 1);
        m_ids = std::move(ids);
        m_blocks.clear(); // the last block of the first page was a part
        endInsertRows();
    } else if (!continuesPage) {
        desk::ListGroups groups = groupsOf(ids);
        reset(std::move(ids), std::move(groups));
    }
    Q_EMIT loaded();
}

db::IdSet ListModel::found()
{
    // A long list that changed is searched as it was until its index is read again; then the rows are found anew.
    const bool waits = m_index.isStale() && m_index.wasRead() && m_allCount > kLongList;
    if (waits)
        readIndexSoon();
    return waits ? m_index.findAsRead(m_state.search) : m_index.find(m_state.search);
}

void ListModel::readIndexSoon()
{
    if (m_index.isStale() && m_allCount > kLongList && !m_indexTimer->isActive())
        m_indexTimer->start();
}

void ListModel::readIndex()
{
    try {
        const bool wasStale = m_index.isStale();
        if (m_index.readSome(kIndexRowsAtOnce))
            return;
        m_indexTimer->stop();
        if (wasStale && m_isBaseFresh && db::SearchIndex::isQuery(m_state.search))
            showFound();
    } catch (const Error &error) {
        m_indexTimer->stop();
        Q_EMIT failed(error);
    }
}

const std::vector<db::FoundIn> &ListModel::foundIn(int row) const
{
    const auto place = placeOf(row);
    static const std::vector<db::FoundIn> none;
    if (!place)
        return none;
    const qint64 id = m_ids[*place];
    auto known = m_foundIn.find(id);
    if (known == m_foundIn.end()) {
        std::vector<db::FoundIn> answer;
        try {
            if (db::SearchIndex::isQuery(m_state.search))
                answer = m_index.foundIn(id, m_state.search);
        } catch (const Error &error) {
            Q_EMIT failed(error);
        }
        known = m_foundIn.emplace(id, std::move(answer)).first;
    }
    return known->second;
}

void ListModel::setAmountUnit(AmountUnit unit)
{
    if (unit == m_amountUnit)
        return;
    m_amountUnit = unit;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void ListModel::reset(std::vector<qint64> ids, desk::ListGroups groups)
{
    beginResetModel();
    m_ids = std::move(ids);
    m_groups = std::move(groups);
    m_blocks.clear();
    m_foundIn.clear();
    endResetModel();
}

void ListModel::setTone(const QString &columnKey, ToneOf tone)
{
    for (size_t i = 0; i < m_definition.columns.size(); ++i) {
        if (m_definition.columns[i].key == columnKey)
            m_tones[i] = std::move(tone);
    }
}

int ListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_definition.columns.size());
}

const db::ListRow *ListModel::row(size_t number) const
{
    const int block = static_cast<int>(number) / kBlock;
    auto found = m_blocks.find(block);
    if (found == m_blocks.end()) {
        if (m_blocks.size() >= kMostBlocks)
            m_blocks.clear();
        const auto from = m_ids.begin() + block * kBlock;
        const auto to = m_ids.begin() + std::min<qsizetype>((block + 1) * kBlock, static_cast<qsizetype>(m_ids.size()));
        std::vector<db::ListRow> rows;
        try {
            rows = m_query.rows(std::vector<qint64>(from, to));
        } catch (const Error &error) {
            Q_EMIT failed(error);
        }
        found = m_blocks.emplace(block, std::move(rows)).first;
    }
    const std::vector<db::ListRow> &rows = found->second;
    const qint64 id = m_ids[number];
    const size_t place = number % kBlock;
    if (place < rows.size() && rows[place].id == id)
        return &rows[place];
    // A row that was deleted after the ids were read leaves a gap until the bus reloads.
    const auto it = std::find_if(rows.begin(), rows.end(), [id](const db::ListRow &one) { return one.id == id; });
    return it == rows.end() ? nullptr : &*it;
}

bool ListModel::hidesPersonal() const
{
    return isPersonalHidden() || !m_session.may(session::Operation::PersonalRead);
}

QVariant ListModel::cell(const db::ListRow &row, size_t column) const
{
    const QVariant &value = row.cells[column];
    const db::ListColumn &what = m_definition.columns[column];
    if (what.isPersonal && hidesPersonal())
        return masked(value.toString());
    return value;
}

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = static_cast<size_t>(index.column());
    if (const auto group = groupAt(index.row()))
        return groupData(*group, column, role);
    const size_t place = *placeOf(index.row());
    if (role == IdRole)
        return m_ids[place];
    const db::ListColumn &what = m_definition.columns[column];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(cellAlignment(what.type));
    const bool isAsked
        = role == Qt::DisplayRole || role == RawRole || role == ToneRole || role == ClipboardRole || role == Qt::ToolTipRole;
    const db::ListRow *record = isAsked ? row(place) : nullptr;
    if (!record || column >= record->cells.size())
        return {};
    const QVariant value = cell(*record, column);
    switch (role) {
    case Qt::DisplayRole:
        return amountText(what, value, m_amountUnit);
    case Qt::ToolTipRole:
        return isNumber(what.type) ? QVariant() : QVariant(cellText(what, value));
    case RawRole:
        return value;
    case ClipboardRole:
        return clipboardText(what, value);
    case ToneRole: {
        const auto tone = m_tones.find(column);
        return tone == m_tones.end() ? QVariant() : QVariant(static_cast<int>(tone->second(value)));
    }
    default:
        return {};
    }
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const db::ListColumn &column = m_definition.columns[static_cast<size_t>(section)];
    if (role == Qt::DisplayRole)
        return amountTitle(column, m_amountUnit);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(cellAlignment(column.type));
    return {};
}

} // namespace mishutai::ui
