#include "ui/records/imports/import_preview_model.h"

#include "ui/common/look/theme.h"

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kOwnColumns = 3; ///< row number, verdict, reason

QString verdictText(const office::RowVerdict *verdict)
{
    if (!verdict)
        return {};
    if (!verdict->outcome)
        return verdict->isDuplicate() ? ImportPreviewModel::tr("重复")
            : verdict->isAlike()      ? ImportPreviewModel::tr("疑似重复")
                                      : ImportPreviewModel::tr("有误");
    switch (*verdict->outcome) {
    case office::RowOutcome::Added:
        return ImportPreviewModel::tr("新增");
    case office::RowOutcome::Changed:
        return ImportPreviewModel::tr("有变化");
    case office::RowOutcome::Same:
        return ImportPreviewModel::tr("相同");
    }
    return {};
}

Tone toneOf(const office::RowVerdict *verdict)
{
    if (!verdict)
        return Tone::Plain;
    if (!verdict->outcome)
        return Tone::Bad;
    if (!verdict->warnings.empty())
        return Tone::Warning;
    return *verdict->outcome == office::RowOutcome::Added  ? Tone::Good
        : *verdict->outcome == office::RowOutcome::Changed ? Tone::Warning
                                                           : Tone::Muted;
}

} // namespace

ImportPreviewModel::ImportPreviewModel(std::shared_ptr<tables::Sheet> sheet, QObject *parent)
    : QAbstractTableModel(parent), m_sheet(std::move(sheet))
{
}

void ImportPreviewModel::setResult(const office::ImportResult &result)
{
    beginResetModel();
    m_result = result;
    m_lines.clear();
    auto good = m_result.good.cbegin();
    auto faulty = m_result.faulty.cbegin();
    for (const size_t index : m_result.match.records) {
        const int number = m_sheet->rows.at(index).number;
        Line line{index, nullptr};
        if (good != m_result.good.cend() && good->row == number)
            line.verdict = &*good++;
        else if (faulty != m_result.faulty.cend() && faulty->row == number)
            line.verdict = &*faulty++;
        m_lines.push_back(line);
    }
    endResetModel();
    Filter first = Filter::All;
    for (const Filter filter : {Filter::Changed, Filter::Warned, Filter::Faulty})
        first = count(filter) > 0 ? filter : first;
    setFilter(first);
}

bool ImportPreviewModel::matches(const Line &line, Filter filter) const
{
    if (filter == Filter::All)
        return true;
    if (!line.verdict)
        return false;
    if (filter == Filter::Faulty)
        return !line.verdict->outcome;
    if (filter == Filter::Warned)
        return line.verdict->outcome && !line.verdict->warnings.empty();
    return line.verdict->outcome == (filter == Filter::Added ? office::RowOutcome::Added : office::RowOutcome::Changed);
}

void ImportPreviewModel::setFilter(Filter filter)
{
    beginResetModel();
    m_filter = filter;
    m_shown.clear();
    for (size_t place = 0; place < m_lines.size(); ++place) {
        if (matches(m_lines[place], filter))
            m_shown.push_back(place);
    }
    endResetModel();
}

int ImportPreviewModel::count(Filter filter) const
{
    return static_cast<int>(std::ranges::count_if(m_lines, [&](const Line &line) { return matches(line, filter); }));
}

int ImportPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ImportPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kOwnColumns + static_cast<int>(m_result.match.titles.size());
}

const office::CellChange *ImportPreviewModel::changeAt(const Line &line, int column) const
{
    if (!line.verdict)
        return nullptr;
    const auto found = std::ranges::find_if(line.verdict->changes,
        [&](const office::CellChange &change) { return m_result.match.columns.value(change.key, -1) == column; });
    return found == line.verdict->changes.end() ? nullptr : &*found;
}

QString ImportPreviewModel::cellText(const Line &line, int column) const
{
    const tables::Row &row = m_sheet->rows.at(line.record);
    if (column == 0)
        return QString::number(row.number);
    if (column == 1)
        return verdictText(line.verdict);
    if (column == 2)
        return line.verdict ? line.verdict->reason() : QString();
    if (const office::CellChange *change = changeAt(line, column - kOwnColumns))
        return tr("%1 → %2").arg(
            change->before.isEmpty() ? tr("（空）") : change->before, change->after.isEmpty() ? tr("（空）") : change->after);
    return m_result.match.text(row, column - kOwnColumns);
}

QVariant ImportPreviewModel::background(const Line &line, int column) const
{
    if (!line.verdict || column < kOwnColumns)
        return {};
    const bool isWrong = std::ranges::any_of(
        line.verdict->places, [&](const FilePlace &place) { return place.column - 1 == column - kOwnColumns; });
    if (isWrong)
        return theme().badSoft;
    const bool isWarned = std::ranges::any_of(line.verdict->warnings,
        [&](const FieldError &warning) { return m_result.match.columns.value(warning.field, -1) == column - kOwnColumns; });
    return isWarned || changeAt(line, column - kOwnColumns) ? QVariant(theme().warningSoft) : QVariant();
}

QString ImportPreviewModel::reasonAt(int row) const
{
    return cellText(m_lines[m_shown.at(static_cast<size_t>(row))], 2);
}

QVariant ImportPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line &line = m_lines[m_shown[static_cast<size_t>(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(line, index.column()).replace(u'\n', u' ');
    case Qt::ToolTipRole:
        return cellText(line, index.column());
    case Qt::BackgroundRole:
        return background(line, index.column());
    case Qt::ForegroundRole:
        return index.column() == 1 ? QVariant(theme().tone(toneOf(line.verdict))) : QVariant();
    default:
        return {};
    }
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section < kOwnColumns)
        return QStringList{tr("行"), tr("结论"), tr("原因或提醒")}.at(section);
    const int column = section - kOwnColumns;
    const bool isTaken = !m_result.match.columns.keys(column).isEmpty();
    const QString title = m_result.match.titles.value(column);
    return isTaken ? title : tr("%1（不导入）").arg(title);
}

} // namespace mishutai::ui
