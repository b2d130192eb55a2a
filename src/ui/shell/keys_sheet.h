#pragma once

#include "ui/common/overlay.h"
#include "ui/shell/page.h"

namespace mishutai::ui {

/// F1: what the present page is for and all keys.
class KeysSheet : public Overlay
{
    Q_OBJECT

public:
    /// @param page null where none is in sight
    KeysSheet(const Page *page, QWidget *owner);
};

} // namespace mishutai::ui
