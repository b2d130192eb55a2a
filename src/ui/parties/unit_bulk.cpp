#include "ui/parties/unit_bulk.h"

#include "base/error.h"
#include "parties/units/unit_service.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace mishutai::ui {

namespace {

using UnitOf = std::function<UnitId(session::Session &, qint64)>;
using Change = std::function<void(parties::UnitDetails &details, const QString &text)>;

QString tr(const char *text)
{
    return QCoreApplication::translate("UnitBulk", text);
}

QStringList tagsOf(const QString &tags)
{
    static const QRegularExpression kBetween(QStringLiteral("[\\s,，、;；]+"), QRegularExpression::UseUnicodePropertiesOption);
    return tags.split(kBetween, Qt::SkipEmptyParts);
}

BulkColumn column(const QString &key, const UnitOf &unitOf, Change change)
{
    return {key, {}, {}, [unitOf, change = std::move(change)](session::Session &session, qint64 id, const QString &text) {
                parties::UnitService units(session);
                const parties::Unit unit = units.get(unitOf(session, id));
                parties::UnitDetails details = unit.details;
                change(details, text);
                units.update(unit.id, unit.revision, details);
            }};
}

template <class Value> std::optional<Value> parsed(const office::ChoiceTable<Value> &table, const QString &text)
{
    const auto value = table.parse(text);
    if (!value && !text.isEmpty())
        throw Error(Error::Kind::Validation, tr("「%1」不在可选项里").arg(text), {}, tr("请从列表中选择"));
    return value;
}

} // namespace

QString withTag(const QString &tags, const QString &tag)
{
    QStringList all = tagsOf(tags);
    for (const QString &one : tagsOf(tag)) {
        if (!all.contains(one))
            all << one;
    }
    return all == tagsOf(tags) ? tags : all.join(u' ');
}

QString withoutTag(const QString &tags, const QString &tag)
{
    QStringList all = tagsOf(tags);
    for (const QString &one : tagsOf(tag))
        all.removeAll(one);
    return all == tagsOf(tags) ? tags : all.join(u' ');
}

std::vector<BulkColumn> unitBulkColumns(UnitOf unitOf)
{
    using parties::UnitDetails;
    const Change setTags = [](UnitDetails &d, const QString &text) { d.tags = text; };
    std::vector<BulkColumn> columns{column("district", unitOf, [](UnitDetails &d, const QString &text) { d.district = text; }),
        column("zone", unitOf, [](UnitDetails &d, const QString &text) { d.zone = text; }),
        column("chain", unitOf, [](UnitDetails &d, const QString &text) { d.chain = text; }),
        column("field", unitOf, [](UnitDetails &d, const QString &text) { d.field = text; }),
        column("kind", unitOf,
            [](UnitDetails &d, const QString &text) { d.kind = parsed(parties::unitKinds(), text).value_or(d.kind); }),
        column(
            "ownership", unitOf, [](UnitDetails &d, const QString &text) { d.ownership = parsed(parties::ownerships(), text); }),
        column("size", unitOf, [](UnitDetails &d, const QString &text) { d.size = parsed(parties::unitSizes(), text); }),
        column("tags", unitOf, setTags), column("tags", unitOf, setTags), column("tags", unitOf, setTags)};
    std::ranges::find(columns, QStringLiteral("kind"), &BulkColumn::column)->mayClear = false;
    columns[columns.size() - 3].label = tr("加标签");
    columns[columns.size() - 3].after = withTag;
    columns[columns.size() - 2].label = tr("去标签");
    columns[columns.size() - 2].after = withoutTag;
    return columns;
}

} // namespace mishutai::ui
