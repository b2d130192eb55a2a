#include "reports/template.h"

#include "base/error.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mishutai::reports {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Reports", text);
}

[[noreturn]] void refuse(const QString &cause, const QString &fileName, int line, qsizetype column = 0)
{
    throw Error(Error::Kind::Validation, translated("模板有误，没有生成文稿"), cause,
        translated("按 docs/report-templates.md 的写法改正后重试"))
        .withPlace({fileName, line, static_cast<int>(column), {}});
}

std::vector<std::pair<QString, QString>> parseFilters(const QString &text, const QString &fileName, int line)
{
    std::vector<std::pair<QString, QString>> filters;
    for (const QString &part : text.split(',', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf('=');
        if (equals <= 0)
            refuse(translated("筛选条件「%1」应写成「名称=值」").arg(part.trimmed()), fileName, line);
        filters.emplace_back(part.left(equals).trimmed(), part.mid(equals + 1).trimmed());
    }
    return filters;
}

QStringList formatsOf(const QString &text)
{
    QStringList formats;
    for (const QString &format : text.split('|', Qt::SkipEmptyParts))
        formats.append(format.trimmed());
    return formats;
}

/// Reads pieces up to the end, or up to ]] inside an optional part.
class SentenceReader
{
public:
    SentenceReader(const QString &text, const QString &fileName, int line) : m_text(text), m_fileName(fileName), m_line(line) { }

    Sentence read(bool isInside)
    {
        Sentence sentence;
        while (m_at < m_text.size()) {
            if (starts("{{")) {
                sentence.push_back(field());
            } else if (starts("[[")) {
                if (isInside)
                    refuse(translated("[[ ]] 不能套用"), m_fileName, m_line, m_at + 1);
                m_at += 2;
                Piece optional{Piece::Kind::Optional, {}, {}, read(true)};
                sentence.push_back(std::move(optional));
            } else if (starts("]]")) {
                if (!isInside)
                    refuse(translated("多出一个 ]]"), m_fileName, m_line, m_at + 1);
                m_at += 2;
                return sentence;
            } else {
                sentence.push_back(literal());
            }
        }
        if (isInside)
            refuse(translated("[[ 没有对应的 ]]"), m_fileName, m_line);
        return sentence;
    }

private:
    bool starts(const char *mark) const { return QStringView(m_text).mid(m_at).startsWith(QLatin1String(mark)); }

    Piece field()
    {
        const qsizetype end = m_text.indexOf("}}", m_at);
        if (end < 0)
            refuse(translated("{{ 没有对应的 }}"), m_fileName, m_line, m_at + 1);
        const QString inside = m_text.mid(m_at + 2, end - m_at - 2);
        m_at = end + 2;
        return {Piece::Kind::Field, {}, parseField(inside, m_fileName, m_line), {}};
    }

    Piece literal()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !starts("{{") && !starts("[[") && !starts("]]"))
            ++m_at;
        return {Piece::Kind::Literal, m_text.mid(start, m_at - start), {}, {}};
    }

    const QString &m_text;
    const QString &m_fileName;
    int m_line;
    qsizetype m_at = 0;
};

} // namespace

Sentence parseSentence(const QString &text, const QString &fileName, int line)
{
    return SentenceReader(text, fileName, line).read(/*isInside=*/false);
}

Field parseField(const QString &text, const QString &fileName, int line)
{
    // A field of the office's own is called as the office likes; it takes formats and nothing else.
    static const QRegularExpression ofRecord(R"(^\s*((?:row|member)\.[^@|{}=,;:"()]*[^@|{}=,;:"()\s])\s*((?:\|[^|]*)*)$)");
    static const QRegularExpression grammar(
        R"(^\s*([a-z][a-z0-9_.]*)(?:@([+-]\d+)y)?([+-]\d+)?(?:\(([^)]*)\))?\s*((?:\|[^|]*)*)$)");
    const auto recordMatch = ofRecord.match(text);
    const auto match = recordMatch.hasMatch() ? recordMatch : grammar.match(text);
    if (!match.hasMatch())
        refuse(translated("字段「{{%1}}」读不懂").arg(text), fileName, line);
    Field field;
    field.line = line;
    field.name = match.captured(1);
    if (recordMatch.hasMatch()) {
        field.formats = formatsOf(match.captured(2));
        field.source = field.name.startsWith(u"row.") ? Field::Source::Row : Field::Source::Given;
        if (field.source == Field::Source::Row)
            field.name = field.name.section('.', 1);
        return field;
    }
    field.yearShift = match.captured(2).toInt();
    field.filters = parseFilters(match.captured(4), fileName, line);
    field.formats = formatsOf(match.captured(5));
    const QString prefix = field.name.section('.', 0, 0);
    if (prefix == "row" || prefix == "office") {
        field.source = prefix == "row" ? Field::Source::Row : Field::Source::Office;
        field.name = field.name.section('.', 1);
    } else if (prefix == "member" || prefix == "ask") {
        field.source = Field::Source::Given;
    } else if (field.name == "year") {
        field.source = Field::Source::Year;
        field.yearShift = match.captured(3).toInt();
    } else if (field.name == "period") {
        field.source = Field::Source::Period;
    }
    if (field.source != Field::Source::Year && !match.captured(3).isEmpty())
        refuse(translated("字段「{{%1}}」：只有 year 可以加减").arg(text), fileName, line);
    if (field.name.isEmpty())
        refuse(translated("字段「{{%1}}」缺少名称").arg(text), fileName, line);
    return field;
}

Condition parseCondition(const QString &text, const QString &fileName, int line)
{
    static const QRegularExpression grammar(R"(^(not\s+)?(\S+?(?:\([^)]*\))?)(?:\s*(>=|<=|>|<|=)\s*(-?\d+(?:\.\d+)?))?$)");
    static const QHash<QString, Condition::Operator> operators{{">", Condition::Operator::Above},
        {"<", Condition::Operator::Below}, {">=", Condition::Operator::AtLeast}, {"<=", Condition::Operator::AtMost},
        {"=", Condition::Operator::Equal}};
    const auto match = grammar.match(text.trimmed());
    const bool isNegated = !match.captured(1).isEmpty();
    const bool hasNumber = !match.captured(3).isEmpty();
    if (!match.hasMatch() || (isNegated && hasNumber))
        refuse(translated("条件「%1」读不懂").arg(text), fileName, line);
    Condition condition;
    condition.field = parseField(match.captured(2), fileName, line);
    condition.number = match.captured(4);
    if (hasNumber)
        condition.op = operators.value(match.captured(3));
    else
        condition.op = isNegated ? Condition::Operator::IsAbsent : Condition::Operator::IsPresent;
    return condition;
}

} // namespace mishutai::reports
