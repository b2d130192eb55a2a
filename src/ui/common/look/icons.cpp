#include "ui/common/look/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <functional>

namespace mishutai::ui {

namespace {

using Colour = std::function<QColor(QIcon::Mode, QIcon::State)>;

/// Renders at the size asked for, so that pictures stay sharp at every scale and follow a change of theme.
class LineIconEngine : public QIconEngine
{
public:
    LineIconEngine(QString name, Colour colour) : m_name(std::move(name)), m_colour(std::move(colour)) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const int edge = qMin(rect.width(), rect.height());
        const QRect square(rect.x() + (rect.width() - edge) / 2, rect.y() + (rect.height() - edge) / 2, edge, edge);
        painter->drawPixmap(square, iconPixmap(m_name, m_colour(mode, state), edge, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        // The size is in device pixels already; QIcon sets the ratio.
        return iconPixmap(m_name, m_colour(mode, state), qMin(size.width(), size.height()), 1.0);
    }

    QIconEngine *clone() const override { return new LineIconEngine(*this); }

private:
    QString m_name;
    Colour m_colour;
};

QByteArray svg(const QString &name)
{
    QFile file(":/resources/icons/" + name + ".svg");
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio)
{
    const int edge = qMax(1, qRound(size * devicePixelRatio));
    const QString key = QString("icon:%1:%2:%3:%4").arg(name, colour.name(QColor::HexArgb)).arg(edge).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(edge, edge);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg(name).replace("currentColor", colour.name().toLatin1()));
    QPainter painter(&pixmap);
    if (renderer.isValid())
        renderer.render(&painter, QRectF(0, 0, edge, edge));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(const QString &name)
{
    return QIcon(new LineIconEngine(name, [](QIcon::Mode mode, QIcon::State state) {
        if (mode == QIcon::Disabled)
            return theme().faint;
        return state == QIcon::On || mode == QIcon::Selected ? theme().accent : theme().muted;
    }));
}

QIcon icon(const QString &name, Tone tone)
{
    return QIcon(new LineIconEngine(
        name, [tone](QIcon::Mode mode, QIcon::State) { return mode == QIcon::Disabled ? theme().faint : theme().tone(tone); }));
}

QIcon iconOnAccent(const QString &name)
{
    return QIcon(new LineIconEngine(
        name, [](QIcon::Mode mode, QIcon::State) { return mode == QIcon::Disabled ? theme().faint : theme().onAccent; }));
}

} // namespace mishutai::ui
