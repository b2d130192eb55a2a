#include "desk/export_layouts.h"

#include "base/error.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace mishutai::desk {

namespace {

constexpr int kMostOfName = 40;

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

ExportLayout layoutOf(const QJsonObject &one)
{
    return {one["name"].toString(), one["columns"].toVariant().toStringList(), one["headers"].toVariant().toStringList(),
        one["purpose"].toString(), one["ending"].toString("xlsx")};
}

} // namespace

ExportLayouts::ExportLayouts(session::Session &session, const QString &listKey)
    : m_stored(session, "lists.exports." + listKey.toLatin1())
{
}

std::vector<ExportLayout> ExportLayouts::all() const
{
    std::vector<ExportLayout> layouts;
    for (const QJsonObject &one : m_stored.all())
        layouts.push_back(layoutOf(one));
    return layouts;
}

ExportLayout ExportLayouts::get(const QString &name) const
{
    QStringList known;
    for (const ExportLayout &layout : all()) {
        if (layout.name == name)
            return layout;
        known << layout.name;
    }
    throw Error(Error::Kind::NotFound, tr("没有叫「%1」的导出版式").arg(name), {},
        known.isEmpty() ? tr("还没有存过版式，可在窗口的「导出」里存") : tr("可用：%1").arg(known.join(tr("、"))));
}

void ExportLayouts::save(const ExportLayout &layout)
{
    const QString name = layout.name.trimmed();
    if (name.isEmpty() || name.size() > kMostOfName)
        throw Error(Error::Kind::Validation, tr("版式的名称应有1到%1个字").arg(kMostOfName));
    if (layout.columns.isEmpty())
        throw Error(Error::Kind::Validation, tr("版式里没有列，没有存"), {}, tr("请至少勾选一列"));
    m_stored.save({{"name", name}, {"columns", QJsonArray::fromStringList(layout.columns)},
        {"headers", QJsonArray::fromStringList(layout.headers)}, {"purpose", layout.purpose.trimmed()},
        {"ending", layout.ending}});
}

void apply(const ExportLayout &layout, ListExport &list)
{
    list.columns.clear();
    list.headers.clear();
    for (qsizetype i = 0; i < layout.columns.size(); ++i) {
        if (std::ranges::find(list.definition.columns, layout.columns[i], &db::ListColumn::key) == list.definition.columns.end())
            continue;
        list.columns << layout.columns[i];
        list.headers << layout.headers.value(i);
    }
    if (list.columns.isEmpty())
        throw Error(Error::Kind::Validation, tr("版式「%1」里的列都没有了").arg(layout.name), {}, tr("请重新勾选列，再存一次"));
    list.purpose = layout.purpose;
}

} // namespace mishutai::desk
