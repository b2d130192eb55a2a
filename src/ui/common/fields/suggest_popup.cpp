#include "ui/common/fields/suggest_popup.h"

#include "ui/common/icons.h"
#include "ui/common/style.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace mishutai::ui {

namespace {

constexpr int kNoteRole = Qt::UserRole + 1;
constexpr int kIconRole = Qt::UserRole + 2;
constexpr int kMostShown = 9;

class SuggestionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &colours = theme();
        painter->save();
        const bool isMarked = option.state.testFlag(QStyle::State_Selected);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(isMarked                               ? colours.accentSoft
                : option.state.testFlag(QStyle::State_MouseOver) ? colours.hover
                                                                 : colours.card);
        painter->drawRoundedRect(option.rect.adjusted(px(2), 0, -px(2), 0), px(6), px(6));
        QRect area = option.rect.adjusted(px(10), 0, -px(10), 0);
        const QString iconName = index.data(kIconRole).toString();
        if (!iconName.isEmpty()) {
            const int edge = px(16);
            painter->drawPixmap(area.left(), area.center().y() - edge / 2,
                iconPixmap(iconName, isMarked ? colours.accent : colours.muted, edge, painter->device()->devicePixelRatioF()));
            area.setLeft(area.left() + edge + px(8));
        }
        const QString note = index.data(kNoteRole).toString();
        const QFontMetrics metrics(option.font);
        const int noteWidth = note.isEmpty() ? 0 : qMin(metrics.horizontalAdvance(note), area.width() / 2);
        painter->setFont(option.font);
        painter->setPen(colours.muted);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(note, Qt::ElideRight, noteWidth));
        painter->setPen(colours.text);
        const int room = area.width() - noteWidth - px(12);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {px(200), px(32)}; }
};

} // namespace

SuggestPopup::SuggestPopup(QLineEdit *edit)
    : QFrame(edit->window()), m_edit(edit), m_view(new QListView(this)), m_model(new QStandardItemModel(this))
{
    setLook(this, "overlay");
    setFocusPolicy(Qt::NoFocus);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new SuggestionDelegate(m_view));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(4), px(4), px(4), px(4));
    column->addWidget(m_view);
    connect(m_view, &QListView::clicked, this, &SuggestPopup::chosen);
    connect(edit, &QObject::destroyed, this, &QObject::deleteLater);
    hide();
}

void SuggestPopup::offer(const std::vector<Suggestion> &suggestions)
{
    m_suggestions = suggestions;
    m_model->clear();
    for (const Suggestion &suggestion : suggestions) {
        auto *item = new QStandardItem(suggestion.text);
        item->setData(suggestion.note, kNoteRole);
        item->setData(suggestion.isNew ? QString("add") : suggestion.iconName, kIconRole);
        m_model->appendRow(item);
    }
    if (suggestions.empty()) {
        close();
        return;
    }
    m_view->setCurrentIndex(m_model->index(0, 0));
    place();
    show();
    raise();
}

void SuggestPopup::place()
{
    QWidget *frame = m_edit->window();
    if (parentWidget() != frame)
        setParent(frame);
    const int rows = qMin(kMostShown, count());
    const int height = rows * px(32) + px(12);
    const int width = qMin(qMax(m_edit->width(), px(220)), frame->width() - px(16));
    const QPoint below = m_edit->mapTo(frame, QPoint(0, m_edit->height() + px(3)));
    const int x = qMin(below.x(), frame->width() - width - px(8));
    const bool fitsBelow = below.y() + height <= frame->height();
    const int y = fitsBelow ? below.y() : qMax(0, m_edit->mapTo(frame, QPoint(0, -px(3))).y() - height);
    setGeometry(x, y, width, height);
}

void SuggestPopup::close()
{
    hide();
}

std::optional<Suggestion> SuggestPopup::current() const
{
    const int row = m_view->currentIndex().row();
    if (!isOpen() || row < 0 || row >= count())
        return std::nullopt;
    return m_suggestions[static_cast<size_t>(row)];
}

void SuggestPopup::setNothingMarked()
{
    m_view->setCurrentIndex({});
}

bool SuggestPopup::keyPressed(QKeyEvent *event)
{
    if (!isOpen())
        return false;
    int row = m_view->currentIndex().row();
    switch (event->key()) {
    case Qt::Key_Down:
        ++row;
        break;
    case Qt::Key_Up:
        --row;
        break;
    case Qt::Key_PageDown:
        row += kMostShown;
        break;
    case Qt::Key_PageUp:
        row -= kMostShown;
        break;
    default:
        return false;
    }
    m_view->setCurrentIndex(m_model->index(qBound(0, row, count() - 1), 0));
    return true;
}

} // namespace mishutai::ui
