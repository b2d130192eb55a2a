#include "ui/common/look/style.h"

#include "ui/common/look/icons.h"
#include "ui/common/look/theme.h"

#include <QPushButton>
#include <QStyleFactory>
#include <QWidget>

namespace mishutai::ui {

namespace {

struct StandardIcon {
    QStyle::StandardPixmap pixmap;
    const char *name;
    Tone tone;
};

constexpr StandardIcon kStandardIcons[] = {
    {QStyle::SP_MessageBoxInformation, "info", Tone::Accent},
    {QStyle::SP_MessageBoxWarning, "warning", Tone::Warning},
    {QStyle::SP_MessageBoxCritical, "warning", Tone::Bad},
    {QStyle::SP_MessageBoxQuestion, "help", Tone::Accent},
    {QStyle::SP_LineEditClearButton, "close", Tone::Muted},
    {QStyle::SP_DialogCloseButton, "close", Tone::Muted},
    {QStyle::SP_TitleBarCloseButton, "close", Tone::Muted},
    {QStyle::SP_DirIcon, "folder", Tone::Muted},
    {QStyle::SP_FileIcon, "file", Tone::Muted},
    {QStyle::SP_DirOpenIcon, "folder", Tone::Muted},
    {QStyle::SP_DirClosedIcon, "folder", Tone::Muted},
    {QStyle::SP_DirHomeIcon, "folder", Tone::Muted},
    {QStyle::SP_FileDialogToParent, "chevron-up", Tone::Muted},
    {QStyle::SP_FileDialogNewFolder, "add", Tone::Muted},
    {QStyle::SP_FileDialogListView, "list", Tone::Muted},
    {QStyle::SP_FileDialogDetailedView, "columns", Tone::Muted},
    {QStyle::SP_ArrowBack, "chevron-left", Tone::Muted},
    {QStyle::SP_ArrowForward, "chevron-right", Tone::Muted},
    {QStyle::SP_ToolBarHorizontalExtensionButton, "more", Tone::Muted},
};

const StandardIcon *ownIcon(QStyle::StandardPixmap pixmap)
{
    for (const StandardIcon &own : kStandardIcons) {
        if (own.pixmap == pixmap)
            return &own;
    }
    return nullptr;
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create("Fusion")) { }

QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    const StandardIcon *own = ownIcon(pixmap);
    return own ? icon(own->name, own->tone) : QProxyStyle::standardIcon(pixmap, option, widget);
}

QPixmap Style::standardPixmap(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    const StandardIcon *own = ownIcon(pixmap);
    if (!own)
        return QProxyStyle::standardPixmap(pixmap, option, widget);
    return iconPixmap(own->name, theme().tone(own->tone), px(32), widget ? widget->devicePixelRatioF() : 1.0);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_EtchDisabledText:
        return 0;
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_Header_ArrowAlignment:
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
        return px(18);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return px(16);
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_HeaderMarkSize:
        return px(10);
    case PM_SplitterWidth:
        return px(10);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // Enter presses the button that has the focus, as it does in a dialog; by itself Qt wants the space bar in a window.
    if (auto *button = qobject_cast<QPushButton *>(widget))
        button->setAutoDefault(true);
}

void setLook(QWidget *widget, const char *look)
{
    widget->setProperty("look", look);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace mishutai::ui
