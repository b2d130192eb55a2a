#pragma once

#include <QColor>

class QPalette;

namespace mishutai::ui {

/// What a colour says besides the word next to it; status is never told by colour alone.
enum class Tone { Plain, Accent, Good, Warning, Bad, Muted };

/// Every colour of the window. Text colours hold a contrast of at least 4.5 : 1 on `card` and `window`.
struct Theme {
    bool isDark;
    QColor window; ///< behind the cards
    QColor card; ///< lists, forms, cards
    QColor rail; ///< navigation at the left
    QColor border; ///< 1 px lines
    QColor text;
    QColor muted; ///< labels, second lines
    QColor faint; ///< ghost words, disabled
    QColor hover;
    QColor accent;
    QColor accentSoft; ///< selected rows, the present page
    QColor onAccent; ///< text on accent
    QColor good;
    QColor goodSoft;
    QColor warning;
    QColor warningSoft;
    QColor bad; ///< errors and negative amounts
    QColor badSoft;
    QColor required; ///< tint of a required field that is empty
    QColor series2; ///< second series of a chart, legible beside accent in grey print

    static const Theme &light();
    static const Theme &dark();

    QColor tone(Tone tone) const;
    QColor toneSoft(Tone tone) const;
    QPalette palette() const;
};

/// The theme that the application's palette was made from. GUI thread.
const Theme &theme();

/// Length in device-independent pixels of what is `length` at the base font of 10.5 pt: follows the font size setting.
int px(qreal length);

} // namespace mishutai::ui
