#include "finance/accounts/chart_resource.h"

#include <QFile>
#include <QRegularExpression>

namespace mishutai::finance {
namespace {

constexpr qsizetype kColumns = 9;

Error damaged(const QString &chart, qsizetype row)
{
    Error error(Error::Kind::Storage, translated("程序自带的科目表损坏"), translated("第 %1 行无法读取").arg(row),
        translated("请重新安装程序"));
    error.withPlace({chart + QStringLiteral(".csv"), static_cast<int>(row), 0, {}});
    return error;
}

// The file is our own and has no quoted cell: 科目编码,科目名称,上级科目,类别,方向,限定性,用途,末级,现金
std::optional<AccountDetails> parse(const QString &chart, const QStringList &cells)
{
    if (cells.size() != kColumns)
        return std::nullopt;
    const auto kind = terms<AccountKind>().parse(cells[3]);
    const auto side = terms<Side>().parse(cells[4]);
    const auto restriction = terms<Restriction>().parse(cells[5]);
    const auto role = terms<AccountRole>().parse(cells[6]);
    if (!kind || !side || !restriction || !role)
        return std::nullopt;
    const QString yes = translated("是");
    AccountDetails details{
        chart, cells[0], cells[1], cells[2], *kind, *side, *restriction, *role, cells[7] == yes, cells[8] == yes, true, {}, {}};
    if (!validate(details).empty())
        return std::nullopt;
    return details;
}

} // namespace

std::vector<AccountDetails> readChart(const QString &chart)
{
    static const QRegularExpression kName(QStringLiteral("^[a-z0-9-]+$"));
    QFile file(QStringLiteral(":/resources/charts-of-accounts/%1.csv").arg(chart));
    if (!kName.match(chart).hasMatch() || !file.open(QIODevice::ReadOnly)) {
        throw Error(Error::Kind::NotFound, translated("没有名为 %1 的科目表").arg(chart), {},
            translated("可用的科目表：%1").arg(QLatin1String(kDefaultChart)));
    }
    std::vector<AccountDetails> accounts;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const std::optional<AccountDetails> account = parse(chart, lines[i].split(QLatin1Char(',')));
        if (!account)
            throw damaged(chart, i + 1);
        accounts.push_back(*account);
    }
    return accounts;
}

} // namespace mishutai::finance
