#include "ui/parties/duplicates_sheet.h"

#include "db/change_bus.h"
#include "desk/application.h"
#include "parties/duplicates/distinct_service.h"
#include "ui/common/guarded.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

DuplicatesSheet::DuplicatesSheet(QWidget *owner, desk::Application &application, parties::PartyKind kind,
    std::vector<DuplicateRow> rows, DuplicateActions actions)
    : Overlay(owner), m_application(application), m_kind(kind), m_rows(std::move(rows)), m_actions(std::move(actions)),
      m_headline(new QLabel(this)), m_hint(new QLabel(this)), m_table(new QTableWidget(0, 3, this)),
      m_mark(new QPushButton(this)), m_turn(new QPushButton(this))
{
    build();
    connect(&application.bus(), &db::ChangeBus::changed, this, [this](const QSet<QString> &tables) {
        if (tables.contains(QStringLiteral("distinct_pairs")))
            guarded(this, [this] { fill(); });
    });
    guarded(owner, [this] { fill(); });
    stayOpen();
    popUpCentred();
    m_table->setFocus();
}

void DuplicatesSheet::build()
{
    setObjectName("duplicates");
    setLook(m_headline, "title");
    setLook(m_hint, "muted");
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setColumnWidth(2, px(180));
    m_table->setMinimumSize(px(820), px(360));
    m_table->installEventFilter(this);
    auto *close = new QPushButton(tr("关闭"), this);
    for (QPushButton *button : {m_mark, m_turn, close})
        button->installEventFilter(this);
    connect(m_mark, &QPushButton::clicked, this, &DuplicatesSheet::mark);
    connect(m_turn, &QPushButton::clicked, this, &DuplicatesSheet::turn);
    connect(close, &QPushButton::clicked, this, [this] { dismiss(); });
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &DuplicatesSheet::compareCurrent);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_mark);
    buttons->addWidget(m_turn);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    column->setSpacing(px(8));
    column->addWidget(m_headline);
    column->addWidget(m_hint);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
}

std::vector<DuplicateRow> DuplicatesSheet::found() const
{
    std::vector<DuplicateRow> rows = m_rows;
    std::erase_if(rows, [this](const DuplicateRow &row) {
        return std::ranges::any_of(m_marks, [&row](const parties::DistinctPair &pair) {
            return pair.first == std::min(row.first, row.second) && pair.second == std::max(row.first, row.second);
        });
    });
    return rows;
}

std::vector<DuplicateRow> DuplicatesSheet::marked() const
{
    std::vector<DuplicateRow> rows;
    for (const parties::DistinctPair &pair : m_marks)
        rows.push_back({pair.first, pair.second, pair.firstCode + u' ' + pair.firstName, pair.secondCode + u' ' + pair.secondName,
            pair.markedOn.toString(Qt::ISODate) + u' ' + pair.markedBy});
    return rows;
}

void DuplicatesSheet::fill()
{
    m_marks = parties::DistinctService(m_application.session()).pairs(m_kind);
    m_shown = m_showsMarked ? marked() : found();
    m_headline->setText((m_showsMarked ? tr("已标记不是重复 %1 对") : tr("疑似重复 %1 对")).arg(m_shown.size()));
    m_hint->setText(m_showsMarked ? tr("标记过的不再提示。Del 取消标记，F6 回到疑似重复，Esc 关闭。")
                                  : tr("Enter 并排比较后合并，Del 标记不是重复（以后不再提示），F6 看已标记的，Esc 关闭。"));
    m_mark->setText(m_showsMarked ? tr("取消标记") : tr("不是重复"));
    m_mark->setToolTip("Del");
    m_mark->setEnabled(!m_shown.empty() && m_application.session().may(session::Operation::PartyDistinct));
    m_turn->setText(m_showsMarked ? tr("疑似重复") : tr("已标记的 %1 对").arg(m_marks.size()));
    m_turn->setToolTip("F6");
    m_table->setHorizontalHeaderLabels({tr("先登记的"), tr("后登记的"), m_showsMarked ? tr("标记") : tr("原因")});
    const int current = m_table->currentRow();
    m_table->setRowCount(static_cast<int>(m_shown.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const DuplicateRow &each = m_shown[static_cast<size_t>(row)];
        const QStringList texts{each.firstText, each.secondText, each.reason};
        for (int column = 0; column < 3; ++column) {
            m_table->setItem(row, column, new QTableWidgetItem(texts[column]));
            m_table->item(row, column)->setToolTip(texts[column]);
        }
    }
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(std::clamp(current, 0, m_table->rowCount() - 1), 0);
}

void DuplicatesSheet::turn()
{
    m_showsMarked = !m_showsMarked;
    m_table->setCurrentCell(-1, -1);
    guarded(this, [this] { fill(); });
    m_table->setFocus();
}

void DuplicatesSheet::mark()
{
    const int row = m_table->currentRow();
    if (row < 0 || !m_mark->isEnabled())
        return;
    const bool takesOff = m_showsMarked;
    DuplicateRow pair = m_shown[static_cast<size_t>(row)];
    const bool isDone = guarded(this, [&] {
        parties::DistinctService service(m_application.session());
        if (!takesOff) {
            service.mark(m_kind, pair.first, pair.second);
            return;
        }
        service.unmark(m_marks[static_cast<size_t>(row)]);
        const bool isKnown = std::ranges::any_of(
            m_rows, [&](const DuplicateRow &each) { return each.first == pair.first && each.second == pair.second; });
        pair.reason = tr("曾标记不是重复");
        if (!isKnown)
            m_rows.push_back(pair);
    });
    m_table->setFocus();
    if (isDone)
        m_actions.told(takesOff ? tr("已取消「不是重复」的标记") : tr("已标记不是重复，以后不再提示"));
}

void DuplicatesSheet::compareCurrent()
{
    if (m_table->currentRow() < 0)
        return;
    const DuplicateRow &chosen = m_shown[static_cast<size_t>(m_table->currentRow())];
    guarded(this, [this, &chosen] { m_actions.compare(chosen.first, chosen.second); });
}

bool DuplicatesSheet::eventFilter(QObject *object, QEvent *event)
{
    const bool isOurs = object == m_table || qobject_cast<QPushButton *>(object);
    if (!isOurs || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(object, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_F6)
        turn();
    else if (object == m_table && key == Qt::Key_Delete)
        mark();
    else if (object == m_table && isEnter)
        compareCurrent();
    else
        return Overlay::eventFilter(object, event);
    return true;
}

} // namespace mishutai::ui
