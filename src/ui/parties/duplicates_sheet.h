#pragma once

#include "ui/common/overlay.h"

#include <functional>
#include <vector>

namespace mishutai::ui {

/// Two records that may be one, in words.
struct DuplicateRow {
    qint64 first;
    qint64 second;
    QString firstText;
    QString secondText;
    QString reason;
};

/// 疑似重复: the pairs found, the surest first. Enter opens the two side by side.
class DuplicatesSheet : public Overlay
{
    Q_OBJECT

public:
    DuplicatesSheet(QWidget *owner, std::vector<DuplicateRow> rows, std::function<void(qint64 first, qint64 second)> compare);

private:
    std::vector<DuplicateRow> m_rows;
};

} // namespace mishutai::ui
