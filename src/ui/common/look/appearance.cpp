#include "ui/common/look/appearance.h"

#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QPixmapCache>
#include <QSettings>
#include <QWheelEvent>
#include <QWidget>

namespace mishutai::ui {

namespace {

constexpr qreal kBasePointSize = 10.5;
constexpr int kStep = 10;

QStringList families()
{
    const QStringList wanted{"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC"};
    const QStringList present = QFontDatabase::families();
    QStringList found;
    for (const QString &family : wanted) {
        if (present.contains(family))
            found << family;
    }
    return found;
}

class ThemeWatch : public QObject
{
public:
    ThemeWatch(QWidget *widget, std::function<void()> arrange) : QObject(widget), m_arrange(std::move(arrange))
    {
        widget->installEventFilter(this);
        m_arrange();
    }

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        const bool isChange = event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange;
        if (isChange && !m_isArranging) {
            m_isArranging = true;
            m_arrange();
            m_isArranging = false;
        }
        return QObject::eventFilter(object, event);
    }

private:
    std::function<void()> m_arrange;
    bool m_isArranging = false;
};

} // namespace

Appearance::Appearance(QSettings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_isSystemDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
    const QString scheme = m_settings.value("look/scheme", "light").toString();
    m_scheme = scheme == "dark" ? Scheme::Dark : scheme == "system" ? Scheme::System : Scheme::Light;
    m_scale = qBound(kSmallest, m_settings.value("look/scale", 100).toInt(), kLargest);
    QApplication::setStyle(new Style);
    apply();
    qApp->installEventFilter(this);
}

Appearance::~Appearance() = default;

void Appearance::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    apply();
    keep();
}

void Appearance::setScale(int percent)
{
    const int bounded = qBound(kSmallest, percent, kLargest);
    if (bounded == m_scale)
        return;
    m_scale = bounded;
    apply();
    keep();
}

void Appearance::apply()
{
    const bool isDark = m_scheme == Scheme::Dark || (m_scheme == Scheme::System && m_isSystemDark);
    const Theme &colours = isDark ? Theme::dark() : Theme::light();
    QFont font = QApplication::font();
    const QStringList found = families();
    if (!found.isEmpty())
        font.setFamilies(found);
    font.setPointSizeF(kBasePointSize * m_scale / 100.0);
    QApplication::setFont(font);
    QApplication::setPalette(colours.palette());
    QPixmapCache::clear();
    // A sheet set anew repolishes every widget: each gets a StyleChange and recomputes its lengths.
    qApp->setStyleSheet(styleSheet(colours));
    Q_EMIT changed();
}

void Appearance::keep()
{
    m_settings.setValue("look/scheme", m_scheme == Scheme::Dark ? "dark" : m_scheme == Scheme::System ? "system" : "light");
    m_settings.setValue("look/scale", m_scale);
}

bool Appearance::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Wheel && object->isWidgetType()) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        const int turn = wheel->angleDelta().y();
        if (wheel->modifiers() == Qt::ControlModifier && turn != 0 && !object->property("zoomsItself").toBool()) {
            setScale(m_scale + (turn > 0 ? kStep : -kStep));
            return true;
        }
    } else if (event->type() == QEvent::KeyPress && object->isWidgetType()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::ControlModifier) {
            if (key->key() == Qt::Key_Plus || key->key() == Qt::Key_Equal)
                setScale(m_scale + kStep);
            else if (key->key() == Qt::Key_Minus)
                setScale(m_scale - kStep);
            else if (key->key() == Qt::Key_0)
                setScale(100);
            else
                return QObject::eventFilter(object, event);
            return true;
        }
    }
    return QObject::eventFilter(object, event);
}

void onThemeChange(QWidget *widget, std::function<void()> arrange)
{
    new ThemeWatch(widget, std::move(arrange));
}

} // namespace mishutai::ui
