#include "ui/common/fields/date_field.h"

#include "base/period.h"
#include "ui/common/look/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QLocale>

namespace mishutai::ui {

namespace {

bool isWholeDate(const QString &text)
{
    return text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
}

} // namespace

DateField::DateField(std::function<QDate()> today, QWidget *parent) : LineField(parent), m_today(std::move(today))
{
    setPlaceholder(tr("20210514、5.14、5月14日"));
    edit()->setToolTip(tr("＋ － 改日，PgUp PgDn 改月，T 今天"));
    QAction *pick = edit()->addAction(icon("calendar"), QLineEdit::TrailingPosition);
    pick->setToolTip(tr("今天"));
    connect(pick, &QAction::triggered, this, [this] { change(m_today()); });
}

std::optional<QDate> DateField::date() const
{
    return parseDate(text(), m_today());
}

void DateField::setDate(std::optional<QDate> date)
{
    setText(date && date->isValid() ? date->toString(Qt::ISODate) : QString());
}

QString DateField::fault() const
{
    return isEmpty() || date() ? QString() : tr("不是一个日期，例如 20210514、2021.5.14、5月14日");
}

bool DateField::finish()
{
    if (const auto day = date())
        edit()->setText(day->toString(Qt::ISODate));
    return LineField::finish();
}

void DateField::change(QDate date)
{
    edit()->setText(date.toString(Qt::ISODate));
    noteEdit();
}

bool DateField::keyPressed(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    if (event->key() == Qt::Key_T) {
        change(m_today());
        return true;
    }
    // A hyphen inside an unfinished date is text: only a whole date is moved.
    if (!isWholeDate(text()) && !isEmpty())
        return false;
    const QDate base = isEmpty() ? m_today() : *date();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Up:
        change(base.addDays(1));
        return true;
    case Qt::Key_Minus:
    case Qt::Key_Down:
        change(base.addDays(-1));
        return true;
    case Qt::Key_PageUp:
        change(base.addMonths(-1));
        return true;
    case Qt::Key_PageDown:
        change(base.addMonths(1));
        return true;
    default:
        return false;
    }
}

void DateField::textChanged()
{
    const auto day = date();
    if (isEmpty())
        showHint({});
    else if (day)
        showHint(chineseDate(*day) + ' ' + QLocale(QLocale::Chinese).dayName(day->dayOfWeek()));
    else
        showHint(tr("…"));
}

} // namespace mishutai::ui
