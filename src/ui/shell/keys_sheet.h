#pragma once

#include "ui/common/overlay.h"

namespace mishutai::ui {

/// F1: what the present page is for and all keys.
class KeysSheet : public Overlay
{
    Q_OBJECT

public:
    KeysSheet(const QString &pageTitle, const QString &pageHelp, QWidget *owner);
};

} // namespace mishutai::ui
