#include "desk/board.h"

#include "base/error.h"
#include "metrics/wording.h"

#include <QCoreApplication>

namespace mishutai::desk {

namespace {

using metrics::MetricQuery;

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

class BoardMaker
{
public:
    BoardMaker(const metrics::MetricSource &metrics, QDate asOf)
        : m_metrics(metrics), m_asOf(asOf), m_year(Period::range(QDate(asOf.year(), 1, 1), asOf)),
          m_month(Period::range(QDate(asOf.year(), asOf.month(), 1), asOf))
    {
        m_board.asOf = asOf;
    }

    /// Adds a figure and its clause of the sentence; one that the user may not see adds nothing.
    void add(const QString &label, const MetricQuery &query, const QString &format, const QString &remark, const QString &clause)
    {
        const QString text = textOf(query, format);
        if (text.isEmpty())
            return;
        m_board.figures.push_back({label, text, remark, query});
        m_clauses.append(clause.arg(text));
    }

    QString textOf(const MetricQuery &query, const QString &format) const
    {
        try {
            const metrics::MetricValue value = m_metrics.value(query);
            return value.isEmpty ? QString() : metrics::word(value, format);
        } catch (const Error &error) {
            if (error.kind() != Error::Kind::Forbidden)
                throw;
            return {};
        }
    }

    MetricQuery inYear(const QString &metric) const { return {metric, m_year, {}}; }
    MetricQuery inMonth(const QString &metric) const { return {metric, m_month, {}}; }

    Board finish(bool keepsBooks)
    {
        if (keepsBooks)
            m_board.note = unpostedNote(m_metrics, m_year);
        m_board.sentence = tr("截至%1").arg(chineseDate(m_asOf)) + m_clauses.join("，") + "。";
        return std::move(m_board);
    }

private:
    const metrics::MetricSource &m_metrics;
    QDate m_asOf;
    Period m_year;
    Period m_month;
    Board m_board;
    QStringList m_clauses;
};

} // namespace

Board board(const metrics::MetricSource &metrics, office::OfficeKind kind, QDate asOf)
{
    BoardMaker maker(metrics, asOf);
    const QString member = office::word(office::Word::Member, kind);
    maker.add(member, maker.inYear("members.count"), {},
        tr("比上年同期净增%1").arg(maker.textOf(maker.inYear("members.net_growth"), {})), member + "%1");
    if (office::keepsBooks(kind)) {
        maker.add(tr("本年会费"), maker.inYear("finance.income.dues"), "万元",
            tr("本年收入%1").arg(maker.textOf(maker.inYear("finance.income.total"), "万元")), tr("本年会费已缴%1"));
        maker.add(tr("账户余额"), maker.inYear("finance.cash"), "万元",
            tr("本年支出%1").arg(maker.textOf(maker.inYear("finance.expense.total"), "万元")), tr("账户余额%1"));
    }
    maker.add(tr("本年活动"), maker.inYear("activities.count"), {},
        tr("本月%1").arg(maker.textOf(maker.inMonth("activities.count"), {})), tr("本年活动%1"));
    maker.add(tr("服务"), maker.inYear("casework.services"), {},
        tr("超期未%1%2").arg(office::word(office::Word::CloseCase, kind), maker.textOf(maker.inYear("casework.overdue"), {})),
        tr("服务%1"));
    return maker.finish(office::keepsBooks(kind));
}

QString unpostedNote(const metrics::MetricSource &metrics, const Period &period)
{
    try {
        const metrics::MetricValue open = metrics.value({"finance.unposted", period, {}});
        return open.isEmpty || open.isZero() ? QString() : tr("另有%1收支未入账，数字里没有计入").arg(metrics::word(open, {}));
    } catch (const Error &error) {
        if (error.kind() != Error::Kind::Forbidden)
            throw;
        return {};
    }
}

std::vector<BoardFigure> proposals(const metrics::MetricSource &metrics, office::OfficeKind kind, QDate asOf)
{
    const Period year = Period::range(QDate(asOf.year(), 1, 1), asOf);
    std::vector<BoardFigure> found;
    const auto propose = [&](const QString &metric, const QString &sentence) {
        const MetricQuery query{metric, year, {}};
        try {
            const metrics::MetricValue count = metrics.value(query);
            const QString text = metrics::word(count, {});
            if (!count.isEmpty && !count.isZero())
                found.push_back({sentence.arg(text), text, {}, query});
        } catch (const Error &error) {
            if (error.kind() != Error::Kind::Forbidden)
                throw;
        }
    };
    if (office::keepsBooks(kind))
        propose("members.dues_unpaid", tr("%1会员连续两年没有缴会费，可提请审议暂停会员资格或除名（只提醒，不会自动改）"));
    if (kind != office::OfficeKind::Alliance) {
        propose("units.may_rise", tr("%1企业营业收入已到2000万元，还没有登记为规上，可以申报升规（只提醒，不会自动改）"));
        propose("units.may_fall", tr("%1规上企业营业收入不到2000万元，可能退规（只提醒，不会自动改）"));
    }
    return found;
}

QDate boardDay(const metrics::MetricSource &metrics, QDate today)
{
    const metrics::MetricValue year = metrics.value({"desk.latest_record", Period::range(today, today), {}});
    return year.isEmpty || year.raw >= today.year() ? today : QDate(static_cast<int>(year.raw), 12, 31);
}

std::vector<qint64> monthlyMembers(const metrics::MetricSource &metrics, QDate asOf)
{
    const Period year = Period::range(QDate(asOf.year(), 1, 1), asOf);
    std::vector<qint64> counts(static_cast<size_t>(asOf.month()), metrics.value({"members.count", year, {}}).raw);
    const auto takeBack = [&](const QString &metric, int step) {
        for (const metrics::MetricRow &row : metrics.rows({metric, year, {}}, 0)) {
            for (int month = 1; month < row.onDate.month(); ++month)
                counts[static_cast<size_t>(month) - 1] += step;
        }
    };
    takeBack("members.joined", -1);
    takeBack("members.left", +1);
    return counts;
}

std::vector<qint64> monthlyFen(const metrics::MetricSource &metrics, const QString &metric, QDate asOf)
{
    std::vector<qint64> months;
    for (int month = 1; month <= asOf.month(); ++month)
        months.push_back(metrics.value({metric, Period::month(asOf.year(), month), {}}).raw);
    return months;
}

} // namespace mishutai::desk
