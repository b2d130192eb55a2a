#include "ui/common/list/found_note.h"

#include "base/chinese/text.h"
#include "ui/common/list/list_model.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("List", text);
}

/// 「电话尾号 0001」 when only the end of a phone was typed, else the text itself.
QString said(const db::FoundIn &found, const std::vector<TypedWord> &words, bool hidesPersonal)
{
    const QString digits = digitsOnly(normalized(found.text));
    for (const TypedWord &word : words) {
        if (!word.digits().isEmpty() && digits.size() > word.digits().size() && digits.endsWith(word.digits()))
            return tr("%1尾号 %2").arg(found.title, word.digits());
    }
    return found.isPersonal && hidesPersonal ? found.title : found.title + u' ' + found.text;
}

} // namespace

QString foundNote(
    const ListModel &model, int row, const std::vector<TypedWord> &words, const std::function<bool(int column)> &isInSight)
{
    const std::vector<db::ListColumn> &columns = model.definition().columns;
    // Mostly the name itself answers; then nothing is asked of the data file.
    const auto standsInSight = [&](const TypedWord &word) {
        for (size_t i = 0; i < columns.size(); ++i) {
            const int column = static_cast<int>(i);
            const bool isSeenColumn = columns[i].isSearched && (!isInSight || isInSight(column));
            if (isSeenColumn && word.in(model.index(row, column).data(Qt::DisplayRole).toString()))
                return true;
        }
        return false;
    };
    if (std::ranges::all_of(words, standsInSight))
        return {};
    const auto isSeen = [&](const QString &key) {
        const auto column = std::ranges::find(columns, key, &db::ListColumn::key);
        return column != columns.end() && (!isInSight || isInSight(static_cast<int>(column - columns.begin())));
    };
    QStringList notes;
    for (const db::FoundIn &found : model.foundIn(row)) {
        if (isSeen(found.column))
            continue;
        const QString note = said(found, words, model.hidesPersonal());
        if (!notes.contains(note))
            notes << note;
    }
    return notes.join(u' ');
}

} // namespace mishutai::ui
