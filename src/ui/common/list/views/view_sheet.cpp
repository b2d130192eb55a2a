#include "ui/common/list/views/view_sheet.h"

#include "ui/common/composition.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

namespace {

enum Kind { All, View, Keep };
constexpr int kNameRole = Qt::UserRole + 1;
constexpr int kNumbered = 9;

} // namespace

ViewSheet::ViewSheet(SavedViews views, QWidget *owner)
    : Overlay(owner), m_views(std::move(views)), m_all(m_views.all()), m_search(new QLineEdit(this)),
      m_list(new QListWidget(this))
{
    m_search->setPlaceholderText(m_views.maySave() ? tr("视图的名称或首字母；新名称存为视图") : tr("视图的名称或首字母"));
    m_search->setAccessibleName(tr("视图"));
    m_search->addAction(icon("search"), QLineEdit::LeadingPosition);
    watchComposition(m_search);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    m_list->setMinimumHeight(px(190));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(12), px(10), px(12), px(12));
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    setFixedWidth(px(320));
    connect(m_search, &QLineEdit::textChanged, this, &ViewSheet::fill);
    connect(m_list, &QListWidget::itemClicked, this, &ViewSheet::take);
    fill();
}

void ViewSheet::focusSearch()
{
    m_search->setFocus();
}

void ViewSheet::fill()
{
    m_list->clear();
    const QString typed = m_search->text().trimmed();
    const auto add = [this](Kind kind, const QString &label, const QString &name) {
        auto *item = new QListWidgetItem(label, m_list);
        item->setData(Qt::UserRole, kind);
        item->setData(kNameRole, name);
    };
    if (typed.isEmpty())
        add(All, tr("全部（默认列，不筛选）"), {});
    for (size_t i = 0; i < m_all.size(); ++i) {
        const QString number = i < kNumbered ? QString::number(i + 1) + QStringLiteral("　") : QString();
        if (matchesTyped(m_all[i].name, typed))
            add(View, number + m_all[i].name, m_all[i].name);
    }
    if (!typed.isEmpty() && m_views.maySave()) {
        const bool isKnown = std::ranges::find(m_all, typed, &SavedView::name) != m_all.end();
        add(Keep, isKnown ? tr("按现在的样子更新「%1」").arg(typed) : tr("把现在的样子存为「%1」").arg(typed), typed);
    }
    m_list->setCurrentRow(0);
}

void ViewSheet::take()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QString name = item->data(kNameRole).toString();
    switch (item->data(Qt::UserRole).toInt()) {
    case All:
        Q_EMIT allAsked();
        break;
    case View:
        Q_EMIT chosen(*std::ranges::find(m_all, name, &SavedView::name));
        break;
    default:
        Q_EMIT keepAsked(name);
    }
    dismiss();
}

bool ViewSheet::keyPressed(QKeyEvent *event, QObject *object)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (object == m_search) {
            const int step = event->key() == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
        return false;
    case Qt::Key_Delete:
        if (const QListWidgetItem *item = m_list->currentItem();
            item && item->data(Qt::UserRole).toInt() == View && m_views.maySave() && m_search->text().isEmpty()) {
            Q_EMIT removeAsked(item->data(kNameRole).toString());
            dismiss();
            return true;
        }
        return false;
    default:
        break;
    }
    const int number = event->text().toInt();
    if (m_search->text().isEmpty() && number >= 1 && number <= static_cast<int>(m_all.size())) {
        m_list->setCurrentRow(number);
        take();
        return true;
    }
    return false;
}

bool ViewSheet::eventFilter(QObject *object, QEvent *event)
{
    const bool isMine = object == m_search || object == m_list;
    if (isMine && event->type() == QEvent::KeyPress && !isComposing(m_search)
        && keyPressed(static_cast<QKeyEvent *>(event), object))
        return true;
    return Overlay::eventFilter(object, event);
}

} // namespace mishutai::ui
