#include "metrics/block_parser.h"

#include "base/error.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace mishutai::metrics {

namespace {

class Parser
{
public:
    explicit Parser(QString fileName) : m_fileName(std::move(fileName)) { }

    std::vector<Metric> parse(const QString &text)
    {
        const QStringList lines = text.split('\n');
        for (const QString &line : lines) {
            ++m_line;
            take(line);
        }
        finish();
        return std::move(m_metrics);
    }

private:
    [[noreturn]] void refuse(const QString &cause) const
    {
        throw Error(Error::Kind::Validation, QCoreApplication::translate("Metrics", "指标定义有误"), cause,
            QCoreApplication::translate("Metrics", "按 docs/architecture.md 的写法改正这一块"))
            .withPlace({m_fileName, m_line, 0, {}});
    }

    void take(const QString &line)
    {
        static const QRegularExpression head("^-- ([a-z]+): (.*)$");
        const auto match = head.match(line);
        if (match.hasMatch())
            takeHead(match.captured(1), match.captured(2).trimmed());
        else if (!line.startsWith("--") && !line.trimmed().isEmpty())
            takeSql(line);
    }

    void takeHead(const QString &key, const QString &value)
    {
        if (key == "metric") {
            finish();
            m_current = Metric();
            m_current->name = value;
            return;
        }
        if (!m_current)
            refuse(QString("「%1」之前没有 metric").arg(key));
        if (key == "label")
            m_current->label = value;
        else if (key == "unit")
            m_current->unit = value;
        else if (key == "definition")
            m_current->definition = value;
        else if (key == "value")
            m_current->kind = oneOf<ValueKind>(
                value, {{"count", ValueKind::Count}, {"money", ValueKind::Money}, {"decimal", ValueKind::Decimal}});
        else if (key == "fold")
            m_current->fold = oneOf<Fold>(value,
                {{"count", Fold::Count}, {"sum", Fold::Sum}, {"distinct", Fold::Distinct}, {"latest", Fold::Latest},
                    {"average", Fold::Average}});
        else if (key == "reads")
            m_current->reads = list(value);
        else if (key == "operation")
            m_current->valueOperation = operation(value);
        else if (key == "rows")
            m_current->rowsOperation = operation(value);
        else if (key == "filter")
            takeFilter(value);
        else if (key == "derived")
            takeDerived(value);
        else
            refuse(QString("不认识的键「%1」").arg(key));
    }

    void takeSql(const QString &line)
    {
        if (!m_current)
            refuse("语句之前没有 metric");
        if (m_isSqlClosed)
            refuse("一个指标只有一条语句");
        QString text = line;
        if (text.trimmed().endsWith(';')) {
            m_isSqlClosed = true;
            text = text.left(text.lastIndexOf(';'));
        }
        m_current->sql += text + '\n';
    }

    void takeFilter(const QString &value)
    {
        const QStringList words = value.split(' ', Qt::SkipEmptyParts);
        const bool isChoice = words.value(1) == "choice";
        const bool isKnown = isChoice || QStringList({"text", "integer", "date"}).contains(words.value(1));
        if (!isKnown || words.size() < (isChoice ? 3 : 2) || words.size() > 3)
            refuse("filter 应写「名称 text|integer|date」，text 后面可写 清单.列；或「名称 choice 清单.列」");
        m_current->filters.push_back({words[0], words[1], words.value(2)});
    }

    void takeDerived(const QString &value)
    {
        const QStringList halves = value.split('/');
        if (halves.size() > 2)
            refuse("derived 最多一个「/」");
        m_current->operands = operands(halves[0]);
        if (halves.size() == 2)
            m_current->divisors = operands(halves[1]);
    }

    std::vector<Operand> operands(const QString &text)
    {
        static const QRegularExpression term("\\s*([+-])?\\s*([a-z][a-z0-9_.]*)(?:@-(\\d+)y)?\\s*");
        std::vector<Operand> found;
        qsizetype at = 0;
        while (at < text.size()) {
            const auto match
                = term.match(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
            const bool needsSign = !found.empty();
            if (!match.hasMatch() || (needsSign && match.captured(1).isEmpty()))
                refuse(QString("derived 在「%1」处读不懂").arg(text.mid(at)));
            found.push_back({match.captured(2), -match.captured(3).toInt(), match.captured(1) == "-" ? -1 : 1});
            at = match.capturedEnd();
        }
        if (found.empty())
            refuse("derived 是空的");
        return found;
    }

    template <class T> T oneOf(const QString &value, std::initializer_list<std::pair<const char *, T>> names)
    {
        for (const auto &[name, result] : names) {
            if (value == name)
                return result;
        }
        refuse(QString("不认识的值「%1」").arg(value));
    }

    QStringList list(const QString &value) const
    {
        QStringList items = value.split(',', Qt::SkipEmptyParts);
        for (QString &item : items)
            item = item.trimmed();
        return items;
    }

    session::Operation operation(const QString &key) const
    {
        const auto found = session::operationByKey(key);
        if (!found)
            refuse(QString("权限表里没有「%1」").arg(key));
        return *found;
    }

    void finish()
    {
        if (!m_current)
            return;
        const bool hasSql = !m_current->sql.trimmed().isEmpty();
        if (hasSql == !m_current->operands.empty())
            refuse(QString("指标「%1」要么有语句，要么有 derived").arg(m_current->name));
        if (hasSql && !m_isSqlClosed)
            refuse(QString("指标「%1」的语句没有以「;」结束").arg(m_current->name));
        if (hasSql && m_current->reads.isEmpty())
            refuse(QString("指标「%1」没有写 reads").arg(m_current->name));
        if (m_current->label.isEmpty() || m_current->definition.isEmpty())
            refuse(QString("指标「%1」没有写 label 或 definition").arg(m_current->name));
        if (std::ranges::find(m_metrics, m_current->name, &Metric::name) != m_metrics.end())
            refuse(QString("指标「%1」定义了两次").arg(m_current->name));
        m_metrics.push_back(std::move(*m_current));
        m_current.reset();
        m_isSqlClosed = false;
    }

    QString m_fileName;
    int m_line = 0;
    bool m_isSqlClosed = false;
    std::optional<Metric> m_current;
    std::vector<Metric> m_metrics;
};

} // namespace

std::vector<Metric> parseBlocks(const QString &text, const QString &fileName)
{
    return Parser(fileName).parse(text);
}

} // namespace mishutai::metrics
