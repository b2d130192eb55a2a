#include "document/layout/title_lines.h"

#include "document/layout/break_rules.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace mishutai::document {

namespace {

constexpr std::array kGoodEnds{u"联盟", u"协会", u"学会", u"商会", u"公司", u"集团", u"委员会", u"研究院", u"研究所", u"中心",
    u"园区", u"管委会", u"办公室", u"大学", u"医院", u"局", u"处", u"、"};
constexpr std::array kFairEnds{
    u"的", u"关于", u"年度", u"情况", u"工作", u"产业", u"发展", u"服务", u"建设", u"管理", u"活动", u"印发"};
constexpr std::array kGoodStarts{
    u"关于", u"年度", u"工作总结", u"工作报告", u"总结", u"报告", u"通知", u"通报", u"方案", u"计划", u"要点", u"情况", u"暨"};
constexpr std::array kBadStarts{u"的", u"和", u"与", u"及", u"等", u"了", u"者", u"性", u"化"};

template <size_t N> bool endsWithAny(QStringView text, const std::array<const char16_t *, N> &phrases)
{
    return std::any_of(
        phrases.begin(), phrases.end(), [text](const char16_t *phrase) { return text.endsWith(QStringView(phrase)); });
}

template <size_t N> bool startsWithAny(QStringView text, const std::array<const char16_t *, N> &phrases)
{
    return std::any_of(
        phrases.begin(), phrases.end(), [text](const char16_t *phrase) { return text.startsWith(QStringView(phrase)); });
}

/// How badly a break before this place tears the sense; smaller is better.
int senseCost(QStringView title, qsizetype at)
{
    const QStringView before = title.first(at);
    const QStringView after = title.sliced(at);
    int cost = 12;
    if (endsWithAny(before, kGoodEnds))
        cost -= 10;
    else if (endsWithAny(before, kFairEnds))
        cost -= 5;
    if (after.front().isDigit())
        cost -= 4;
    else if (after.front() == u'《')
        cost -= 10;
    else if (startsWithAny(after, kGoodStarts))
        cost -= 6;
    if (startsWithAny(after, kBadStarts))
        cost += 30;
    if (before.count(u'《') > before.count(u'》'))
        cost += 12;
    return std::max(cost, 0);
}

/// Lines of one length (长方形), a waist (沙漏) and a stub are to be avoided.
int shapeCost(const std::vector<qsizetype> &lengths)
{
    const auto [shortest, longest] = std::minmax_element(lengths.begin(), lengths.end());
    int cost = static_cast<int>((*longest - *shortest) * 10 / *longest);
    if (*shortest * 3 < *longest)
        cost += 10;
    if (*shortest == *longest)
        cost += 2;
    for (size_t i = 1; i + 1 < lengths.size(); ++i)
        if (lengths[i] < lengths[i - 1] && lengths[i] < lengths[i + 1])
            cost += 4;
    return cost;
}

class TitleBreaker
{
public:
    TitleBreaker(const QString &title, const std::function<bool(QStringView)> &fits);
    std::optional<QStringList> into(int lines);

private:
    void choose(qsizetype from, int lines, int cost);

    const QString &m_title;
    const std::function<bool(QStringView)> &m_fits;
    std::vector<bool> m_allowed; ///< by UTF-16 position
    std::vector<qsizetype> m_ends;
    std::vector<qsizetype> m_best;
    int m_bestCost = std::numeric_limits<int>::max();
};

TitleBreaker::TitleBreaker(const QString &title, const std::function<bool(QStringView)> &fits) : m_title(title), m_fits(fits)
{
    const std::u32string text = title.toStdU32String();
    const std::vector<bool> opportunities = breakOpportunities(text);
    for (size_t i = 0; i < text.size(); ++i) {
        m_allowed.push_back(opportunities[i]);
        if (QChar::requiresSurrogates(text[i]))
            m_allowed.push_back(false);
    }
}

void TitleBreaker::choose(qsizetype from, int lines, int cost)
{
    if (cost >= m_bestCost)
        return;
    if (lines == 1) {
        if (!m_fits(QStringView(m_title).sliced(from)))
            return;
        std::vector<qsizetype> lengths;
        qsizetype start = 0;
        m_ends.push_back(m_title.size());
        for (const qsizetype end : m_ends) {
            lengths.push_back(end - start);
            start = end;
        }
        const int total = cost + shapeCost(lengths);
        if (total < m_bestCost) {
            m_bestCost = total;
            m_best = m_ends;
        }
        m_ends.pop_back();
        return;
    }
    for (qsizetype end = from + 1; end < m_title.size() && m_fits(QStringView(m_title).sliced(from, end - from)); ++end) {
        if (!m_allowed[static_cast<size_t>(end)])
            continue;
        m_ends.push_back(end);
        choose(end, lines - 1, cost + senseCost(m_title, end));
        m_ends.pop_back();
    }
}

std::optional<QStringList> TitleBreaker::into(int lines)
{
    choose(0, lines, 0);
    if (m_best.empty())
        return std::nullopt;
    QStringList result;
    qsizetype start = 0;
    for (const qsizetype end : m_best) {
        result << m_title.sliced(start, end - start).trimmed();
        start = end;
    }
    return result;
}

/// As many characters as fit on each line, for a title beyond all reason.
QStringList breakAnywhere(const QString &title, const std::function<bool(QStringView)> &fits)
{
    QStringList lines;
    QStringView rest(title);
    while (!rest.isEmpty()) {
        qsizetype end = 1;
        while (end < rest.size() && fits(rest.first(end + 1)))
            ++end;
        lines << rest.first(end).toString();
        rest = rest.sliced(end);
    }
    return lines;
}

} // namespace

QStringList breakTitle(const QString &title, const std::function<bool(QStringView)> &fits)
{
    constexpr int kMostLines = 4;
    if (title.isEmpty() || fits(title))
        return {title};
    for (int lines = 2; lines <= kMostLines; ++lines)
        if (const auto broken = TitleBreaker(title, fits).into(lines))
            return *broken;
    return breakAnywhere(title, fits);
}

} // namespace mishutai::document
