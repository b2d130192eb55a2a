#pragma once

#include "finance/accounts/account.h"

namespace mishutai::finance {

/// The chart that a new file gets unless another is named: 民间非营利组织会计制度 (财会〔2004〕7号), the accounts an alliance
/// needs.
inline constexpr char kDefaultChart[] = "npo-2004";

/// Accounts of a chart that the program carries (resources/charts-of-accounts/<chart>.csv), parents before children.
/// @throws Error (NotFound) for an unknown chart, (Storage) for a damaged one
std::vector<AccountDetails> readChart(const QString &chart);

} // namespace mishutai::finance
