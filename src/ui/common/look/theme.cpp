#include "ui/common/look/theme.h"

#include <QApplication>
#include <QPalette>
#include <QScreen>

namespace mishutai::ui {

const Theme &Theme::light()
{
    static const Theme colours{
        .isDark = false,
        .window = QColor(0xF4F5F8),
        .card = QColor(0xFFFFFF),
        .rail = QColor(0xFFFFFF),
        .border = QColor(0xE2E5EB),
        .text = QColor(0x1E2430),
        .muted = QColor(0x5C6777),
        .faint = QColor(0x929BA9),
        .hover = QColor(0xF4F6FA),
        .accent = QColor(0x2563EB),
        .accentSoft = QColor(0xE7EEFD),
        .onAccent = QColor(0xFFFFFF),
        .good = QColor(0x0F7A45),
        .goodSoft = QColor(0xE4F4EB),
        .warning = QColor(0x94570A),
        .warningSoft = QColor(0xFDF3DC),
        .bad = QColor(0xC0261D),
        .badSoft = QColor(0xFCEBE9),
        .required = QColor(0xFFFBEC),
        .series2 = QColor(0xC6D5F5),
    };
    return colours;
}

const Theme &Theme::dark()
{
    static const Theme colours{
        .isDark = true,
        .window = QColor(0x1A1D23),
        .card = QColor(0x23272E),
        .rail = QColor(0x1F2329),
        .border = QColor(0x373D47),
        .text = QColor(0xE5E8ED),
        .muted = QColor(0xA6AFBC),
        .faint = QColor(0x7B8593),
        .hover = QColor(0x2B3038),
        .accent = QColor(0x7AA5FF),
        .accentSoft = QColor(0x2B3851),
        .onAccent = QColor(0x0F1726),
        .good = QColor(0x62C993),
        .goodSoft = QColor(0x20372B),
        .warning = QColor(0xE6B45C),
        .warningSoft = QColor(0x3A3121),
        .bad = QColor(0xFF9087),
        .badSoft = QColor(0x42292B),
        .required = QColor(0x302C22),
        .series2 = QColor(0x48597C),
    };
    return colours;
}

QColor Theme::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Plain:
        return text;
    case Tone::Accent:
        return accent;
    case Tone::Good:
        return good;
    case Tone::Warning:
        return warning;
    case Tone::Bad:
        return bad;
    case Tone::Muted:
        return muted;
    }
    return text;
}

QColor Theme::toneSoft(Tone tone) const
{
    switch (tone) {
    case Tone::Accent:
        return accentSoft;
    case Tone::Good:
        return goodSoft;
    case Tone::Warning:
        return warningSoft;
    case Tone::Bad:
        return badSoft;
    case Tone::Plain:
    case Tone::Muted:
        return hover;
    }
    return hover;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, card);
    palette.setColor(QPalette::AlternateBase, hover);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, card);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, bad);
    palette.setColor(QPalette::PlaceholderText, faint);
    palette.setColor(QPalette::ToolTipBase, card);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, onAccent);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Light, card);
    palette.setColor(QPalette::Midlight, hover);
    palette.setColor(QPalette::Mid, border);
    palette.setColor(QPalette::Dark, isDark ? window.darker(140) : faint);
    palette.setColor(QPalette::Shadow, isDark ? QColor(Qt::black) : muted);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

const Theme &theme()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128 ? Theme::dark() : Theme::light();
}

int px(qreal length)
{
    const QFont font = QApplication::font();
    const QScreen *screen = QGuiApplication::primaryScreen();
    const qreal dpi = screen ? screen->logicalDotsPerInchY() : 96.0;
    const qreal size = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * dpi / 72.0;
    constexpr qreal kBaseSize = 14.0; // 10.5 pt at 96 dpi
    return qRound(length * size / kBaseSize);
}

} // namespace mishutai::ui
