#pragma once

#include "evidence/links/evidence.h"

#include <QIcon>
#include <QImage>
#include <QSize>

namespace mishutai::ui {

/// Edge lengths of a card's picture, device-independent pixels.
QSize cardSize();
/// The thumbnail, or a sheet with the word of its kind where there is none.
QIcon cardIcon(const evidence::EvidenceItem &item, const QImage &picture, qreal devicePixelRatio);
/// Day, where its name says one, and size, a line each.
QString cardDetail(const evidence::EvidenceItem &item);
/// Name, original name, day and size, a line each.
QString cardToolTip(const evidence::EvidenceItem &item);

} // namespace mishutai::ui
