#pragma once

#include <QLabel>

namespace mishutai::ui {

/// Below a table of rows that wait: why the row under the cursor does, whole and with line breaks, where its cell may be cut.
/// Its height stays, so that nothing jumps while the cursor moves.
class ReasonLine : public QLabel
{
    Q_OBJECT

public:
    explicit ReasonLine(QWidget *parent);

    /// @param rowName "第 12 行"; an empty reason empties the line
    void tell(const QString &rowName, const QString &reason);
};

} // namespace mishutai::ui
