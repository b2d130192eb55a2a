#include "ui/common/list/list_layout.h"

#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_model.h"

#include <QDate>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>

#include <algorithm>

namespace mishutai::ui {

namespace {

int indexOf(const db::ListDefinition &definition, const QString &key)
{
    for (size_t i = 0; i < definition.columns.size(); ++i) {
        if (definition.columns[i].key == key)
            return static_cast<int>(i);
    }
    return -1;
}

/// The words that stand for conditions in kept filters.
const std::vector<std::pair<db::Condition, QString>> &conditionWords()
{
    using enum db::Condition;
    static const std::vector<std::pair<db::Condition, QString>> words{{Contains, "contains"}, {Equals, "equals"},
        {AnyOf, "anyOf"}, {AtLeast, "atLeast"}, {AtMost, "atMost"}, {IsEmpty, "isEmpty"}, {IsNotEmpty, "isNotEmpty"},
        {NotContains, "notContains"}, {StartsWith, "startsWith"}, {Differs, "differs"}, {InPeriod, "inPeriod"}};
    return words;
}

QVariant filterValue(const db::ListColumn &column, db::Condition condition, const QJsonValue &value)
{
    const bool isWord = condition == db::Condition::Contains || condition == db::Condition::NotContains
        || condition == db::Condition::StartsWith;
    if (condition == db::Condition::AnyOf)
        return value.toVariant().toStringList();
    if (isWord || condition == db::Condition::InPeriod)
        return value.toString();
    if (isNumber(column.type) || column.type == db::ColumnType::Flag)
        return value.toString().toLongLong();
    if (column.type == db::ColumnType::Date)
        return QDate::fromString(value.toString(), Qt::ISODate);
    return value.toString();
}

} // namespace

QStringList layoutText(const QHeaderView &header, const db::ListDefinition &definition, const std::vector<double> &widths)
{
    QStringList texts;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        const auto place = static_cast<size_t>(column);
        texts << QString("%1:%2:%3")
                     .arg(definition.columns[place].key, QString::number(qRound(widths[place])),
                         header.isSectionHidden(column) ? "hidden" : "shown");
    }
    return texts;
}

void applyLayout(
    const QStringList &layout, QHeaderView &header, const db::ListDefinition &definition, std::vector<double> &widths)
{
    int visual = 0;
    for (const QString &text : layout) {
        const QStringList parts = text.split(':');
        const int column = parts.size() == 3 ? indexOf(definition, parts[0]) : -1;
        if (column < 0)
            continue;
        constexpr int kNarrowest = 24;
        constexpr int kWidest = 1200;
        widths[static_cast<size_t>(column)] = qBound(kNarrowest, parts[1].toInt(), kWidest);
        header.setSectionHidden(column, parts[2] == "hidden");
        header.moveSection(header.visualIndex(column), visual++);
    }
}

QStringList shownInLayout(const QStringList &layout)
{
    QStringList keys;
    for (const QString &text : layout) {
        if (text.section(':', 2, 2) == u"shown")
            keys << text.section(':', 0, 0);
    }
    return keys;
}

QStringList sortsText(const std::vector<db::ListSort> &sorts)
{
    QStringList texts;
    for (const db::ListSort &sort : sorts)
        texts << sort.column + (sort.isDescending ? ":desc" : ":asc");
    return texts;
}

std::vector<db::ListSort> parseSorts(const QStringList &texts, const db::ListDefinition &definition)
{
    std::vector<db::ListSort> sorts;
    for (const QString &text : texts) {
        const QString key = text.section(':', 0, 0);
        if (indexOf(definition, key) >= 0)
            sorts.push_back({key, text.endsWith(":desc")});
    }
    return sorts;
}

QString filtersText(const std::vector<db::ListFilter> &filters)
{
    QJsonArray list;
    for (const db::ListFilter &filter : filters) {
        const auto word = std::ranges::find(conditionWords(), filter.condition, &std::pair<db::Condition, QString>::first);
        const bool isList = filter.value.typeId() == QMetaType::QStringList;
        list.append(QJsonObject{{"column", filter.column}, {"condition", word->second},
            {"value", isList ? QJsonValue(QJsonArray::fromStringList(filter.value.toStringList())) : filter.value.toString()}});
    }
    return list.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

std::vector<db::ListFilter> parseFilters(const QString &text, const db::ListDefinition &definition)
{
    std::vector<db::ListFilter> filters;
    for (const QJsonValue &value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        const QJsonObject one = value.toObject();
        const int column = indexOf(definition, one["column"].toString());
        const auto word
            = std::ranges::find(conditionWords(), one["condition"].toString(), &std::pair<db::Condition, QString>::second);
        if (column < 0 || word == conditionWords().end())
            continue;
        const db::ListColumn &what = definition.columns[static_cast<size_t>(column)];
        filters.push_back({what.key, word->first, filterValue(what, word->first, one["value"])});
    }
    return filters;
}

QMimeData *tableData(const ListModel &model, const std::vector<int> &rows, const std::vector<int> &columns)
{
    QStringList titles;
    QString html = QStringLiteral("<html><head><meta charset=\"utf-8\"></head><body><table><tr>");
    for (const int column : columns) {
        titles << model.definition().columns[static_cast<size_t>(column)].title;
        html += QStringLiteral("<th>%1</th>").arg(titles.last().toHtmlEscaped());
    }
    html += QStringLiteral("</tr>");
    QString text = titles.join('\t') + '\n';
    for (const int row : rows) {
        QStringList cells;
        html += QStringLiteral("<tr>");
        for (const int column : columns) {
            cells << model.index(row, column).data(ListModel::ClipboardRole).toString();
            const bool isValue = isNumber(model.definition().columns[static_cast<size_t>(column)].type);
            html += QStringLiteral("<td%1>%2</td>")
                        .arg(isValue ? QString() : QStringLiteral(" style=\"mso-number-format:'\\@'\""),
                            cells.last().toHtmlEscaped());
        }
        html += QStringLiteral("</tr>");
        text += cells.join('\t') + '\n';
    }
    auto *data = new QMimeData;
    data->setText(text);
    data->setHtml(html + QStringLiteral("</table></body></html>"));
    return data;
}

} // namespace mishutai::ui
