#include "tables/header.h"

#include "base/chinese/text.h"
#include "tables/column_key.h"
#include "tables/faults.h"
#include "tables/known_titles.h"

#include <QSet>

#include <algorithm>

namespace mishutai::tables {

namespace {

constexpr size_t kSearchedRows = 20;

/// A row, or two rows taken together, read as a header.
struct Candidate {
    size_t lowerRow = 0;
    QStringList titles; ///< by column, for people
    std::vector<std::optional<size_t>> specs; ///< by column
    std::vector<bool> isApart; ///< by column: matched apart from an earlier column of the same title
    int score = 0; ///< specs met
};

void rate(Candidate &candidate)
{
    QSet<size_t> met;
    for (const std::optional<size_t> &spec : candidate.specs) {
        if (spec)
            met.insert(*spec);
    }
    candidate.score = static_cast<int>(met.size());
}

Candidate singleRow(const Sheet &sheet, size_t row, const KnownTitles &known)
{
    Candidate candidate;
    candidate.lowerRow = row;
    for (const QString &cell : sheet.rows[row].cells) {
        candidate.titles << cell.trimmed();
        candidate.specs.push_back(cell.trimmed().isEmpty() ? std::nullopt : known.find(cell));
    }
    rate(candidate);
    return candidate;
}

/// Text of the upper header row over a column, spread over the range that it is merged with.
QString upperText(const Sheet &sheet, const Row &upper, int column)
{
    for (const MergedRange &range : sheet.merged) {
        if (range.firstRow == upper.number && column + 1 >= range.firstColumn && column + 1 <= range.lastColumn)
            return upper.text(range.firstColumn - 1).trimmed();
    }
    return upper.text(column).trimmed();
}

Candidate twoRows(const Sheet &sheet, size_t lowerRow, const KnownTitles &known)
{
    const Row &upper = sheet.rows[lowerRow - 1];
    const Row &lower = sheet.rows[lowerRow];
    Candidate candidate;
    candidate.lowerRow = lowerRow;
    const auto width = static_cast<int>(std::max(upper.cells.size(), lower.cells.size()));
    for (int column = 0; column < width; ++column) {
        const QString own = lower.text(column).trimmed();
        const QString above = own.isEmpty() ? upper.text(column).trimmed() : upperText(sheet, upper, column);
        std::optional<size_t> spec = (above + own).isEmpty() ? std::nullopt : known.find(above + own);
        const bool isJoined = spec.has_value();
        if (!spec && !own.isEmpty())
            spec = known.find(own);
        candidate.titles << (isJoined || own.isEmpty() ? above + own : own);
        candidate.specs.push_back(spec);
    }
    rate(candidate);
    return candidate;
}

/// The row that meets most columns; where none meets any, the first that looks like a header.
Candidate findHeader(const Sheet &sheet, const KnownTitles &known)
{
    Candidate best;
    std::optional<size_t> guess;
    for (size_t row = 0; row < std::min(sheet.rows.size(), kSearchedRows); ++row) {
        Candidate single = singleRow(sheet, row, known);
        const auto texts
            = std::count_if(single.titles.begin(), single.titles.end(), [](const QString &text) { return !text.isEmpty(); });
        if (!guess && texts > 1)
            guess = row;
        if (single.score > best.score)
            best = std::move(single);
        if (row > 0 && sheet.rows[row - 1].number + 1 == sheet.rows[row].number) {
            Candidate joined = twoRows(sheet, row, known);
            if (joined.score > best.score)
                best = std::move(joined);
        }
    }
    return best.score > 0 || sheet.rows.empty() ? best : singleRow(sheet, guess.value_or(0), known);
}

/// Columns of one title that were matched apart.
void takeApart(Candidate &header, const KnownTitles &known)
{
    header.isApart.assign(header.specs.size(), false);
    for (size_t column = 0; column < header.specs.size(); ++column) {
        const auto at = static_cast<int>(column);
        const bool isSecond = !header.titles.value(at).isEmpty() && ordinalOfTitle(header.titles, at) > 1;
        const std::optional<size_t> spec = isSecond ? known.findApart(header.titles, at) : std::nullopt;
        if (!spec)
            continue;
        header.specs[column] = spec;
        header.isApart[column] = true;
    }
}

bool isCounter(const QString &title)
{
    static const QSet<QString> counters{"序号", "编号", "行号", "no", "no.", "№", "#"};
    return counters.contains(titleKey(title)) || titleKey(title) == titleKey(reasonTitle());
}

/// Why a row below the header is no record; empty when it is one.
QString reasonToSkip(const Row &row, const Candidate &header, const KnownTitles &known)
{
    static const QSet<QString> totals{"合计", "总计", "小计", "共计", "累计", "本页合计", "本页小计"};
    static const QStringList notes{
        "注:", "备注:", "说明:", "填表人", "填报人", "制表", "审核人", "负责人:", "单位(盖章", "填报单位", "填表日期"};
    bool isHeaderAgain = header.score > 0;
    for (size_t column = 0; column < header.specs.size() && isHeaderAgain; ++column) {
        const auto at = static_cast<int>(column);
        isHeaderAgain = !header.specs[column]
            || (header.isApart[column] ? titleKey(row.text(at)) == titleKey(header.titles.value(at))
                                       : known.find(row.text(at)) == header.specs[column]);
    }
    if (isHeaderAgain)
        return Texts::tr("重复的表头");

    int seen = 0;
    for (const QString &cell : row.cells) {
        const QString key = normalized(cell);
        if (key.isEmpty())
            continue;
        const bool isNote = seen == 0 && key.contains(u':')
            && std::any_of(notes.begin(), notes.end(), [&key](const QString &note) { return key.startsWith(note); });
        if (isNote)
            return Texts::tr("表尾说明");
        if (totals.contains(titleKey(cell)))
            return Texts::tr("合计");
        if (++seen == 2)
            break;
    }
    return {};
}

void sortRows(const Sheet &sheet, const Candidate &header, const KnownTitles &known, HeaderMatch &match)
{
    for (size_t index = header.lowerRow + 1; index < sheet.rows.size(); ++index) {
        const QString reason = reasonToSkip(sheet.rows[index], header, known);
        if (reason.isEmpty())
            match.records.push_back(index);
        else
            match.skipped.push_back(SkippedRow{sheet.rows[index].number, reason});
    }
}

/// Cells merged downwards say the same of every row that they cover.
void fillMerged(const Sheet &sheet, HeaderMatch &match)
{
    for (const MergedRange &range : sheet.merged) {
        if (range.firstRow <= match.headerRow || range.lastRow <= range.firstRow)
            continue;
        const auto first = std::ranges::find(sheet.rows, range.firstRow, &Row::number);
        const QString text = first == sheet.rows.end() ? QString() : first->text(range.firstColumn - 1);
        if (text.trimmed().isEmpty())
            continue;
        match.warnings.push_back(SheetWarning{range.firstRow, range.firstColumn, QStringLiteral("merged"),
            Texts::tr("第%1到第%2行是合并的单元格，都按第一行的文字").arg(range.firstRow).arg(range.lastRow)});
        const int last = std::min(range.lastRow, sheet.rows.back().number);
        for (int row = range.firstRow + 1; row <= last; ++row)
            match.merged.insert({row, range.firstColumn - 1}, text);
    }
}

bool hasTextBelow(const Sheet &sheet, const HeaderMatch &match, int column)
{
    return std::any_of(match.records.begin(), match.records.end(),
        [&](size_t index) { return !sheet.rows[index].text(column).trimmed().isEmpty(); });
}

/// Columns with a known title. Titles of one meaning choose first; one of several takes the first that is free.
void takeKnown(const Candidate &header, const std::vector<ColumnSpec> &specs, const KnownTitles &known, HeaderMatch &match)
{
    for (const bool isClear : {true, false}) {
        for (size_t column = 0; column < header.specs.size(); ++column) {
            const auto at = static_cast<int>(column);
            const std::optional<size_t> apart = known.findApart(header.titles, at);
            const std::vector<size_t> meanings = apart ? std::vector{*apart} : known.meanings(header.titles[at]);
            if (!header.specs[column] || (meanings.size() == 1) != isClear)
                continue;
            const auto free
                = std::ranges::find_if(meanings, [&](size_t spec) { return !match.columns.contains(specs[spec].key); });
            if (free != meanings.end())
                match.columns[specs[*free].key] = at;
        }
    }
}

/// The others: each is taken by a guess, passed over, or unknown.
void assignRest(const Sheet &sheet, const Candidate &header, const std::vector<ColumnSpec> &specs, const KnownTitles &known,
    HeaderMode mode, HeaderMatch &match)
{
    const QList<int> taken = match.columns.values();
    size_t width = header.specs.size();
    for (const size_t index : match.records)
        width = std::max(width, sheet.rows[index].cells.size());
    for (int column = 0; column < static_cast<int>(width); ++column) {
        const QString title = header.titles.value(column);
        const bool isIgnored = !title.isEmpty() && known.isIgnored(header.titles, column);
        if (taken.contains(column) || isIgnored)
            continue;
        const std::optional<size_t> spec = known.find(title);
        const std::optional<size_t> guess = spec || isCounter(title) ? std::nullopt : known.guess(title, match.columns);
        if (guess && mode == HeaderMode::Lenient) {
            match.columns[specs[*guess].key] = column;
            match.guessed.insert(column);
        } else if (spec || (title.isEmpty() ? hasTextBelow(sheet, match, column) : !isCounter(title))) {
            const std::optional<size_t> likely = spec ? spec : guess;
            match.unknown.push_back(UnknownColumn{column, title, likely ? specs[*likely].title : known.nearest(title)});
        }
    }
}

void assignColumns(const Sheet &sheet, const Candidate &header, const std::vector<ColumnSpec> &specs, const KnownTitles &known,
    HeaderMode mode, HeaderMatch &match)
{
    takeKnown(header, specs, known, match);
    assignRest(sheet, header, specs, known, mode, match);
    for (const ColumnSpec &spec : specs) {
        if (spec.required && !match.columns.contains(spec.key))
            match.missing << spec.title;
    }
}

[[noreturn]] void refuseUnknown(
    const HeaderMatch &match, const UnknownColumn &first, const KnownTitles &known, const QString &fileName)
{
    const QString name = first.title.isEmpty() ? Texts::tr("没有标题的列") : Texts::tr("“%1”").arg(first.title);
    const bool isDouble = known.find(first.title).has_value();
    QString problem = isDouble ? Texts::tr("有两列都是“%1”").arg(first.nearest) : Texts::tr("不认识的列：%1").arg(name);
    QString remedy = Texts::tr("请删去这一列，或把标题改成模板里的名称");
    if (!isDouble && !first.nearest.isEmpty())
        remedy = Texts::tr("是不是“%1”？请改标题，或删去这一列").arg(first.nearest);
    Error error(Error::Kind::Validation, problem, Texts::tr("导入只认模板里的列，免得有数据没有导入而不知道"), remedy);
    error.withPlace(FilePlace{fileName, match.headerRow, first.column + 1, first.title});
    throw error;
}

} // namespace

QString titleKey(const QString &title)
{
    QString key = normalized(title);
    for (const char *decoration : {"*", "(必填)", "(选填)", "(可选)"})
        key.remove(QString::fromUtf8(decoration));
    while (key.endsWith(u':'))
        key.chop(1);
    return key;
}

QString reasonTitle()
{
    return Texts::tr("没有导入的原因");
}

HeaderMatch matchHeader(const Sheet &sheet, const std::vector<ColumnSpec> &specs, HeaderMode mode, const QString &fileName,
    const QHash<QString, QString> &chosen)
{
    const KnownTitles known(specs, chosen);
    Candidate header = findHeader(sheet, known);
    takeApart(header, known);
    HeaderMatch match;
    match.headerRow = sheet.rows.empty() ? 0 : sheet.rows[header.lowerRow].number;
    match.titles = header.titles;
    sortRows(sheet, header, known, match);
    fillMerged(sheet, match);
    assignColumns(sheet, header, specs, known, mode, match);
    if (mode == HeaderMode::Lenient)
        return match;
    const auto refused = std::ranges::find_if(match.unknown,
        [&](const UnknownColumn &column) { return mode == HeaderMode::Strict || known.find(column.title).has_value(); });
    if (refused != match.unknown.end())
        refuseUnknown(match, *refused, known, fileName);
    if (!match.missing.isEmpty())
        throw unreadable(fileName, Texts::tr("缺少必填的列：%1").arg(match.missing.join(QStringLiteral("、"))),
            Texts::tr("表头里没有这些标题"), Texts::tr("请补上这些列，或用导出的模板填写"), match.headerRow);
    return match;
}

} // namespace mishutai::tables
