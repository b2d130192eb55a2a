#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace mishutai::document {

/// What a piece of text is the value of. The key is opaque here; who composed the document can find the rows behind it.
struct FigureRef {
    QString key;
    bool operator==(const FigureRef &) const = default;
};

/// Text of one kind. It holds no line break; a newline is set as a blank.
struct Run {
    QString text;
    std::optional<FigureRef> figure;
    bool emphasis = false; ///< 楷体 in body text, 黑体 in a table
    bool operator==(const Run &) const = default;
};
using Runs = std::vector<Run>;

/// One run of plain text.
Runs plain(QString text);
/// The text of all runs.
QString textOf(const Runs &runs);

/// 结构层次序数. The number is never part of the text; layout and writers count.
struct Heading {
    int level = 1; ///< 1 to 4: 一、 （一） 1． （1）
    Runs runs;
    bool isNumbered = true;
    Runs runIn; ///< body text that goes on in the same paragraph after the heading; empty for a heading of its own
    bool operator==(const Heading &) const = default;
};

struct Paragraph {
    enum class Kind {
        Body, ///< first line indented by two characters
        Indicator, ///< as Body, with —— in front; the text holds no dash itself
        NoIndent ///< flush left
    };
    Runs runs;
    Kind kind = Kind::Body;
    bool operator==(const Paragraph &) const = default;
};

enum class Alignment { Left, Centre, Right };

struct Table {
    struct Column {
        int weight = 1; ///< share of the width, > 0
        Alignment alignment = Alignment::Left;
        bool operator==(const Column &) const = default;
    };
    using Row = std::vector<Runs>; ///< one entry a column

    QString caption; ///< without number; 表1, 表2 … are counted
    QString unit; ///< "单位：元" above the right edge; may be empty
    std::vector<Column> columns;
    std::vector<Row> header; ///< repeated on every page
    std::vector<Row> rows;
    QString note; ///< below the table; may be empty
    bool operator==(const Table &) const = default;
};

/// A chart whose values are whole numbers of 10^-decimals units, printed exactly.
struct Chart {
    enum class Kind { Bar, Line };
    struct Series {
        QString name;
        std::vector<std::optional<qint64>> values; ///< one a category; nothing where the value is not known
        std::vector<std::optional<FigureRef>> figures; ///< one a category, or empty
        bool operator==(const Series &) const = default;
    };

    QString caption; ///< without number; 图1, 图2 … are counted
    Kind kind = Kind::Bar;
    std::vector<QString> categories;
    std::vector<Series> series; ///< one to six; told apart by hatches and dashes, which a copier keeps
    int decimals = 0; ///< 0 to 6
    QString unit; ///< "万元"; may be empty
    bool operator==(const Chart &) const = default;
};

struct PageBreak {
    bool operator==(const PageBreak &) const = default;
};

using Block = std::variant<Heading, Paragraph, Table, Chart, PageBreak>;

/// 版记: two rules at the foot of the last page. An alliance's summary has none.
struct Imprint {
    QString copiesLabel = QStringLiteral("抄送"); ///< or 分送
    QString copiesTo; ///< ends with 。, which is added when missing; may be empty
    QString issuer; ///< 印发机关
    std::optional<QDate> issuedOn;
    bool operator==(const Imprint &) const = default;
};

/// What a page, a text or a DOCX is made of. Plain data; equal documents give equal bytes.
struct Document {
    QStringList titleLines; ///< a line that is too long is broken further, by words and in the shape of a 梯形
    QString addressee; ///< 主送; the colon at its end is added when missing; may be empty
    std::vector<Block> blocks;
    QStringList attachments; ///< names of 附件说明, without numbers
    QString signer;
    std::optional<QDate> date; ///< 成文日期
    QString remark; ///< 附注 without its brackets; may be empty
    std::optional<Imprint> imprint;
    bool numbersFirstPage = true; ///< a letter bears no number on its first page (GB/T 9704-2012, 10.1)

    QString language = QStringLiteral("zh-CN");
    QString subject; ///< for the file's properties; may be empty
    QDateTime createdAt; ///< the only instant that reaches a file; when invalid, 1970-01-01T00:00:00Z

    /// The title in one line.
    QString title() const;
};

/// Number of a heading with its mark: 一、 （二） 3． （4）. level 1 to 4, number from 1.
QString headingNumber(int level, int number);

/// Counts headings in reading order: a heading restarts the deeper levels.
class HeadingCounter
{
public:
    /// The heading's number with its mark, empty for an unnumbered one (which restarts the deeper levels too).
    QString next(const Heading &heading);

private:
    int m_counts[4] = {};
};

} // namespace mishutai::document
