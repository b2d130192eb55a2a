#include "reports/figure_key.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace mishutai::reports {

QString figureKey(const FigureSource &source)
{
    QJsonObject object;
    if (const auto *record = std::get_if<RecordRef>(&source)) {
        object = {{"object", record->objectType}, {"id", record->objectId}};
    } else {
        const auto &query = std::get<metrics::MetricQuery>(source);
        object = {{"metric", query.metric}, {"from", query.period.from().toString(Qt::ISODate)},
            {"to", query.period.to().toString(Qt::ISODate)}};
        QJsonObject filters;
        for (auto it = query.filters.begin(); it != query.filters.end(); ++it)
            filters.insert(it.key(), it.value().toString());
        if (!filters.isEmpty())
            object.insert("filters", filters);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<FigureSource> figureSource(const QString &key)
{
    const QJsonObject object = QJsonDocument::fromJson(key.toUtf8()).object();
    if (object.contains("object"))
        return RecordRef{object["object"].toString(), object["id"].toInteger()};
    const QDate from = QDate::fromString(object["from"].toString(), Qt::ISODate);
    const QDate to = QDate::fromString(object["to"].toString(), Qt::ISODate);
    if (!object.contains("metric") || !from.isValid() || !to.isValid() || from > to)
        return std::nullopt;
    metrics::MetricQuery query{object["metric"].toString(), Period::range(from, to), {}};
    const QJsonObject filters = object["filters"].toObject();
    for (auto it = filters.begin(); it != filters.end(); ++it)
        query.filters.insert(it.key(), it.value().toString());
    return query;
}

} // namespace mishutai::reports
