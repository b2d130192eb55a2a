#pragma once

#include "ui/common/look/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace mishutai::ui {

/// A line icon of resources/icons by its file name without suffix ("members", "chevron-down"). It takes its colour from the
/// theme at each painting: muted, accent when on or selected, faint when disabled. An unknown name gives an empty picture.
QIcon icon(const QString &name);

/// The same in one colour of the theme.
QIcon icon(const QString &name, Tone tone);

/// For text on an accent background.
QIcon iconOnAccent(const QString &name);

/// @param size edge in device-independent pixels
QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio);

} // namespace mishutai::ui
