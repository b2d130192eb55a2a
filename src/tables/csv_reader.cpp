#include "tables/csv_reader.h"

#include "tables/faults.h"

#include <QHash>

#include <csv.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>

namespace mishutai::tables {

namespace {

constexpr qsizetype kSniffedChars = 65'536;
constexpr int kSniffedLines = 50;
constexpr size_t kBlock = 65'536;

/// How many separators the lines of a text have, quoted parts left out.
std::vector<qsizetype> separatorsPerLine(QStringView text, QChar separator)
{
    std::vector<qsizetype> counts;
    qsizetype count = 0;
    bool isQuoted = false;
    bool isBlank = true;
    for (const QChar character : text.left(kSniffedChars)) {
        if (character == u'"')
            isQuoted = !isQuoted;
        else if (character == u'\n' && !isQuoted) {
            if (!isBlank)
                counts.push_back(count);
            count = 0;
            isBlank = true;
            if (counts.size() >= kSniffedLines)
                return counts;
            continue;
        } else if (character == separator && !isQuoted)
            ++count;
        isBlank = isBlank && character.isSpace() && character != separator;
    }
    if (!isBlank)
        counts.push_back(count);
    return counts;
}

/// Lines that agree on the commonest number of separators above zero.
qsizetype agreement(const std::vector<qsizetype> &counts)
{
    QHash<qsizetype, qsizetype> lines;
    for (const qsizetype count : counts) {
        if (count > 0)
            ++lines[count];
    }
    return lines.isEmpty() ? 0 : *std::max_element(lines.cbegin(), lines.cend());
}

struct CsvParser {
    csv_parser parser = {};
    SheetBuilder *builder = nullptr;
    int row = 1;
    int column = 1;
    std::exception_ptr failure; ///< an exception must not pass through C
};

void takeField(void *data, size_t size, void *context)
{
    auto &state = *static_cast<CsvParser *>(context);
    if (state.failure)
        return;
    try {
        state.builder->add(
            state.row, state.column, QString::fromUtf8(static_cast<const char *>(data), static_cast<qsizetype>(size)));
        ++state.column;
    } catch (...) {
        state.failure = std::current_exception();
    }
}

void takeRow(int, void *context)
{
    auto &state = *static_cast<CsvParser *>(context);
    ++state.row;
    state.column = 1;
}

int isLineEnd(unsigned char character)
{
    return character == '\n' ? 1 : 0;
}

int isPadding(unsigned char)
{
    return 0; // spaces belong to the text
}

[[noreturn]] void failAtQuote(const CsvParser &state, const QString &fileName)
{
    throw unreadable(fileName, Texts::tr("引号不成对"), Texts::tr("从这一格起，双引号没有配对，后面的文字分不清属于哪一格"),
        Texts::tr("请补上或删去这一格里的双引号；文字里的双引号要写成两个"), state.row, state.column);
}

/// Excel's own way to name the separator; the line still counts as row 1.
std::optional<char> namedSeparator(QStringView firstLine)
{
    const QStringView line = firstLine.trimmed();
    if (line.size() == 5 && line.startsWith(u"sep=", Qt::CaseInsensitive) && line[4].unicode() < 0x80)
        return line[4].toLatin1();
    if (firstLine.startsWith(u"sep=\t", Qt::CaseInsensitive))
        return '\t';
    return std::nullopt;
}

} // namespace

char sniffSeparator(QStringView text)
{
    char best = ',';
    qsizetype bestAgreement = 0;
    for (const char separator : std::array{',', '\t', ';'}) {
        const qsizetype lines = agreement(separatorsPerLine(text, QLatin1Char(separator)));
        if (lines > bestAgreement) {
            best = separator;
            bestAgreement = lines;
        }
    }
    return best;
}

Sheet readCsv(
    const QString &source, const QString &encoding, const QString &fileName, const ReadBudget &budget, TaskControl &control)
{
    QString text = source;
    if (text.contains(u'\r'))
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');

    SheetBuilder builder(budget, fileName, control);
    CsvParser state;
    state.builder = &builder;
    qsizetype lineEnd = text.indexOf(u'\n');
    if (lineEnd < 0)
        lineEnd = text.size();
    const std::optional<char> named = namedSeparator(QStringView(text).left(lineEnd));
    const QByteArray bytes = (named ? text.mid(lineEnd) : text).toUtf8();

    csv_init(&state.parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    const std::unique_ptr<csv_parser, void (*)(csv_parser *)> freed(&state.parser, csv_free);
    csv_set_delim(&state.parser, static_cast<unsigned char>(named.value_or(sniffSeparator(text))));
    csv_set_term_func(&state.parser, isLineEnd);
    csv_set_space_func(&state.parser, isPadding);
    // By default a long cell grows by 128 bytes at a time, which is quadratic where realloc copies.
    csv_set_blk_size(&state.parser, kBlock);

    for (size_t done = 0, size = static_cast<size_t>(bytes.size()); done < size;) {
        const size_t count = std::min(kBlock, size - done);
        const size_t parsed = csv_parse(&state.parser, bytes.constData() + done, count, takeField, takeRow, &state);
        if (state.failure)
            std::rethrow_exception(state.failure);
        if (parsed != count)
            failAtQuote(state, fileName);
        done += count;
    }
    if (csv_fini(&state.parser, takeField, takeRow, &state) != 0)
        failAtQuote(state, fileName);
    if (state.failure)
        std::rethrow_exception(state.failure);
    return builder.take({}, encoding);
}

namespace {

/// Offset past a quoted cell that begins at `at`, or -1 when the quote there is only a character.
qsizetype quotedCellEnd(QStringView text, qsizetype at)
{
    for (qsizetype next = at + 1; next < text.size(); ++next) {
        if (text[next] != u'"')
            continue;
        const bool isLast = next + 1 == text.size();
        if (!isLast && text[next + 1] == u'"')
            ++next;
        else
            return isLast || text[next + 1] == u'\t' || text[next + 1] == u'\n' ? next + 1 : -1;
    }
    return -1;
}

} // namespace

Sheet readTabbed(const QString &source, const ReadBudget &budget)
{
    QString text = source;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    SheetBuilder builder(budget, Texts::tr("粘贴的内容"), TaskControl::silent());
    int row = 1;
    int column = 1;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype quotedEnd = text[at] == u'"' ? quotedCellEnd(text, at) : -1;
        qsizetype end = quotedEnd;
        if (quotedEnd < 0) {
            end = at;
            while (end < text.size() && text[end] != u'\t' && text[end] != u'\n')
                ++end;
        }
        QString cell = quotedEnd < 0 ? text.mid(at, end - at)
                                     : text.mid(at + 1, end - at - 2).replace(QStringLiteral("\"\""), QStringLiteral("\""));
        builder.add(row, column, std::move(cell));
        const bool endsRow = end >= text.size() || text[end] == u'\n';
        row += endsRow ? 1 : 0;
        column = endsRow ? 1 : column + 1;
        at = end + 1;
    }
    return builder.take({}, QStringLiteral("clipboard"));
}

} // namespace mishutai::tables
