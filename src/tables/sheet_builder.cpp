#include "tables/sheet_builder.h"

#include "tables/faults.h"

#include <algorithm>

namespace mishutai::tables {

namespace {

/// More of one kind tell a person nothing new, and a hostile file would fill the memory with them. A cell whose text is not what
/// was meant is never passed over.
constexpr size_t kMostWarnings = 200;
constexpr size_t kMostFaults = 200'000;
constexpr qsizetype kShownOfLong = 100;
constexpr int kRowsBetweenReports = 1'000;

bool isControl(QChar character)
{
    return (character < QChar(0x20) && character != u'\t' && character != u'\n') || character == QChar(0x7F);
}

/// Characters that turn the direction of what follows, so that a name reads as another. (Unicode TR 9)
bool turnsDirection(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/// ="0012": how banks keep a spreadsheet from rounding a code. It holds a text and calculates nothing.
bool isTextFormula(QStringView text)
{
    return text.size() >= 3 && text.startsWith(u"=\"") && text.endsWith(u'"') && !text.mid(2, text.size() - 3).contains(u'"');
}

/// What a spreadsheet writes where a formula failed; in a CSV and in pasted values nothing else tells.
bool isErrorValue(QStringView text)
{
    constexpr QStringView kValues[]
        = {u"#N/A", u"#REF!", u"#VALUE!", u"#NAME?", u"#DIV/0!", u"#NULL!", u"#NUM!", u"#SPILL!", u"#CALC!", u"#GETTING_DATA"};
    const QStringView value = text.trimmed();
    return value.startsWith(u'#') && std::any_of(std::begin(kValues), std::end(kValues), [value](QStringView each) {
        return value.compare(each, Qt::CaseInsensitive) == 0;
    });
}

bool isHalf(QStringView text, qsizetype at)
{
    if (text[at].isHighSurrogate())
        return at + 1 >= text.size() || !text[at + 1].isLowSurrogate();
    return text[at].isLowSurrogate() && (at == 0 || !text[at - 1].isHighSurrogate());
}

bool isBroken(QStringView text, qsizetype at)
{
    return text[at].isNull() || text[at] == QChar::ReplacementCharacter || isHalf(text, at);
}

} // namespace

SheetBuilder::SheetBuilder(const ReadBudget &budget, QString fileName, TaskControl &control)
    : m_budget(budget), m_fileName(std::move(fileName)), m_control(control)
{
}

void SheetBuilder::add(int row, int column, QString text)
{
    if (m_sheet.rows.empty() || m_sheet.rows.back().number != row)
        openRow(row);
    if (column > m_budget.columns)
        throw unreadable(m_fileName, Texts::tr("表格太宽"), Texts::tr("一行最多%1列").arg(m_budget.columns),
            Texts::tr("请删去多余的列再试"), row, column);
    if (text.size() > m_budget.cellChars) {
        warn(row, column, QStringLiteral("long"),
            Texts::tr("单元格里的文字太长，一个单元格最多%1个字；请看这一格是否漏了引号，或把长文放进附件")
                .arg(m_budget.cellChars));
        text = text.left(kShownOfLong);
    }

    text = cleaned(std::move(text), row, column);
    if (isErrorValue(text))
        warnOfError(row, column, text);
    std::vector<QString> &cells = m_sheet.rows.back().cells;
    if (column <= static_cast<int>(cells.size()))
        cells[static_cast<size_t>(column - 1)] = std::move(text);
    else {
        const int added = column - static_cast<int>(cells.size());
        if (m_budget.cells - m_cells < added)
            throw unreadable(m_fileName, Texts::tr("表格太大"), Texts::tr("一次最多读%1个单元格").arg(m_budget.cells),
                Texts::tr("请分成几个文件导入，或删去多余的行和列"), row);
        m_cells += added;
        cells.resize(static_cast<size_t>(column));
        cells.back() = std::move(text);
    }
}

void SheetBuilder::openRow(int number)
{
    if (number < 1 || number > m_budget.rows)
        throw unreadable(m_fileName, Texts::tr("表格太大"), Texts::tr("一个表格最多%1行").arg(m_budget.rows),
            Texts::tr("请分成几个文件导入"), number);
    closeRow();
    if (!m_sheet.rows.empty() && number <= m_sheet.rows.back().number)
        throw unreadable(m_fileName, Texts::tr("表格已经损坏"), Texts::tr("行的次序是乱的"),
            Texts::tr("请用WPS或Excel打开，另存为新的文件再试"), number);
    m_sheet.rows.push_back(Row{number, {}});
    if (m_sheet.rows.size() % kRowsBetweenReports == 0) {
        m_control.throwIfCancelled();
        m_control.progress(static_cast<qint64>(m_sheet.rows.size()), 0, Texts::tr("读取表格"));
    }
}

void SheetBuilder::closeRow()
{
    if (m_sheet.rows.empty())
        return;
    const std::vector<QString> &cells = m_sheet.rows.back().cells;
    const bool isBlank = std::all_of(cells.begin(), cells.end(), [](const QString &text) { return text.trimmed().isEmpty(); });
    if (isBlank) {
        m_cells -= static_cast<int>(cells.size());
        m_sheet.rows.pop_back();
    }
}

QString SheetBuilder::cleaned(QString text, int row, int column)
{
    if (text.contains(u'\r'))
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    bool isUnreadable = false;
    bool hasControl = false;
    bool hasDirection = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar character = text[at];
        isUnreadable = isUnreadable || isBroken(text, at);
        hasControl = hasControl || (isControl(character) && !character.isNull());
        hasDirection = hasDirection || turnsDirection(character);
    }
    if (isUnreadable) {
        QString readable;
        for (qsizetype at = 0; at < text.size(); ++at)
            readable += isBroken(text, at) ? QString() : QString(text[at]);
        text = readable;
        warn(row, column, QStringLiteral("unreadable"),
            Texts::tr("单元格里有读不出来的字符，请在WPS或Excel里重新填写这一格，再另存一次"));
    }
    if (hasControl) {
        text.removeIf(isControl);
        warn(row, column, QStringLiteral("control"), Texts::tr("去掉了看不见的控制字符"));
    }
    if (isTextFormula(text))
        text = text.mid(2, text.size() - 3);
    if (hasDirection)
        warn(row, column, QStringLiteral("bidi"), Texts::tr("有改变文字方向的字符，看到的次序可能与实际不同"));
    return text;
}

void SheetBuilder::warn(int row, int column, const QString &code, const QString &message)
{
    SheetWarning warning{row, column, code, message};
    if (warning.isFault() && ++m_faults > kMostFaults)
        throw unreadable(m_fileName, Texts::tr("表格里坏的格太多，没有读"), message, remedyOfOthers(), row, column);
    if (warning.isFault() || ++m_warnings <= kMostWarnings)
        m_sheet.warnings.push_back(std::move(warning));
}

void SheetBuilder::warnOfError(int row, int column, const QString &value)
{
    if (m_errorRow == row && m_errorColumn == column)
        return;
    m_errorRow = row;
    m_errorColumn = column;
    warn(row, column, QStringLiteral("error"),
        Texts::tr("这一格是公式的错误值%1，请在WPS或Excel里改好或清空，再导入").arg(value.trimmed()));
}

void SheetBuilder::addMerged(MergedRange range)
{
    if (static_cast<int>(m_sheet.merged.size()) < m_budget.columns)
        m_sheet.merged.push_back(range);
}

bool SheetBuilder::hasText()
{
    closeRow();
    return !m_sheet.rows.empty();
}

Sheet SheetBuilder::take(const QString &name, const QString &encoding)
{
    closeRow();
    if (m_sheet.rows.empty())
        throw unreadable(m_fileName, Texts::tr("表格是空的"), Texts::tr("文件里没有任何文字"), Texts::tr("请检查选的文件对不对"));
    m_sheet.name = name;
    m_sheet.encoding = encoding;
    return std::move(m_sheet);
}

} // namespace mishutai::tables
