#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace mishutai::reports {

/// What stands between {{ and }} (grammar: docs/report-templates.md).
struct Field {
    enum class Source { Metric, Row, Office, Year, Period, Given };
    Source source = Source::Metric;
    QString name{}; ///< metric, column of the row, key of the office's profile, or "member.name", "ask.place" of a letter
    int yearShift = 0; ///< @-1y; for Year what is added
    std::vector<std::pair<QString, QString>> filters; ///< values as written; "row.label" speaks of the row
    QStringList formats;
    int line = 0;
};

/// A piece of a sentence: literal text, a field, or an optional part in [[ ]].
struct Piece {
    enum class Kind { Literal, Field, Optional };
    Kind kind = Kind::Literal;
    QString text{};
    Field field{};
    std::vector<Piece> parts;
};
using Sentence = std::vector<Piece>;

struct Condition {
    enum class Operator { IsPresent, IsAbsent, Above, Below, AtLeast, AtMost, Equal };
    Field field{};
    Operator op = Operator::IsPresent;
    QString number{}; ///< in the metric's unit
};

/// One row of a table or chart in the template.
struct TemplateRow {
    std::vector<Sentence> cells;
    bool isOptional = false;
    int line = 0;
};

struct Node {
    enum class Kind { Heading, Paragraph, Indicator, If, Each, Table, BarChart, LineChart };
    Kind kind = Kind::Paragraph;
    int line = 0;
    int level = 0; ///< of a heading
    Sentence text{}; ///< heading, paragraph, indicator; caption of a table or chart
    QString unit{}; ///< of a table or chart: what follows 单位：
    Condition condition{}; ///< If
    Field rows{}; ///< Each
    int limit = 0; ///< Each; 0 for all
    std::vector<Node> children{}; ///< If, Each
    std::vector<Node> otherwise{}; ///< If
    TemplateRow head{}; ///< table, chart
    std::vector<TemplateRow> body{}; ///< table, chart
};

/// What the one who makes a letter is asked for; its answer is the field ask.KEY.
struct Question {
    QString key;
    QString label; ///< 「地点」
    bool isOptional = false;
};

/// A template as read: our own sentences with fields, conditions and loops.
struct Template {
    QString fileName;
    QString name{};
    QStringList kinds{}; ///< codes of the kinds of office that may make it; empty: all
    bool isYearly = false; ///< whole years only
    QString label{}; ///< what people call it: 邀请函; of a letter
    std::vector<Question> questions{}; ///< of a letter
    std::vector<Sentence> titleLines;
    Sentence addressee;
    Sentence signer;
    Sentence remark;
    std::vector<Node> nodes;

    /// @throws Error Validation with file and line for anything that the grammar does not know
    static Template parse(const QString &text, const QString &fileName);
};

/// Every field of a template, conditions and optional parts too, in reading order.
std::vector<Field> fieldsOf(const Template &source);

/// @throws Error Validation with file and line
Sentence parseSentence(const QString &text, const QString &fileName, int line);
Field parseField(const QString &text, const QString &fileName, int line);
Condition parseCondition(const QString &text, const QString &fileName, int line);

} // namespace mishutai::reports
