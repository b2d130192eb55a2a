#include "ui/prints/list_printing.h"

#include "document/sheets/sheet_layout.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_model.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/prints/pages_dialog.h"
#include "ui/shell/task_dialog.h"

#include <QCoreApplication>
#include <QHeaderView>

namespace mishutai::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Prints", text);
}

QString filtersOf(const ListModel &model)
{
    const ListState &state = model.state();
    QStringList parts;
    if (state.only)
        parts << state.onlyLabel;
    if (!state.search.trimmed().isEmpty())
        parts << tr("查找「%1」").arg(state.search.trimmed());
    for (const db::ListColumn &column : model.definition().columns) {
        std::vector<db::ListFilter> filters;
        for (const db::ListFilter &filter : state.filters)
            if (filter.column == column.key)
                filters.push_back(filter);
        if (!filters.empty())
            parts << filterText(column, filters);
    }
    return parts.join(QStringLiteral("；"));
}

} // namespace

desk::ListPrint shownList(const ListPanel &panel, const QString &title)
{
    const ListModel &model = *panel.model();
    const QHeaderView &header = *panel.view()->horizontalHeader();
    desk::ListPrint print;
    print.definition = &model.definition();
    print.title = title;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (!header.isSectionHidden(column))
            print.columns.append(model.definition().columns[static_cast<size_t>(column)].key);
    }
    print.ids = model.ids();
    print.groups = model.groups();
    print.filters = filtersOf(model);
    print.view = panel.shownView();
    print.hidesPersonal = isPersonalHidden();
    return print;
}

void printList(QWidget *where, const desk::WorkerRequest &request, desk::ListPrint print)
{
    if (print.ids.empty())
        throw Error(Error::Kind::Validation, tr("列表是空的，没有可打印的"), {}, tr("请先清除筛选或换一个查找词"));
    // The definition belongs to a page that may be gone before the work is done.
    auto definition = std::make_shared<db::ListDefinition>(*print.definition);
    runTask(
        where, tr("正在排版"),
        [request, definition, print = std::move(print)](TaskControl &control) mutable {
            print.definition = definition.get();
            desk::Worker worker(request, desk::Worker::Access::Read);
            document::FontSet fonts;
            const document::Sheet sheet = desk::listSheet(worker.session(), print, control);
            return std::make_shared<const document::PagedDocument>(document::layout(sheet, fonts, control));
        },
        [where](const std::shared_ptr<const document::PagedDocument> &pages) { new PagesDialog(pages, where); });
}

} // namespace mishutai::ui
