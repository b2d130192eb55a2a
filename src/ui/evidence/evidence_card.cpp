#include "ui/evidence/evidence_card.h"

#include "ui/common/look/icons.h"
#include "ui/common/look/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace mishutai::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Evidence", text);
}

/// What the sheet of a file without a picture says: its usual ending, or the word of its kind.
QString wordOf(const evidence::EvidenceItem &item)
{
    const qsizetype dot = item.name.lastIndexOf(u'.');
    const QString ending = dot < 0 ? QString() : item.name.mid(dot + 1);
    const bool isShort = !ending.isEmpty() && ending.size() <= 4;
    const QString usual = evidence::usualEnding(item.media);
    return !usual.isEmpty() ? usual.toUpper() : isShort ? ending.toUpper() : evidence::mediaLabel(item.media);
}

void drawPicture(QPainter &painter, const QRect &area, const QImage &picture)
{
    const QSize size = picture.size().scaled(area.size(), Qt::KeepAspectRatio);
    QRect place(QPoint(), size);
    place.moveCenter(area.center());
    painter.drawImage(place, picture);
}

void drawSheet(QPainter &painter, const QRect &area, const QString &word, qreal ratio)
{
    const int edge = px(30);
    const QPixmap sheet = iconPixmap("file", theme().muted, edge, ratio);
    painter.drawPixmap(area.center().x() - edge / 2, area.top() + area.height() / 2 - edge, sheet);
    painter.setPen(theme().muted);
    painter.drawText(area.adjusted(0, area.height() / 2 + px(2), 0, 0), Qt::AlignHCenter | Qt::AlignTop, word);
}

} // namespace

QSize cardSize()
{
    return {px(104), px(78)};
}

QIcon cardIcon(const evidence::EvidenceItem &item, const QImage &picture, qreal ratio)
{
    const QRect area(QPoint(0, 0), cardSize());
    QPixmap card(cardSize() * ratio);
    card.setDevicePixelRatio(ratio);
    card.fill(Qt::transparent);
    QPainter painter(&card);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath edge;
    edge.addRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
    painter.fillPath(edge, theme().window);
    painter.save();
    painter.setClipPath(edge);
    if (picture.isNull())
        drawSheet(painter, area, wordOf(item), ratio);
    else
        drawPicture(painter, area, picture);
    painter.restore();
    painter.setPen(theme().border);
    painter.drawPath(edge);
    return QIcon(card);
}

QString cardDetail(const evidence::EvidenceItem &item)
{
    const QString size = QLocale().formattedDataSize(item.bytes, 1, QLocale::DataSizeTraditionalFormat);
    return item.takenOn.isValid() ? item.takenOn.toString(Qt::ISODate) + QChar::LineSeparator + size : size;
}

QString cardToolTip(const evidence::EvidenceItem &item)
{
    QStringList lines{item.shownName()};
    if (item.shownName() != item.name)
        lines.append(tr("原文件名：%1").arg(item.name));
    if (item.takenOn.isValid())
        lines.append(tr("日期：%1").arg(item.takenOn.toString(Qt::ISODate)));
    lines.append(tr("%1，%2").arg(
        evidence::mediaLabel(item.media), QLocale().formattedDataSize(item.bytes, 1, QLocale::DataSizeTraditionalFormat)));
    return lines.join('\n');
}

} // namespace mishutai::ui
