#include "finance/vouchers/voucher.h"

#include <QRegularExpression>

namespace mishutai::finance {

template <> const office::ChoiceTable<VoucherKind> &terms<VoucherKind>()
{
    static const office::ChoiceTable<VoucherKind> table("Finance",
        {
            {VoucherKind::Normal, "NORMAL", "普通"},
            {VoucherKind::Opening, "OPENING", "期初"},
            {VoucherKind::Reversal, "REVERSAL", "冲销"},
            {VoucherKind::Adjust, "ADJUST", "更正"},
            {VoucherKind::Reclass, "RECLASS", "限定性转出"},
            {VoucherKind::Closing, "CLOSING", "结转"},
        });
    return table;
}

template <> const office::ChoiceTable<VoucherStatus> &terms<VoucherStatus>()
{
    static const office::ChoiceTable<VoucherStatus> table(
        "Finance", {{VoucherStatus::Draft, "DRAFT", "未入账"}, {VoucherStatus::Posted, "POSTED", "已入账"}});
    return table;
}

template <> const office::ChoiceTable<AgentStatus> &terms<AgentStatus>()
{
    static const office::ChoiceTable<AgentStatus> table("Finance",
        {
            {AgentStatus::None, "NONE", "不交接"},
            {AgentStatus::ToHand, "TO_HAND", "待交"},
            {AgentStatus::Handed, "HANDED", "已交会计"},
            {AgentStatus::Booked, "BOOKED", "会计已入账"},
        });
    return table;
}

template <> const office::ChoiceTable<ReceiptKind> &terms<ReceiptKind>()
{
    static const office::ChoiceTable<ReceiptKind> table("Finance",
        {{ReceiptKind::Dues, "DUES", "会费票据"}, {ReceiptKind::Tax, "TAX", "税务发票"},
            {ReceiptKind::Other, "OTHER", "其他票据"}});
    return table;
}

template <> const office::ChoiceTable<ReceiptStatus> &terms<ReceiptStatus>()
{
    static const office::ChoiceTable<ReceiptStatus> table("Finance",
        {
            {ReceiptStatus::ToIssue, "TO_ISSUE", "未开"},
            {ReceiptStatus::Issued, "ISSUED", "已开"},
            {ReceiptStatus::Sent, "SENT", "已发送"},
            {ReceiptStatus::Red, "RED", "红冲"},
        });
    return table;
}

QString voucherCode(int year, int month, const QString &word, int number)
{
    return QStringLiteral("%1-%2/%3-%4")
        .arg(year, 4, 10, QLatin1Char('0'))
        .arg(month, 2, 10, QLatin1Char('0'))
        .arg(word)
        .arg(number);
}

std::optional<VoucherNumber> parseVoucherCode(const QString &code)
{
    static const QRegularExpression kCode(QStringLiteral("^(\\d{4})-(\\d{2})/([^-/\\s]+)-([1-9]\\d{0,6})$"));
    const QRegularExpressionMatch match = kCode.match(code);
    if (!match.hasMatch())
        return std::nullopt;
    return VoucherNumber{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3), match.captured(4).toInt()};
}

QString draftWord()
{
    return translated("草稿");
}

QString Voucher::code() const
{
    return number ? voucherCode(year, month, details.word, *number) : QString();
}

Money imbalance(const std::vector<VoucherLine> &lines)
{
    Money difference;
    for (const VoucherLine &line : lines) {
        if (line.side == Side::Debit)
            difference += line.amount;
        else
            difference -= line.amount;
    }
    return difference;
}

namespace {

class Faults
{
public:
    void add(const QString &field, const char *code, const QString &message)
    {
        m_faults.push_back({field, QString::fromLatin1(code), message});
    }
    void add(const char *field, const char *code, const char *message)
    {
        add(QString::fromLatin1(field), code, translated(message));
    }
    std::vector<FieldError> take() { return std::move(m_faults); }

private:
    std::vector<FieldError> m_faults;
};

bool mayBeRed(VoucherKind kind)
{
    return kind == VoucherKind::Reversal || kind == VoucherKind::Adjust;
}

void checkLine(Faults &faults, const VoucherDetails &details, std::size_t index)
{
    const VoucherLine &line = details.lines[index];
    const QString place = translated("第%1行：").arg(index + 1);
    if (line.summary.isEmpty())
        faults.add(QStringLiteral("summary"), "required", place + translated("请填写摘要"));
    if (line.amount.isZero())
        faults.add(QStringLiteral("amount"), "required", place + translated("金额不能为零"));
    if (line.amount.isNegative() && !mayBeRed(details.kind))
        faults.add(QStringLiteral("amount"), "red", place + translated("只有冲销和更正凭证可以用红字"));
    if (line.duesYear && (*line.duesYear < 2000 || *line.duesYear > 2100))
        faults.add(QStringLiteral("duesYear"), "range", place + translated("所属年度应在2000至2100之间"));
}

} // namespace

std::vector<FieldError> validate(const ReceiptDetails &receipt)
{
    Faults faults;
    if (receipt.status != ReceiptStatus::ToIssue && receipt.number.isEmpty())
        faults.add("receiptNumber", "required", "已开的票据请填写号码");
    return faults.take();
}

std::vector<FieldError> validate(const VoucherDetails &details)
{
    Faults faults;
    if (!details.date.isValid())
        faults.add("date", "required", "请填写日期");
    if (details.word.isEmpty() || details.word == draftWord() || details.word.contains(QLatin1Char('-'))
        || details.word.contains(QLatin1Char('/')))
        faults.add("word", "format", "凭证字不能为空，也不能含“-”和“/”");
    if (details.paperCount < 0)
        faults.add("paperCount", "range", "附件张数不能为负数");
    if (details.lines.empty())
        faults.add("lines", "required", "凭证还没有内容");
    if ((details.kind == VoucherKind::Reversal) != details.reverses.has_value())
        faults.add("reverses", "reversal", "冲销凭证须指明原凭证，其他凭证不指明");
    for (std::size_t i = 0; i < details.lines.size(); ++i)
        checkLine(faults, details, i);
    std::vector<FieldError> all = faults.take();
    if (details.receipt) {
        for (FieldError &fault : validate(*details.receipt))
            all.push_back(std::move(fault));
    }
    return all;
}

std::vector<FieldError> validateForPosting(const VoucherDetails &details)
{
    std::vector<FieldError> faults = validate(details);
    if (details.lines.size() < 2)
        faults.push_back({QStringLiteral("lines"), QStringLiteral("too_few"), translated("借方和贷方各至少一行")});
    if (const Money difference = imbalance(details.lines); !difference.isZero()) {
        const Money size = difference.isNegative() ? -difference : difference;
        faults.push_back(
            {QStringLiteral("lines"), QStringLiteral("unbalanced"), translated("借贷不平，差%1元").arg(size.yuan())});
    }
    return faults;
}

} // namespace mishutai::finance
