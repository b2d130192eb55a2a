#include "ui/shell/go_to.h"

#include "ui/common/composition.h"
#include "ui/common/guarded.h"
#include "ui/common/look/icons.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace mishutai::ui {

namespace {

/// Seldom enough that somebody can read the hits while lists are still read.
constexpr int kShowEveryMs = 200;

} // namespace

GoTo::GoTo(Find find, Read read, QWidget *owner)
    : Overlay(owner), m_find(std::move(find)), m_read(std::move(read)), m_edit(new QLineEdit(this)), m_popup(nullptr)
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
        m_isAwaited = false;
        if (!isComposing(m_edit))
            search();
    });
    connect(m_popup, &SuggestPopup::chosen, this, &GoTo::take);
    connect(&m_reading, &QTimer::timeout, this, &GoTo::readOn);
    connect(this, &Overlay::dismissed, m_popup, &SuggestPopup::close);
}

void GoTo::open()
{
    popUpCentred();
    m_edit->setFocus();
    search();
    if (m_read)
        m_reading.start(0);
}

void GoTo::readOn()
{
    bool hasMore = false;
    guarded(this, [&] { hasMore = m_read(); });
    if (!hasMore)
        m_reading.stop();
    // Who went down the list keeps the place until everything is there.
    const bool isDue = m_searched.elapsed() > kShowEveryMs && m_popup->isFirstMarked();
    if (!m_edit->text().trimmed().isEmpty() && (!hasMore || isDue))
        search();
    if (!hasMore && m_isAwaited) {
        m_isAwaited = false;
        take();
    }
}

void GoTo::search()
{
    guarded(this, [this] { m_hits = m_find(m_edit->text().trimmed()); });
    std::vector<Suggestion> suggestions;
    for (const GoToHit &hit : m_hits)
        suggestions.push_back({hit.label, hit.note, static_cast<int>(suggestions.size()), false, hit.iconName});
    m_popup->offer(suggestions);
    m_searched.start();
}

void GoTo::take()
{
    // Enter takes the first of all, not the first of what was read so far.
    if (m_reading.isActive() && m_popup->isFirstMarked() && !m_edit->text().trimmed().isEmpty()) {
        m_isAwaited = true;
        return;
    }
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
