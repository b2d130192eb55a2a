#include "metrics/catalogue.h"

#include "base/error.h"
#include "metrics/block_parser.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace mishutai::metrics {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Metrics", text);
}

/// Number of single-character edits between two names, for 「是不是…」.
int editDistance(const QString &a, const QString &b)
{
    std::vector<int> previous(static_cast<size_t>(b.size()) + 1);
    for (size_t i = 0; i < previous.size(); ++i)
        previous[i] = static_cast<int>(i);
    for (qsizetype i = 0; i < a.size(); ++i) {
        std::vector<int> current{static_cast<int>(i) + 1};
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto k = static_cast<size_t>(j);
            const int replaced = previous[k] + (a[i] == b[j] ? 0 : 1);
            current.push_back(std::min({previous[k + 1] + 1, current[k] + 1, replaced}));
        }
        previous = std::move(current);
    }
    return previous.back();
}

} // namespace

const Catalogue &Catalogue::standard()
{
    static const Catalogue catalogue = [] {
        Catalogue all;
        const QDir folder(":/db/metrics");
        for (const QString &name : folder.entryList({"*.sql"}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                throw Error(Error::Kind::Storage, translated("程序自带的指标目录读不出来"), name, translated("请重新安装程序"));
            all.merge(Catalogue::parse(QString::fromUtf8(file.readAll()), name));
        }
        all.checkOperands();
        return all;
    }();
    return catalogue;
}

Catalogue Catalogue::parse(const QString &text, const QString &fileName)
{
    Catalogue catalogue;
    catalogue.m_metrics = parseBlocks(text, fileName);
    return catalogue;
}

void Catalogue::merge(Catalogue other)
{
    for (Metric &metric : other.m_metrics) {
        if (find(metric.name))
            throw Error(Error::Kind::Validation, translated("指标「%1」定义了两次").arg(metric.name));
        m_metrics.push_back(std::move(metric));
    }
}

void Catalogue::checkOperands() const
{
    for (const Metric &metric : m_metrics) {
        for (const auto *operands : {&metric.operands, &metric.divisors}) {
            for (const Operand &operand : *operands)
                get(operand.metric);
        }
    }
}

const Metric *Catalogue::find(const QString &name) const
{
    const auto found = std::ranges::find(m_metrics, name, &Metric::name);
    return found == m_metrics.end() ? nullptr : &*found;
}

const Metric &Catalogue::get(const QString &name) const
{
    if (const Metric *found = find(name))
        return *found;
    const auto nearest
        = std::ranges::min_element(m_metrics, {}, [&](const Metric &metric) { return editDistance(metric.name, name); });
    const QString remedy = nearest == m_metrics.end()
        ? QString()
        : translated("相近的指标是 %1（%2）；全部指标用 mishutai-cli metrics 列出").arg(nearest->name, nearest->label);
    throw Error(Error::Kind::NotFound, translated("没有指标「%1」").arg(name), translated("指标目录里没有这个名称"), remedy);
}

QStringList Catalogue::tablesOf(const QString &name) const
{
    const Metric &metric = get(name);
    QStringList tables = metric.reads;
    for (const auto *operands : {&metric.operands, &metric.divisors}) {
        for (const Operand &operand : *operands)
            tables += tablesOf(operand.metric);
    }
    tables.removeDuplicates();
    return tables;
}

} // namespace mishutai::metrics
