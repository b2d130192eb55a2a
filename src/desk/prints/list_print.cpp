#include "desk/prints/list_print.h"

#include "base/period.h"
#include "db/lists/list_query.h"
#include "desk/prints/list_text.h"
#include "office/profile/office_profile_service.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::desk {

namespace {

using document::Alignment;

constexpr size_t kBlock = 400;

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

std::vector<size_t> placesOf(const ListPrint &print)
{
    std::vector<size_t> places;
    const auto &columns = print.definition->columns;
    for (const QString &key : print.columns) {
        const auto found = std::ranges::find(columns, key, &db::ListColumn::key);
        if (found != columns.end())
            places.push_back(static_cast<size_t>(found - columns.begin()));
    }
    return places;
}

class ListSheetBuilder
{
public:
    ListSheetBuilder(session::Session &session, const ListPrint &print, TaskControl &control)
        : m_session(session), m_print(print), m_control(control), m_places(placesOf(print)),
          m_totals(print.definition->columns.size(), 0)
    {
        m_isMasking = print.hidesPersonal || !session.may(session::Operation::PersonalRead);
    }

    document::Sheet build()
    {
        addFrame();
        addRows();
        addTotals();
        dropEmptyColumns();
        return std::move(m_sheet);
    }

private:
    const db::ListColumn &column(size_t place) const { return m_print.definition->columns[place]; }

    void addFrame()
    {
        const QDate today = m_session.clock().today();
        const std::optional<office::OfficeProfile> office = office::OfficeProfileService(m_session).find();
        m_sheet.title = tr("%1（%2）").arg(m_print.title, whichRows());
        m_sheet.above = whatAndHowMany();
        m_sheet.aboveRight = tr("截至%1").arg(chineseDate(today));
        m_sheet.foot = office ? office->details.name : QString();
        m_sheet.widths = document::Sheet::Widths::Content;
        m_sheet.createdAt = QDateTime(today, QTime(0, 0), Qt::UTC);
        m_sheet.columns.assign(m_places.size() + 1, 1);
        document::SheetRow head{{{tr("序号"), 1, Alignment::Centre, true}}};
        for (const size_t place : m_places)
            head.cells.push_back({column(place).title, 1, Alignment::Centre, true});
        m_sheet.head = {head};
    }

    /// What the title says of the rows: whoever holds the paper must not take a part for the whole.
    QString whichRows() const
    {
        if (!m_print.view.isEmpty())
            return m_print.view;
        if (m_print.filters.isEmpty())
            return tr("全部");
        return isFilterInTitle() ? m_print.filters : tr("部分");
    }

    bool isFilterInTitle() const
    {
        constexpr qsizetype kMostInTitle = 24; // longer conditions stand above the table alone
        return m_print.view.isEmpty() && m_print.filters.size() <= kMostInTitle;
    }

    QString whatAndHowMany() const
    {
        QStringList parts;
        if (!m_print.filters.isEmpty() && !isFilterInTitle())
            parts << m_print.filters;
        if (!m_print.groups.isEmpty())
            parts << tr("按%1分组").arg(groupedBy().title);
        parts << tr("共 %1 条").arg(m_print.ids.size());
        return parts.join(tr("；"));
    }

    const db::ListColumn &groupedBy() const
    {
        return *std::ranges::find(m_print.definition->columns, m_print.groups.column(), &db::ListColumn::key);
    }

    void addRows()
    {
        const db::ListQuery query(m_session.database(), *m_print.definition);
        for (size_t first = 0; first < m_print.ids.size(); first += kBlock) {
            m_control.throwIfCancelled();
            m_control.progress(static_cast<qint64>(first), static_cast<qint64>(m_print.ids.size()), tr("读取列表"));
            const auto begin = m_print.ids.begin() + static_cast<qsizetype>(first);
            const auto end = m_print.ids.begin() + static_cast<qsizetype>(std::min(first + kBlock, m_print.ids.size()));
            addBlock(query.rows({begin, end}), first, static_cast<size_t>(end - m_print.ids.begin()));
        }
    }

    /// @param rows of the places from begin to end, without those that are gone meanwhile
    void addBlock(const std::vector<db::ListRow> &rows, size_t begin, size_t end)
    {
        auto row = rows.begin();
        for (size_t place = begin; place < end; ++place) {
            if (const auto group = m_print.groups.startingAt(place))
                addGroup(*group);
            if (row == rows.end() || row->id != m_print.ids[place])
                continue;
            for (const size_t column : m_places)
                m_totals[column] += row->cells[column].toLongLong();
            if (!m_print.groups.hides(place))
                addRow(*row);
            ++row;
        }
    }

    /// The label runs over the columns up to the first sum.
    void addGroup(size_t number)
    {
        const db::ListGroup &group = m_print.groups.groups()[number];
        document::SheetRow cells{{{groupLabel(groupedBy(), group, m_isMasking), 1, Alignment::Left, true}}};
        for (const size_t place : m_places) {
            const auto total = group.totals[place];
            if (!total && cells.cells.size() == 1)
                ++cells.cells.front().span;
            else
                cells.cells.push_back({total ? cellText(column(place), QVariant(*total)) : QString(), 1, Alignment::Right, true});
        }
        m_sheet.rows.push_back(std::move(cells));
    }

    void addRow(const db::ListRow &row)
    {
        document::SheetRow cells{{{QString::number(++m_number), 1, Alignment::Centre, false}}};
        for (const size_t place : m_places) {
            const db::ListColumn &one = column(place);
            QString text = cellText(one, row.cells[place]);
            if (one.isPersonal && m_isMasking)
                text = masked(text);
            if (!text.isEmpty())
                m_filled.insert(place);
            cells.cells.push_back({text, 1, isNumber(one.type) ? Alignment::Right : Alignment::Left, false});
        }
        m_sheet.rows.push_back(std::move(cells));
    }

    void addTotals()
    {
        const bool hasTotals = std::ranges::any_of(m_places, [this](size_t place) { return isTotalled(place); });
        if (!hasTotals || m_print.ids.empty())
            return;
        document::SheetRow cells{{{tr("合计"), 1, Alignment::Centre, true}}};
        for (const size_t place : m_places)
            cells.cells.push_back(
                {isTotalled(place) ? cellText(column(place), QVariant(m_totals[place])) : QString(), 1, Alignment::Right, true});
        m_sheet.rows.push_back(std::move(cells));
    }

    /// Columns of the list's own choice that say nothing take no room on paper. One that somebody ticked is wanted, perhaps for
    /// writing in by hand, and is kept wide enough for that.
    void dropEmptyColumns()
    {
        constexpr int kHandwritingEms = 4;
        if (m_filled.isEmpty())
            return;
        std::vector<bool> isKept{true};
        m_sheet.leastEms = {0};
        for (const size_t place : m_places) {
            const bool isFilled = m_filled.contains(place);
            isKept.push_back(isFilled || !column(place).isShown || isTotalled(place));
            if (isKept.back())
                m_sheet.leastEms.push_back(isFilled ? 0 : kHandwritingEms);
        }
        m_sheet.columns.assign(m_sheet.leastEms.size(), 1);
        for (std::vector<document::SheetRow> *rows : {&m_sheet.head, &m_sheet.rows}) {
            for (document::SheetRow &row : *rows) {
                auto at = isKept.begin();
                for (document::SheetCell &cell : row.cells) {
                    const auto end = at + cell.span;
                    cell.span = static_cast<int>(std::count(at, end, true));
                    at = end;
                }
                std::erase_if(row.cells, [](const document::SheetCell &cell) { return cell.span == 0; });
            }
        }
    }

    /// Amounts of money always add up to something; other numbers where their list says so.
    bool isTotalled(size_t place) const
    {
        return isNumber(column(place).type) && (column(place).isTotalled || column(place).type == db::ColumnType::Money);
    }

    session::Session &m_session;
    const ListPrint &m_print;
    TaskControl &m_control;
    std::vector<size_t> m_places;
    std::vector<qint64> m_totals;
    QSet<size_t> m_filled; ///< columns that say something in a row
    bool m_isMasking = false;
    int m_number = 0; ///< of the last row
    document::Sheet m_sheet;
};

} // namespace

ListPrint wholeList(session::Session &session, const db::ListDefinition &definition)
{
    ListPrint print;
    print.definition = &definition;
    print.title = definition.title;
    for (const db::ListColumn &column : definition.columns)
        if (column.isShown)
            print.columns.append(column.key);
    print.ids = db::ListQuery(session.database(), definition).ids();
    return print;
}

document::Sheet listSheet(session::Session &session, const ListPrint &print, TaskControl &control)
{
    if (const auto operation = session::operationByKey(print.definition->operation))
        session.require(*operation);
    return ListSheetBuilder(session, print, control).build();
}

} // namespace mishutai::desk
