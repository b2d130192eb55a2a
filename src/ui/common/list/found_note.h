#pragma once

#include "base/chinese/typed_word.h"

#include <functional>

namespace mishutai::ui {

class ListModel;

/// Says why the search found a row where no column in sight shows it: 「电话尾号 0001」, 「联系人 示例甲一」. Empty where what
/// was found can be seen.
QString foundNote(
    const ListModel &model, int row, const std::vector<TypedWord> &words, const std::function<bool(int column)> &isInSight);

} // namespace mishutai::ui
