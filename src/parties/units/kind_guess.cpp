#include "parties/units/kind_guess.h"

#include "base/chinese/text.h"

#include <QRegularExpression>

namespace mishutai::parties {

namespace {

struct Row {
    UnitKind kind;
    QRegularExpression name;
};

} // namespace

std::optional<UnitKind> guessedKind(const QString &name)
{
    // Banks and insurers are companies by name too, so they come before the rule that a company is none of the others.
    static const Row rows[] = {
        {UnitKind::Finance,
            QRegularExpression(QStringLiteral(".银行(股份)?(有限(责任)?公司)?([^公司]{0,20}(分行|支行|营业部|分理处))?$"))},
        {UnitKind::Finance,
            QRegularExpression(QStringLiteral("(保险|证券|信托)(股份)?(有限(责任)?公司)(.{0,20}(分公司|支公司|营业部))?$"))},
        {UnitKind::University, QRegularExpression(QStringLiteral("(大学|学院|学校)$"))},
        {UnitKind::Institute, QRegularExpression(QStringLiteral("(研究院|研究所|研究中心|科学院|设计院|实验室)$"))},
        {UnitKind::Society, QRegularExpression(QStringLiteral("(协会|商会|学会|联合会|促进会|联盟)$"))},
        {UnitKind::Other, QRegularExpression(QStringLiteral("(医院|卫生院)$"))},
    };
    const QString plain = toHalfWidth(name).trimmed();
    for (const Row &row : rows) {
        if (row.name.match(plain).hasMatch())
            return row.kind;
    }
    return std::nullopt;
}

} // namespace mishutai::parties
