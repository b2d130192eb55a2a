#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QHash>
#include <QRegularExpression>

namespace mishutai::ui {

namespace {

// @name is a colour of the theme, 12u a length at the base font.
const char kSheet[] = R"(
QWidget { selection-background-color: @accent; selection-color: @onAccent; }
QToolTip { background: @card; color: @text; border: 1px solid @border; padding: 4u 6u; }
QLabel[look="title"] { font-size: 20u; font-weight: 600; }
QLabel[look="heading"] { font-size: 17u; font-weight: 600; }
QLabel[look="figure"] { font-size: 25u; font-weight: 600; }
QLabel[look="section"] { color: @muted; font-weight: 600; }
QLabel[look="muted"] { color: @muted; }
QLabel[look="warning"] { color: @warning; }
QLabel[look="small"] { color: @muted; font-size: 12u; }
QLabel[look="error"] { color: @bad; font-size: 12u; }
QFrame[look="card"] { background: @card; border: 1px solid @border; border-radius: 10u; }
QFrame[look="cardMarked"] { background: @card; border: 1px solid @accent; border-radius: 10u; }
QFrame[look="overlay"] { background: @card; border: 1px solid @faint; border-radius: 10u; }
QFrame[look="rail"] { background: @rail; border: none; border-right: 1px solid @border; }
QFrame[look="bar"] { background: @rail; border: none; border-top: 1px solid @border; }
QFrame[look="line"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="messageGood"] { background: @goodSoft; border: 1px solid @good; border-radius: 8u; }
QFrame[look="messageBad"] { background: @badSoft; border: 1px solid @bad; border-radius: 8u; }
QFrame[look="messagePlain"] { background: @card; border: 1px solid @faint; border-radius: 8u; }
QFrame[look="banner"] { background: @warningSoft; border: none; border-bottom: 1px solid @border; }

QPushButton, QToolButton { background: @card; color: @text; border: 1px solid @border; border-radius: 7u; padding: 5u 14u; min-height: 22u; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:focus, QToolButton:focus { border-color: @accent; }
QPushButton:pressed, QToolButton:pressed { background: @accentSoft; }
QPushButton:disabled, QToolButton:disabled { color: @faint; }
QPushButton[look="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[look="primary"]:hover { background: @accentHover; }
QPushButton[look="primary"]:focus { border: 2px solid @text; padding: 4u 13u; }
QPushButton[look="primary"]:disabled { background: @border; color: @faint; border-color: @border; }
QPushButton[look="danger"] { color: @bad; }
QPushButton[look="link"] { background: transparent; border: none; color: @accent; padding: 2u 4u; min-height: 18u; }
QPushButton[look="link"]:hover, QPushButton[look="link"]:focus { text-decoration: underline; background: transparent; }
QToolButton[look="quiet"], QPushButton[look="quiet"] { background: transparent; border: 1px solid transparent; padding: 3u 6u; min-height: 20u; }
QToolButton[look="quiet"]:hover, QPushButton[look="quiet"]:hover { background: @hover; }
QToolButton[look="quiet"]:focus, QPushButton[look="quiet"]:focus { border-color: @accent; }
QFileDialog QToolButton { padding: 3u; min-height: 20u; }
QToolButton[look="mini"] { background: transparent; border: 1px solid transparent; border-radius: 4u; padding: 0; min-height: 0; }
QToolButton[look="mini"]:hover { background: @hover; }
QToolButton[look="mini"]:focus { border-color: @accent; }
QToolButton[look="leaf"] { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent; border-radius: 0; padding: 2u 4u; min-height: 20u; font-size: 13u; }
QToolButton[look="leaf"]:hover { color: @text; background: @hover; }
QToolButton[look="leaf"]:checked { color: @accent; border-bottom-color: @accent; font-weight: 600; }
QToolButton[look="nav"] { background: transparent; border: 1px solid transparent; border-radius: 8u; color: @muted; text-align: left; padding: 8u 10u; min-height: 22u; }
QToolButton[look="nav"]:hover { background: @hover; color: @text; }
QToolButton[look="nav"]:checked { background: @accentSoft; color: @accent; font-weight: 600; }
QToolButton[look="nav"]:focus { border-color: @accent; }
QPushButton[look="chip"] { background: @accentSoft; color: @accent; border: 1px solid transparent; border-radius: 12u; padding: 1u 10u; min-height: 21u; font-size: 13u; }
QPushButton[look="chip"]:hover, QPushButton[look="chip"]:focus { border-color: @accent; }
QPushButton[look="chip"]:checked { background: @accent; color: @onAccent; font-weight: 600; }
QPushButton[look="chip"]:disabled { background: transparent; color: @faint; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox { background: @card; color: @text; border: 1px solid @border; border-radius: 7u; padding: 4u 8u; min-height: 22u; }
QPlainTextEdit, QTextEdit { padding: 3u 4u; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 1px solid @accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: @window; color: @faint; }
QLineEdit[state="required"], QPlainTextEdit[state="required"] { background: @required; border-color: @warning; }
QLineEdit[state="error"], QPlainTextEdit[state="error"] { background: @badSoft; border-color: @bad; }
QLineEdit[state="required"]:focus { border-color: @accent; }
QLineEdit > QToolButton { min-height: 0; padding: 0; border: none; background: transparent; }
QLineEdit[look="plain"] { border: none; padding: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 26u; }
QComboBox::down-arrow { image: url(:/resources/icons/sheet-arrow-down.svg); width: 16u; height: 16u; }
QComboBox QAbstractItemView { background: @card; border: 1px solid @border; outline: none; }

QTableView, QListView, QTreeView { background: @card; color: @text; border: none; outline: none; selection-background-color: @accentSoft; selection-color: @text; }
QListView::item { padding: 6u 10u; border-radius: 6u; }
QListView::item:hover { background: @hover; }
QListView::item:selected { background: @accentSoft; color: @text; }
QTableView::item:selected { background: @accentSoft; color: @text; }
QTableView[look="frozen"] { border-right: 1px solid @border; }
QHeaderView { background: @card; border: none; }
QHeaderView::section { background: @card; color: @muted; border: none; border-bottom: 1px solid @border; padding: 0 10u; font-weight: 400; }
QHeaderView::section:hover { background: @hover; color: @text; }
QHeaderView:focus { color: @text; }
QTableCornerButton::section { background: @card; border: none; }

QScrollBar:vertical { background: transparent; width: 12u; margin: 2u; }
QScrollBar:horizontal { background: transparent; height: 12u; margin: 2u; }
QScrollBar::handle { background: @handle; border-radius: 4u; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::handle:vertical { min-height: 32u; }
QScrollBar::handle:horizontal { min-width: 32u; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none; width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @border; }
QMenu { background: @card; color: @text; border: 1px solid @border; padding: 5u; }
QMenu::item { padding: 6u 26u 6u 12u; border-radius: 5u; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @border; margin: 5u 8u; }
QMenu::icon { padding-left: 8u; }
QProgressBar { background: @border; border: none; border-radius: 3u; max-height: 6u; min-height: 6u; }
QProgressBar::chunk { background: @accent; border-radius: 3u; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QCheckBox, QRadioButton { spacing: 8u; }
QCheckBox::indicator { width: 15u; height: 15u; border: 1px solid @faint; border-radius: 4u; background: @card; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/resources/icons/sheet-check.svg); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QRadioButton::indicator { width: 15u; height: 15u; border: 1px solid @faint; border-radius: 8u; background: @card; }
QRadioButton::indicator:checked { width: 7u; height: 7u; border: 5u solid @accent; border-radius: 8u; background: @onAccent; }
QListView::indicator { width: 15u; height: 15u; border: 1px solid @faint; border-radius: 4u; background: @card; }
QListView::indicator:checked { background: @accent; border-color: @accent; image: url(:/resources/icons/sheet-check.svg); }
)";

} // namespace

QString styleSheet(const Theme &theme)
{
    const QHash<QString, QColor> colours{{"window", theme.window}, {"card", theme.card}, {"rail", theme.rail},
        {"border", theme.border}, {"text", theme.text}, {"muted", theme.muted}, {"faint", theme.faint}, {"hover", theme.hover},
        {"accent", theme.accent}, {"accentSoft", theme.accentSoft}, {"onAccent", theme.onAccent}, {"good", theme.good},
        {"goodSoft", theme.goodSoft}, {"warning", theme.warning}, {"warningSoft", theme.warningSoft}, {"bad", theme.bad},
        {"badSoft", theme.badSoft}, {"required", theme.required},
        {"accentHover", theme.isDark ? theme.accent.lighter(110) : theme.accent.darker(112)},
        {"handle", theme.isDark ? theme.border.lighter(130) : theme.border.darker(112)}};
    static const QRegularExpression token("@([A-Za-z0-9]+)|(\\d+)u\\b");
    const QString sheet = QString::fromUtf8(kSheet);
    QString result;
    result.reserve(sheet.size());
    qsizetype end = 0;
    for (auto it = token.globalMatch(sheet); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += QStringView(sheet).mid(end, match.capturedStart() - end);
        if (match.capturedLength(1) > 0)
            result += colours.value(match.captured(1)).name();
        else
            result += QString::number(px(match.captured(2).toInt())) + "px";
        end = match.capturedEnd();
    }
    return result + sheet.mid(end);
}

} // namespace mishutai::ui
