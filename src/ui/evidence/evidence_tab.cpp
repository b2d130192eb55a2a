#include "ui/evidence/evidence_tab.h"

#include "ui/common/look/appearance.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/common/message_bar.h"
#include "ui/evidence/evidence_card.h"
#include "ui/evidence/evidence_desk.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace mishutai::ui {

using evidence::EvidenceItem;

namespace {

constexpr int kDetailRole = Qt::UserRole + 1;

/// Below the name, which alone can be edited, stand day and size.
class CardDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        // Lines of its own, each cut by itself: a long name must not push day and size out of sight.
        option->text = option->fontMetrics.elidedText(option->text, Qt::ElideMiddle, cardSize().width() - px(4))
            + QChar::LineSeparator + index.data(kDetailRole).toString();
        option->displayAlignment = Qt::AlignHCenter | Qt::AlignTop;
    }
};

} // namespace

EvidenceTab::EvidenceTab(EvidenceDesk &desk, qint64 id, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_id(id), m_grid(new QListWidget(this))
{
    setObjectName("evidence");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(makeButtons());
    m_items = desk.itemsOf(id);
    auto *hint = new QLabel(tr("还没有佐证。\n把照片、扫描件、发票拖到这里，或复制图片后按 Ctrl+V。"), this);
    setLook(hint, "muted");
    hint->setWordWrap(true);
    hint->setVisible(m_items.empty() && desk.mayAttach());
    column->addWidget(hint);
    column->addWidget(m_grid);
    column->addStretch();
    m_grid->setVisible(!m_items.empty());
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setMovement(QListView::Static);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setUniformItemSizes(true);
    m_grid->setWordWrap(false);
    m_grid->setItemDelegate(new CardDelegate(m_grid));
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_grid->setEditTriggers(desk.mayAttach() ? QAbstractItemView::EditKeyPressed : QAbstractItemView::NoEditTriggers);
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setAccessibleName(tr("佐证"));
    m_grid->installEventFilter(this);
    onThemeChange(m_grid, [this] {
        m_grid->setIconSize(cardSize());
        // Below the picture stand name, day and size.
        constexpr int kLines = 3;
        const int texts = kLines * m_grid->fontMetrics().lineSpacing();
        m_grid->setGridSize(QSize(cardSize().width() + px(12), cardSize().height() + texts + px(22)));
        const QSignalBlocker quiet(m_grid);
        // The leaf is as high as what it holds; more than some rows scroll in the grid, which then keeps the buttons in sight.
        for (int row = 0; row < m_grid->count(); ++row) {
            const EvidenceItem &item = m_items[static_cast<size_t>(row)];
            m_grid->item(row)->setIcon(cardIcon(item, m_desk.thumbnails().find(item.sha256), devicePixelRatioF()));
        }
        constexpr int kFew = 4;
        m_grid->setFixedHeight(m_grid->gridSize().height() * (m_items.size() <= kFew ? 2 : 3) + px(8));
    });
    fill();
    connect(m_grid, &QListWidget::itemActivated, this, [this] {
        if (const EvidenceItem *item = current())
            m_desk.open(*item);
    });
    connect(m_grid, &QListWidget::itemSelectionChanged, this, &EvidenceTab::enableButtons);
    connect(m_grid, &QListWidget::itemChanged, this, &EvidenceTab::renamed);
    connect(&desk.thumbnails(), &Thumbnails::made, this, &EvidenceTab::showPicture);
    enableButtons();
}

QPushButton *EvidenceTab::addButton(QLayout &row, const QString &label, const QString &iconName, std::function<void()> run)
{
    auto *button = new QPushButton(icon(iconName), label, this);
    setLook(button, "quiet");
    connect(button, &QPushButton::clicked, this, std::move(run));
    row.addWidget(button);
    return button;
}

QWidget *EvidenceTab::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *lines = new QVBoxLayout(bar);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(4));
    const auto line = [lines] {
        auto *row = new QHBoxLayout;
        row->setSpacing(px(4));
        lines->addLayout(row);
        return row;
    };
    if (m_desk.mayAttach()) {
        QHBoxLayout *row = line();
        addButton(*row, tr("添加文件"), "add", [this] { m_desk.askFiles(m_id); });
        addButton(*row, tr("粘贴图片"), "copy", [this] {
            if (!m_desk.attachFrom(QApplication::clipboard()->mimeData(), m_id))
                MessageArea::of(this).done(tr("剪贴板里没有图片或文件：先截图，或在微信、文件夹里复制"));
        })->setToolTip(tr("Ctrl+V：截图、微信里复制的图片，或在文件夹里复制的文件"));
        row->addStretch();
    }
    QHBoxLayout *row = line();
    const auto withCurrent = [this](auto act) {
        return [this, act] {
            if (const EvidenceItem *item = current())
                act(m_desk, *item);
        };
    };
    m_forOne << addButton(
        *row, tr("打开"), "file", withCurrent([](EvidenceDesk &desk, const EvidenceItem &item) { desk.open(item); }));
    m_forOne << addButton(
        *row, tr("另存"), "export", withCurrent([](EvidenceDesk &desk, const EvidenceItem &item) { desk.saveAs(item); }));
    if (m_desk.mayRemove())
        m_remove = addButton(*row, tr("删除"), "delete", [this] { m_desk.remove(selected()); });
    row->addStretch();
    return bar;
}

void EvidenceTab::fill()
{
    m_isFilling = true;
    m_desk.thumbnails().forgetWaiting();
    for (const EvidenceItem &item : m_items) {
        auto *cell = new QListWidgetItem(item.shownName(), m_grid);
        cell->setData(kDetailRole, cardDetail(item));
        cell->setToolTip(cardToolTip(item));
        cell->setData(Qt::AccessibleTextRole, cardToolTip(item));
        if (m_desk.mayAttach())
            cell->setFlags(cell->flags() | Qt::ItemIsEditable);
        cell->setIcon(cardIcon(item, m_desk.thumbnails().find(item.sha256), devicePixelRatioF()));
        m_desk.thumbnails().ask(item.sha256, item.media);
    }
    if (m_grid->count() > 0)
        m_grid->setCurrentRow(0, QItemSelectionModel::NoUpdate);
    m_isFilling = false;
}

void EvidenceTab::showPicture(const QString &sha256)
{
    const QImage picture = m_desk.thumbnails().find(sha256);
    m_isFilling = true;
    for (size_t row = 0; row < m_items.size(); ++row) {
        if (m_items[row].sha256 == sha256)
            m_grid->item(static_cast<int>(row))->setIcon(cardIcon(m_items[row], picture, devicePixelRatioF()));
    }
    m_isFilling = false;
}

void EvidenceTab::enableButtons()
{
    const auto chosen = m_grid->selectedItems().size();
    for (QPushButton *button : m_forOne) {
        button->setVisible(!m_items.empty());
        button->setEnabled(chosen == 1);
    }
    if (m_remove) {
        m_remove->setVisible(!m_items.empty());
        m_remove->setEnabled(chosen > 0);
    }
}

const EvidenceItem *EvidenceTab::current() const
{
    const int row = m_grid->currentRow();
    return row >= 0 && static_cast<size_t>(row) < m_items.size() ? &m_items[static_cast<size_t>(row)] : nullptr;
}

std::vector<EvidenceItem> EvidenceTab::selected() const
{
    std::vector<EvidenceItem> items;
    for (size_t row = 0; row < m_items.size(); ++row) {
        if (m_grid->item(static_cast<int>(row))->isSelected())
            items.push_back(m_items[row]);
    }
    return items;
}

void EvidenceTab::renamed(QListWidgetItem *cell)
{
    const int row = m_grid->row(cell);
    if (m_isFilling || row < 0)
        return;
    // The grid is made anew by this; it must have done with its editor first.
    const EvidenceItem item = m_items[static_cast<size_t>(row)];
    QMetaObject::invokeMethod(
        &m_desk, [&desk = m_desk, item, caption = cell->text()] { desk.rename(item, caption); }, Qt::QueuedConnection);
}

bool EvidenceTab::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_grid && event->type() == QEvent::FocusIn && m_grid->selectedItems().isEmpty() && m_grid->currentItem())
        m_grid->currentItem()->setSelected(true);
    if (object == m_grid && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete) {
            m_desk.remove(selected());
            return true;
        }
        const EvidenceItem *item = current();
        if (item && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            m_desk.open(*item);
            return true;
        }
    }
    // F2 names the file here; elsewhere on the page it opens the form.
    if (object == m_grid && event->type() == QEvent::ShortcutOverride && m_desk.mayAttach()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F2) {
        event->accept();
        return true;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace mishutai::ui
