#include "ui/shell/go_to.h"

#include "ui/common/composition.h"
#include "ui/common/guarded.h"
#include "ui/common/icons.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace mishutai::ui {

GoTo::GoTo(Find find, QWidget *owner) : Overlay(owner), m_find(std::move(find)), m_edit(new QLineEdit(this)), m_popup(nullptr)
{
    m_edit->setPlaceholderText(tr("找单位、人员、活动、收支，或去某一页"));
    m_edit->setAccessibleName(tr("查找全部"));
    m_edit->addAction(icon("search"), QLineEdit::LeadingPosition);
    m_edit->setMinimumWidth(px(520));
    watchComposition(m_edit);
    m_edit->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(10), px(10), px(10), px(10));
    column->addWidget(m_edit);
    m_popup = new SuggestPopup(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        if (!isComposing(m_edit))
            search();
    });
    connect(m_popup, &SuggestPopup::chosen, this, &GoTo::take);
    connect(this, &Overlay::dismissed, m_popup, &SuggestPopup::close);
}

void GoTo::open()
{
    popUpCentred();
    m_edit->setFocus();
    search();
}

void GoTo::search()
{
    guarded(this, [this] { m_hits = m_find(m_edit->text().trimmed()); });
    std::vector<Suggestion> suggestions;
    for (const GoToHit &hit : m_hits)
        suggestions.push_back({hit.label, hit.note, static_cast<int>(suggestions.size()), false, hit.iconName});
    m_popup->offer(suggestions);
}

void GoTo::take()
{
    const auto chosen = m_popup->current();
    if (!chosen)
        return;
    const GoToHit hit = m_hits[static_cast<size_t>(chosen->value.toInt())];
    QWidget *window = parentWidget();
    dismiss(/*giveFocusBack=*/false);
    guarded(window, hit.open);
}

bool GoTo::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_edit && event->type() == QEvent::KeyPress && !isComposing(m_edit)) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (m_popup->keyPressed(key))
            return true;
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            take();
            return true;
        }
    }
    return Overlay::eventFilter(object, event);
}

} // namespace mishutai::ui
