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

/// Without the blanks that lay the source out; ideographic ones indent a cell and stay.
QString withoutBlanks(const QString &cell)
{
    static const QRegularExpression outside("^ +| +$");
    return QString(cell).remove(outside);
}

class Reader
{
public:
    Reader(const QString &text, QString fileName) : m_lines(text.split('\n')), m_fileName(std::move(fileName)) { }

    Template read()
    {
        Template result;
        result.fileName = m_fileName;
        readFrontMatter(result);
        result.nodes = nodes({});
        if (result.name.isEmpty() || result.titleLines.empty())
            refuse(translated("开头缺少 name 或 title"), 1);
        return result;
    }

private:
    [[noreturn]] void refuse(const QString &cause, int line) const
    {
        throw Error(Error::Kind::Validation, translated("模板有误，没有生成文稿"), cause,
            translated("按 docs/report-templates.md 的写法改正后重试"))
            .withPlace({m_fileName, line, 0, {}});
    }

    bool atEnd() const { return m_at >= m_lines.size(); }
    QString peek() const { return m_lines.at(m_at).trimmed(); }
    int line() const { return static_cast<int>(m_at) + 1; }
    Sentence sentence(const QString &text, int atLine) const { return parseSentence(text, m_fileName, atLine); }

    void readFrontMatter(Template &result)
    {
        if (atEnd() || peek() != "---")
            refuse(translated("第一行应是 ---"), 1);
        for (++m_at; !atEnd() && peek() != "---"; ++m_at) {
            const QString key = peek().section(':', 0, 0).trimmed();
            const QString value = peek().section(':', 1).trimmed();
            if (peek().isEmpty())
                continue;
            if (key == "name") {
                result.name = value;
            } else if (key == "kinds") {
                result.kinds = value.split(' ', Qt::SkipEmptyParts);
            } else if (key == "periods") {
                if (value != "year")
                    refuse(translated("periods 只能写 year"), line());
                result.isYearly = true;
            } else if (key == "title") {
                for (const QString &part : value.split('|'))
                    result.titleLines.push_back(sentence(part.trimmed(), line()));
            } else if (key == "addressee") {
                result.addressee = sentence(value, line());
            } else if (key == "signer") {
                result.signer = sentence(value, line());
            } else if (key == "remark") {
                result.remark = sentence(value, line());
            } else if (key == "label") {
                result.label = value;
            } else if (key == "ask") {
                result.questions.push_back(question(value));
            } else {
                refuse(translated("不认识的项目「%1」；可用 name、kinds、periods、title、addressee、signer、remark、label、ask")
                           .arg(key),
                    line());
            }
        }
        if (atEnd())
            refuse(translated("开头的 --- 没有结束"), 1);
        ++m_at;
    }

    /// 「place = 地点」; 「place? = 地点」 may be left empty.
    Question question(const QString &text) const
    {
        static const QRegularExpression grammar("^([a-z][a-z0-9_]*)(\\?)?\\s*=\\s*(\\S.*)$");
        const auto match = grammar.match(text);
        if (!match.hasMatch())
            refuse(translated("「ask: %1」应写成「ask: 英文名 = 要问的内容」").arg(text), line());
        return {match.captured(1), match.captured(3).trimmed(), !match.captured(2).isEmpty()};
    }

    /// Nodes up to one of the closing directives, which is left for the caller; without closing ones up to the end.
    std::vector<Node> nodes(const QStringList &closing)
    {
        std::vector<Node> found;
        const int openedAt = line() - 1;
        while (!atEnd()) {
            const QString text = peek();
            if (closing.contains(text))
                return found;
            if (text.isEmpty() || text.startsWith("//")) {
                ++m_at;
                continue;
            }
            found.push_back(node(text));
        }
        if (!closing.isEmpty())
            refuse(translated("这里的 @ 指令没有 @end"), openedAt);
        return found;
    }

    Node node(const QString &text)
    {
        if (text.startsWith('#'))
            return heading(text);
        if (text.startsWith('@'))
            return directive(text);
        if (text.startsWith("——")) {
            Node result{.kind = Node::Kind::Indicator, .line = line()};
            result.text = sentence(text.mid(2).trimmed(), line());
            ++m_at;
            return result;
        }
        return paragraph();
    }

    Node heading(const QString &text)
    {
        static const QRegularExpression grammar("^(#{1,4}) +(.+)$");
        static const QRegularExpression typedNumber("^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\\d+[.．、])");
        const auto match = grammar.match(text);
        if (!match.hasMatch())
            refuse(translated("标题应写成一到四个 # 加空格加文字"), line());
        if (typedNumber.match(match.captured(2)).hasMatch())
            refuse(translated("标题「%1」不要自己编号，序号由程序排").arg(match.captured(2)), line());
        Node result{.kind = Node::Kind::Heading, .line = line(), .level = static_cast<int>(match.captured(1).size())};
        result.text = sentence(match.captured(2), line());
        ++m_at;
        return result;
    }

    static bool endsParagraph(const QString &text)
    {
        return text.isEmpty() || text.startsWith('#') || text.startsWith('@') || text.startsWith("——") || text.startsWith("//");
    }

    Node paragraph()
    {
        Node result{.kind = Node::Kind::Paragraph, .line = line()};
        QString joined;
        for (; !atEnd() && !endsParagraph(peek()); ++m_at)
            joined += peek();
        result.text = sentence(joined, result.line);
        return result;
    }

    Node directive(const QString &text)
    {
        const QString word = text.section(' ', 0, 0);
        const QString rest = text.section(' ', 1).trimmed();
        if (word == "@if")
            return conditional(rest);
        if (word == "@each")
            return loop(rest);
        if (word == "@table")
            return table(Node::Kind::Table, rest);
        if (word == "@chart")
            return chart(rest);
        refuse(translated("不认识的指令「%1」；可用 @if、@else、@each、@table、@chart、@end").arg(word), line());
    }

    Node conditional(const QString &rest)
    {
        Node result{.kind = Node::Kind::If, .line = line()};
        result.condition = parseCondition(rest, m_fileName, line());
        ++m_at;
        result.children = nodes({"@else", "@end"});
        if (peek() == "@else") {
            ++m_at;
            result.otherwise = nodes({"@end"});
        }
        ++m_at;
        return result;
    }

    Node loop(const QString &rest)
    {
        Node result{.kind = Node::Kind::Each, .line = line()};
        result.rows = parseField(rest, m_fileName, line());
        for (const QString &format : result.rows.formats) {
            bool isNumber = false;
            result.limit = format.section(':', 1).toInt(&isNumber);
            if (!format.startsWith("limit:") || !isNumber || result.limit < 1)
                refuse(translated("@each 之后只能写 |limit:条数"), line());
        }
        if (result.rows.source != Field::Source::Metric)
            refuse(translated("@each 之后应是一个指标"), line());
        ++m_at;
        result.children = nodes({"@end"});
        ++m_at;
        return result;
    }

    Node chart(const QString &rest)
    {
        const QString kind = rest.section(' ', 0, 0);
        if (kind != "bar" && kind != "line")
            refuse(translated("@chart 之后应是 bar 或 line"), line());
        return table(kind == "bar" ? Node::Kind::BarChart : Node::Kind::LineChart, rest.section(' ', 1).trimmed());
    }

    Node table(Node::Kind kind, const QString &rest)
    {
        Node result{.kind = kind, .line = line()};
        result.text = sentence(rest.section('|', 0, 0).trimmed(), line());
        result.unit = rest.section('|', 1).trimmed();
        if (result.unit.startsWith("单位："))
            result.unit = result.unit.mid(3);
        bool hasHead = false;
        for (++m_at; !atEnd() && peek() != "@end"; ++m_at) {
            if (peek().isEmpty() || peek().startsWith("//"))
                continue;
            TemplateRow row = tableRow(peek());
            if (hasHead && row.cells.size() != result.head.cells.size())
                refuse(translated("这一行有 %1 格，表头有 %2 格").arg(row.cells.size()).arg(result.head.cells.size()), line());
            if (hasHead)
                result.body.push_back(std::move(row));
            else
                result.head = std::move(row);
            hasHead = true;
        }
        if (atEnd())
            refuse(translated("表或图没有 @end"), result.line);
        if (!hasHead)
            refuse(translated("表或图没有表头"), result.line);
        ++m_at;
        return result;
    }

    /// "| a | {{b|元}} |": a bar inside a field is part of the field.
    TemplateRow tableRow(QString text) const
    {
        TemplateRow row;
        row.line = line();
        if (text.startsWith('?')) {
            row.isOptional = true;
            text = text.mid(1).trimmed();
        }
        if (!text.startsWith('|') || !text.endsWith('|') || text.size() < 2)
            refuse(translated("表的一行应以 | 开头和结尾"), line());
        QString cell;
        int depth = 0;
        for (qsizetype i = 1; i < text.size(); ++i) {
            const QStringView ahead = QStringView(text).mid(i);
            depth += ahead.startsWith(QLatin1String("{{")) ? 1 : 0;
            depth -= ahead.startsWith(QLatin1String("}}")) ? 1 : 0;
            if (text[i] == '|' && depth == 0) {
                row.cells.push_back(sentence(withoutBlanks(cell), line()));
                cell.clear();
            } else {
                cell += text[i];
            }
        }
        return row;
    }

    QStringList m_lines;
    QString m_fileName;
    qsizetype m_at = 0;
};

} // namespace

Template Template::parse(const QString &text, const QString &fileName)
{
    return Reader(text, fileName).read();
}

} // namespace mishutai::reports
