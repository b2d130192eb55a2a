#pragma once

#include "parties/units/unit.h"

#include <optional>

namespace mishutai::parties {

/// What a unit most likely is by the end of its name: 大学, 学院 → 高校; 研究院, 研究所 → 科研院所; 银行 and its branches →
/// 金融机构; 协会, 学会, 商会 → 社会团体; 医院 → 其他 … Nothing for companies (福大科技园有限公司 is an enterprise) and for names
/// that say nothing. A proposal only.
std::optional<UnitKind> guessedKind(const QString &name);

} // namespace mishutai::parties
