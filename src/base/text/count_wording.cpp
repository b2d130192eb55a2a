#include "base/text/count_wording.h"

#include "base/rounding.h"

namespace mishutai {

namespace {

/// How many steps a true wording of `exact` names; nothing when none is true.
std::optional<Wide> namedSteps(qint64 exact, CountWording rule)
{
    const Wide below = exact / rule.step;
    const qint64 rest = exact % rule.step;
    if (rest == 0)
        return includesBound(rule.wording) ? std::optional(below) : std::nullopt;
    switch (qualifierOf(rule.wording)) {
    case Qualifier::Above:
        return below;
    case Qualifier::Below: {
        const bool claimsCloseness = rule.wording == Wording::Nearly || rule.wording == Wording::CloseTo;
        return claimsCloseness && rest < rule.step - rest ? std::nullopt : std::optional(below + 1);
    }
    case Qualifier::About:
        return roundHalfUp(exact, rule.step);
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<CountWording> CountWording::parse(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const auto wording = wordingFromText(colon < 0 ? text : text.first(colon));
    if (!wording || *wording == Wording::None)
        return std::nullopt;
    CountWording rule{*wording};
    if (colon >= 0) {
        bool isNumber = false;
        rule.step = text.mid(colon + 1).toLongLong(&isNumber);
        if (!isNumber || rule.step < 1)
            return std::nullopt;
    }
    return rule;
}

std::optional<Quantity> wordCount(qint64 exact, CountWording rule, QString unit)
{
    Q_ASSERT(rule.step >= 1);
    const auto steps = exact > 0 ? namedSteps(exact, rule) : std::nullopt;
    if (!steps || *steps == 0)
        return std::nullopt;
    return Quantity::worded(Decimal::fromInteger(narrowed(*steps * rule.step)), rule.wording, std::move(unit));
}

} // namespace mishutai
