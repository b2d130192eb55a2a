#include "ui/parties/merge_sheet.h"

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

namespace mishutai::ui {

namespace {

enum Column { FieldColumn, LeftColumn, RightColumn, ColumnCount };

constexpr auto kKeptMembership = "membership.kept";
constexpr auto kSecondMembership = "membership.second";

QString membershipText(const members::Member &member, office::HeadWord word)
{
    const members::MemberDetails &d = member.details;
    const QString since = d.joinedOn.isValid() ? MergeSheet::tr("，%1入会").arg(d.joinedOn.toString(Qt::ISODate)) : QString();
    return d.code + u' ' + members::levelText(d.level, word) + since;
}

} // namespace

void askMemberships(MergeQuestion &question, const std::vector<members::Member> &open, office::HeadWord word)
{
    if (open.size() < 2)
        return;
    question.rows.push_back(
        {kKeptMembership, MergeSheet::tr("保留的会籍"), membershipText(open[0], word), membershipText(open[1], word)});
    question.rows.push_back({kSecondMembership, MergeSheet::tr("另一个会籍"), MergeSheet::tr("是重复登记，删除"),
        MergeSheet::tr("较早入会的：到保留的会籍开始时为止，留作历史")});
}

std::optional<members::MembershipChoice> chosenMembership(const std::vector<members::Member> &open, const QSet<QString> &right)
{
    if (open.size() < 2)
        return std::nullopt;
    return members::MembershipChoice{open[right.contains(kKeptMembership) ? 1 : 0].id,
        right.contains(kSecondMembership) ? members::SecondMembership::Close : members::SecondMembership::Remove};
}

MergeSheet::MergeSheet(QWidget *owner, Ask ask, std::function<void()> merged)
    : Overlay(owner), m_ask(std::move(ask)), m_merged(std::move(merged)), m_table(new QTableWidget(this)),
      m_headline(new QLabel(this)), m_warning(new QLabel(this)), m_note(new QLabel(this))
{
    barUndo();
    build();
    if (!guarded(owner, [this] { load(); })) {
        deleteLater();
        return;
    }
    popUpCentred();
    (m_table->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_merge)->setFocus();
}

void MergeSheet::build()
{
    setObjectName("merge");
    setLook(m_headline, "title");
    m_warning->setWordWrap(true);
    setLook(m_warning, "error");
    m_note->setWordWrap(true);
    setLook(m_note, "muted");
    m_table->setColumnCount(ColumnCount);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setMinimumSize(px(820), px(300));
    m_table->installEventFilter(this);
    connect(m_table, &QTableWidget::cellClicked, this, [this](int row, int column) {
        if (column != FieldColumn)
            choose(row, column == RightColumn);
    });
    auto *swapSides = new QPushButton(tr("左右互换"), this);
    swapSides->setToolTip("F6");
    auto *cancel = new QPushButton(tr("取消"), this);
    m_merge = new QPushButton(tr("合并"), this);
    m_merge->setToolTip("Ctrl+Enter");
    m_merge->setAutoDefault(true);
    setLook(m_merge, "primary");
    for (QPushButton *button : {swapSides, cancel, m_merge})
        button->installEventFilter(this);
    connect(swapSides, &QPushButton::clicked, this, &MergeSheet::swap);
    connect(cancel, &QPushButton::clicked, this, [this] { dismiss(); });
    connect(m_merge, &QPushButton::clicked, this, &MergeSheet::merge);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(swapSides);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_merge);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    column->setSpacing(px(8));
    column->addWidget(m_headline);
    column->addWidget(m_table, 1);
    column->addWidget(m_warning);
    column->addWidget(m_note);
    column->addLayout(buttons);
}

void MergeSheet::load()
{
    m_question = m_ask(m_isSwapped);
    m_isRight.assign(m_question.rows.size(), false);
    m_headline->setText(tr("把「%1」并入「%2」").arg(m_question.right, m_question.left));
    m_warning->setText(m_question.warning);
    m_warning->setVisible(!m_question.warning.isEmpty());
    const QString keys = m_question.rows.empty() ? tr("两条资料没有矛盾，可直接合并。")
                                                 : tr("↑↓ 选项目，←→ 选取哪一边，F6 左右互换，Ctrl+Enter 合并。");
    m_note->setText(m_question.note + u'\n' + keys);
    m_table->setHorizontalHeaderLabels(
        {tr("不同的项目"), tr("保留：%1").arg(m_question.left), tr("并入：%1").arg(m_question.right)});
    m_table->setRowCount(static_cast<int>(m_question.rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (int column = 0; column < ColumnCount; ++column)
            m_table->setItem(row, column, new QTableWidgetItem);
        m_table->item(row, FieldColumn)->setText(m_question.rows[static_cast<size_t>(row)].label);
        choose(row, false);
    }
    m_table->setColumnWidth(FieldColumn, px(150));
    m_table->horizontalHeader()->setSectionResizeMode(LeftColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(RightColumn, QHeaderView::Stretch);
    m_table->resizeRowsToContents();
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(0, LeftColumn);
}

void MergeSheet::choose(int row, bool isRight)
{
    m_isRight[static_cast<size_t>(row)] = isRight;
    const parties::MergeField &field = m_question.rows[static_cast<size_t>(row)];
    const auto show = [&](Column column, const QString &text, bool isChosen) {
        QTableWidgetItem *item = m_table->item(row, column);
        item->setText((isChosen ? QStringLiteral("● ") : QStringLiteral("○ ")) + text);
        QFont font = m_table->font();
        font.setBold(isChosen);
        item->setFont(font);
        item->setForeground(isChosen ? theme().text : theme().muted);
        item->setToolTip(text);
    };
    show(LeftColumn, field.kept, !isRight);
    show(RightColumn, field.other, isRight);
}

QSet<QString> MergeSheet::chosenRight() const
{
    QSet<QString> keys;
    for (size_t i = 0; i < m_isRight.size(); ++i) {
        if (m_isRight[i])
            keys.insert(m_question.rows[i].key);
    }
    return keys;
}

void MergeSheet::swap()
{
    m_isSwapped = !m_isSwapped;
    guarded(this, [this] { load(); });
}

void MergeSheet::merge()
{
    if (!guarded(this, [this] { m_question.merge(chosenRight()); }))
        return;
    const auto merged = m_merged;
    dismiss();
    merged();
}

bool MergeSheet::eventFilter(QObject *object, QEvent *event)
{
    const bool isOurs = object == m_table || qobject_cast<QPushButton *>(object);
    if (!isOurs || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
        merge();
    } else if (key->key() == Qt::Key_F6) {
        swap();
    } else if (object == m_table && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right)) {
        if (m_table->currentRow() >= 0)
            choose(m_table->currentRow(), key->key() == Qt::Key_Right);
    } else {
        return Overlay::eventFilter(object, event);
    }
    return true;
}

} // namespace mishutai::ui
