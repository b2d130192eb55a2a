#include "ui/records/imports/reason_line.h"

#include "ui/common/look/theme.h"

namespace mishutai::ui {

namespace {

constexpr int kLines = 3;

} // namespace

ReasonLine::ReasonLine(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setMinimumHeight(kLines * fontMetrics().lineSpacing() + px(4));
}

void ReasonLine::tell(const QString &rowName, const QString &reason)
{
    setText(reason.isEmpty() ? QString() : tr("%1：%2").arg(rowName, reason));
}

} // namespace mishutai::ui
