#include "ui/records/history_leaf.h"

#include "desk/application.h"
#include "session/session.h"
#include "ui/common/detail_pane.h"
#include "ui/common/guarded.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/records/field_words.h"
#include "ui/records/history_tables.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <map>
#include <set>

namespace mishutai::ui {

namespace {

constexpr size_t kMostShown = 60;
const QString kValue = QStringLiteral("value");

QString tr(const char *text)
{
    return QCoreApplication::translate("History", text);
}

QLabel *textLabel(const QString &text, const char *look, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(1); // an address of the web has no place to break
    if (look)
        setLook(label, look);
    return label;
}

class LeafWriter
{
public:
    LeafWriter(DetailPane &pane, desk::Application &application, std::function<void()> reverted)
        : m_pane(pane), m_application(application), m_reverted(std::move(reverted)),
          m_mayRevert(m_reverted && !application.isReadOnly() && application.session().may(session::Operation::ChangeUndo))
    {
    }

    void write(const HistoryEntry &entry)
    {
        auto *box = new QWidget(&m_pane);
        auto *grid = new QGridLayout(box);
        grid->setContentsMargins(0, px(4), 0, px(6));
        grid->setHorizontalSpacing(px(8));
        grid->setVerticalSpacing(px(3));
        grid->setColumnStretch(0, 1);
        const QString when = entry.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
        grid->addWidget(
            textLabel(when + QStringLiteral("　") + entry.userName + QStringLiteral("　") + entry.operationLabel, "small", box),
            0, 0, 1, 2);
        for (const QString &text : comings(entry))
            grid->addWidget(textLabel(text, nullptr, box), grid->rowCount(), 0, 1, 2);
        for (const HistoryEntry::Line &line : entry.lines)
            writeLine(line, *grid, box);
        m_pane.addWidget(box);
    }

private:
    void writeLine(const HistoryEntry::Line &line, QGridLayout &grid, QWidget *box)
    {
        const FieldWords words(m_application.session(), line.source.table);
        const std::optional<db::ListColumn> &field = line.source.field;
        const QString title = field ? field->title : words.title(line.change.column);
        const QString whose = line.source.whose();
        const QString whole = whose.isEmpty() ? title : whose + QStringLiteral("·") + title;
        const QString before = shown(words, line, line.change.before);
        const QString after = shown(words, line, line.change.after);
        const int row = grid.rowCount();
        grid.addWidget(textLabel(tr("%1：%2 → %3").arg(whole, before, after), nullptr, box), row, 0);
        if (!line.isLatest || !m_mayRevert || !standsAlone(line.source.table, line.change.column))
            return;
        auto *revert = new QPushButton(tr("恢复此项"), box);
        setLook(revert, "link");
        revert->setToolTip(tr("%1改回「%2」").arg(whole, before));
        revert->setAccessibleName(revert->toolTip());
        QObject::connect(revert, &QPushButton::clicked, box, [&application = m_application, reverted = m_reverted, line, box] {
            const HistorySource &row = line.source;
            const auto turnBack
                = [&] { application.history().revertField(line.batch, row.table, row.rowId, line.change.column); };
            if (guarded(box, turnBack))
                reverted();
        });
        grid.addWidget(revert, row, 1, Qt::AlignTop);
    }

    /// 「名单新增：甲公司、乙公司等 30 项」
    static QStringList comings(const HistoryEntry &entry)
    {
        constexpr qsizetype kNamed = 6;
        std::map<std::pair<QString, bool>, QStringList> names;
        for (const HistoryEntry::Row &row : entry.rows)
            names[{row.source.word, row.kind == session::ChangeKind::Insert}].append(
                row.source.told.isEmpty() ? row.source.name : tr("%1（%2）").arg(row.source.name, row.source.told));
        QStringList texts;
        for (const auto &[what, all] : names) {
            const QString some = all.mid(0, kNamed).join(tr("、"));
            const QString list = all.size() > kNamed ? tr("%1等 %2 项").arg(some).arg(all.size()) : some;
            texts.append((what.second ? tr("%1新增：%2") : tr("%1删去：%2")).arg(what.first, list));
        }
        return texts;
    }

    static QString shown(const FieldWords &words, const HistoryEntry::Line &line, const QVariant &value)
    {
        const bool isNothing = value.toString().isEmpty();
        const std::optional<db::ListColumn> &field = line.source.field;
        const QString text = !field ? words.text(line.change.column, value) : isNothing ? QString() : cellText(*field, value);
        return text.isEmpty() ? tr("空白") : text;
    }

    DetailPane &m_pane;
    desk::Application &m_application;
    std::function<void()> m_reverted;
    bool m_mayRevert;
};

} // namespace

QString HistorySource::whose() const
{
    return name.isEmpty() ? word : (word.isEmpty() ? name : word + u' ' + name);
}

std::vector<HistoryEntry> historyOf(const session::ChangeHistory &history, const std::vector<HistorySource> &sources)
{
    std::map<BatchId, HistoryEntry> entries;
    for (const HistorySource &source : sources) {
        std::set<QString> seen;
        for (const session::RowChange &change : history.ofRow(source.table, source.rowId, source.toRead)) {
            HistoryEntry &entry = entries[change.batch];
            entry.at = change.at;
            entry.userName = change.userName;
            entry.operationLabel = change.operationLabel;
            // A row that is one value of the record comes and goes as that value does.
            if (change.kind != session::ChangeKind::Update && !source.field) {
                if (!source.word.isEmpty())
                    entry.rows.push_back({source, change.kind});
                continue;
            }
            for (const session::FieldChange &field : change.fields) {
                if (source.field ? field.column != kValue : source.hidden.contains(field.column))
                    continue;
                const bool isLatest = seen.insert(field.column).second && change.kind == session::ChangeKind::Update;
                entry.lines.push_back({source, change.batch, field, isLatest});
            }
        }
    }
    std::vector<HistoryEntry> newestFirst;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        newestFirst.push_back(std::move(entry->second));
    return newestFirst;
}

void fillHistory(
    DetailPane &pane, desk::Application &application, const std::vector<HistorySource> &sources, std::function<void()> reverted)
{
    const std::vector<HistoryEntry> entries = historyOf(application.history(), sources);
    if (entries.empty()) {
        pane.addWidget(textLabel(tr("还没有修改记录"), "muted", &pane));
        return;
    }
    LeafWriter writer(pane, application, std::move(reverted));
    for (size_t i = 0; i < std::min(kMostShown, entries.size()); ++i)
        writer.write(entries[i]);
    if (entries.size() > kMostShown)
        pane.addWidget(textLabel(tr("更早的 %1 次略去").arg(entries.size() - kMostShown), "muted", &pane));
}

} // namespace mishutai::ui
