#include "ui/common/fields/suggest_popup.h"

#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"

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
constexpr int kLinePx = 32;
constexpr int kNotedLinePx = 22;
constexpr int kLeastWidthPx = 220;
constexpr int kMostWidthPx = 480;

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
        paintTexts(*painter, area, option.font, index);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {px(200), index.data(kNoteRole).toString().isEmpty() ? px(kLinePx) : noteTop(option.font) * 2};
    }

    static int noteTop(const QFont &font) { return qMax(px(kNotedLinePx), QFontMetrics(font).height()); }

private:
    /// The text has the whole width; what tells two of one name apart stands below it.
    static void paintTexts(QPainter &painter, const QRect &area, const QFont &font, const QModelIndex &index)
    {
        const QString note = index.data(kNoteRole).toString();
        const QFontMetrics metrics(font);
        const QString text = metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, area.width());
        painter.setFont(font);
        painter.setPen(theme().text);
        if (note.isEmpty()) {
            painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, text);
            return;
        }
        const int half = area.height() / 2;
        painter.drawText(QRect(area.left(), area.top(), area.width(), half), Qt::AlignLeft | Qt::AlignBottom, text);
        painter.setPen(theme().muted);
        painter.drawText(QRect(area.left(), area.top() + half, area.width(), half), Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(note, Qt::ElideRight, area.width()));
    }
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
    int height = px(12);
    for (int row = 0; row < qMin(kMostShown, count()); ++row)
        height += m_view->sizeHintForIndex(m_model->index(row, 0)).height();
    const int width = qMin(neededWidth(), frame->width() - px(16));
    const QPoint below = m_edit->mapTo(frame, QPoint(0, m_edit->height() + px(3)));
    const int x = qMin(below.x(), frame->width() - width - px(8));
    const bool fitsBelow = below.y() + height <= frame->height();
    const int y = fitsBelow ? below.y() : qMax(0, m_edit->mapTo(frame, QPoint(0, -px(3))).y() - height);
    setGeometry(x, y, width, height);
}

/// As wide as the field, and wider for long names as far as there is sense in it.
int SuggestPopup::neededWidth() const
{
    const QFontMetrics metrics(m_view->font());
    int widest = 0;
    for (const Suggestion &suggestion : m_suggestions)
        widest = qMax(widest, qMax(metrics.horizontalAdvance(suggestion.text), metrics.horizontalAdvance(suggestion.note)));
    return qMax(qMax(m_edit->width(), px(kLeastWidthPx)), qMin(px(kMostWidthPx), widest + px(56)));
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

bool SuggestPopup::isFirstMarked() const
{
    return !isOpen() || m_view->currentIndex().row() <= 0;
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
