#include "base/text/wording.h"

#include <algorithm>

namespace mishutai {

namespace {

struct QualifierRow {
    Qualifier qualifier;
    QStringView name;
    Wording plainest;
};

constexpr QualifierRow kQualifiers[] = {
    {Qualifier::Exact, u"exact", Wording::None},
    {Qualifier::Above, u"above", Wording::AtLeast},
    {Qualifier::Below, u"below", Wording::ShortOf},
    {Qualifier::About, u"about", Wording::About},
    {Qualifier::Unknown, u"unknown", Wording::None},
};

struct WordingRow {
    Wording wording;
    QStringView text;
    Qualifier qualifier;
};

constexpr WordingRow kWordings[] = {
    {Wording::None, u"", Qualifier::Exact},
    {Wording::Yu, u"余", Qualifier::Above},
    {Wording::Duo, u"多", Qualifier::Above},
    {Wording::Exceeding, u"超过", Qualifier::Above},
    {Wording::Over, u"超", Qualifier::Above},
    {Wording::OrMore, u"以上", Qualifier::Above},
    {Wording::AtLeast, u"至少", Qualifier::Above},
    {Wording::NotLess, u"不少于", Qualifier::Above},
    {Wording::Nearly, u"近", Qualifier::Below},
    {Wording::CloseTo, u"接近", Qualifier::Below},
    {Wording::ShortOf, u"不足", Qualifier::Below},
    {Wording::NotMore, u"不超过", Qualifier::Below},
    {Wording::About, u"约", Qualifier::About},
    {Wording::Around, u"左右", Qualifier::About},
};

const WordingRow &rowOf(Wording wording)
{
    return kWordings[static_cast<size_t>(wording)];
}

} // namespace

QString qualifierName(Qualifier qualifier)
{
    return kQualifiers[static_cast<size_t>(qualifier)].name.toString();
}

std::optional<Qualifier> qualifierFromName(QStringView name)
{
    const auto row
        = std::find_if(std::begin(kQualifiers), std::end(kQualifiers), [name](const QualifierRow &r) { return r.name == name; });
    return row == std::end(kQualifiers) ? std::nullopt : std::optional(row->qualifier);
}

QString wordingText(Wording wording)
{
    return rowOf(wording).text.toString();
}

std::optional<Wording> wordingFromText(QStringView text)
{
    const auto row
        = std::find_if(std::begin(kWordings), std::end(kWordings), [text](const WordingRow &r) { return r.text == text; });
    return row == std::end(kWordings) ? std::nullopt : std::optional(row->wording);
}

Qualifier qualifierOf(Wording wording)
{
    return rowOf(wording).qualifier;
}

Wording plainWording(Qualifier qualifier)
{
    return kQualifiers[static_cast<size_t>(qualifier)].plainest;
}

bool includesBound(Wording wording)
{
    return wording == Wording::OrMore || wording == Wording::AtLeast || wording == Wording::NotLess
        || wording == Wording::NotMore;
}

} // namespace mishutai
