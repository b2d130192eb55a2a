#pragma once

#include <QProxyStyle>

namespace mishutai::ui {

struct Theme;

/// Fusion with our own standard icons, buttons without icons in dialogs, and focus and sizes that follow the font.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    using QProxyStyle::polish;

    Style();
    void polish(QWidget *widget) override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const override;
    QPixmap standardPixmap(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
};

/// The style sheet of the whole application. Widgets choose their look by the dynamic property "look":
/// QPushButton/QToolButton: primary, quiet, mini, link, danger, nav, leaf, chip · QLabel: title, heading, section, muted, small,
/// error, figure, warning · QFrame: card, cardMarked, rail, bar, banner, overlay, line.
QString styleSheet(const Theme &theme);

/// Sets the property "look" and repolishes.
void setLook(QWidget *widget, const char *look);

} // namespace mishutai::ui
