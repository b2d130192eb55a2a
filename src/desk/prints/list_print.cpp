#include "desk/prints/list_print.h"

#include "db/list_query.h"
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
        return std::move(m_sheet);
    }

private:
    const db::ListColumn &column(size_t place) const { return m_print.definition->columns[place]; }

    void addFrame()
    {
        const QDate today = m_session.clock().today();
        const std::optional<office::OfficeProfile> office = office::OfficeProfileService(m_session).find();
        m_sheet.title = m_print.title;
        const QString count = tr("共 %1 条").arg(m_print.ids.size());
        m_sheet.above = m_print.filters.isEmpty() ? count : tr("%1；%2").arg(m_print.filters, count);
        m_sheet.aboveRight = today.toString(Qt::ISODate);
        m_sheet.foot = office ? office->details.name : QString();
        m_sheet.widths = document::Sheet::Widths::Content;
        m_sheet.createdAt = QDateTime(today, QTime(0, 0), Qt::UTC);
        m_sheet.columns.assign(m_places.size() + 1, 1);
        document::SheetRow head{{{tr("序号"), 1, Alignment::Centre, true}}};
        for (const size_t place : m_places)
            head.cells.push_back({column(place).title, 1, Alignment::Centre, true});
        m_sheet.head = {head};
    }

    void addRows()
    {
        const db::ListQuery query(m_session.database(), *m_print.definition);
        int number = 0;
        for (size_t first = 0; first < m_print.ids.size(); first += kBlock) {
            m_control.throwIfCancelled();
            m_control.progress(static_cast<qint64>(first), static_cast<qint64>(m_print.ids.size()), tr("读取列表"));
            const auto begin = m_print.ids.begin() + static_cast<qsizetype>(first);
            const auto end = m_print.ids.begin() + static_cast<qsizetype>(std::min(first + kBlock, m_print.ids.size()));
            for (const db::ListRow &row : query.rows({begin, end}))
                addRow(row, ++number);
        }
    }

    void addRow(const db::ListRow &row, int number)
    {
        document::SheetRow cells{{{QString::number(number), 1, Alignment::Centre, false}}};
        for (const size_t place : m_places) {
            const db::ListColumn &one = column(place);
            QString text = cellText(one, row.cells[place]);
            if (one.isPersonal && m_isMasking)
                text = masked(text);
            cells.cells.push_back({text, 1, isNumber(one.type) ? Alignment::Right : Alignment::Left, false});
            m_totals[place] += row.cells[place].toLongLong();
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
    bool m_isMasking = false;
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
