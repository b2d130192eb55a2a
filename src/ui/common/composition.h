#pragma once

class QWidget;

namespace mishutai::ui {

/// Follows the input method of an editor. Enter, Escape and arrows belong to the input method while it composes: nothing may
/// commit, close or search then.
void watchComposition(QWidget *editor);

/// Whether a watched editor holds text that its input method has not committed yet.
bool isComposing(const QWidget *editor);

} // namespace mishutai::ui
