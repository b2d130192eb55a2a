#pragma once

#include <cstdio>

namespace mishutai {

/// Whether a stream of this process is read by a person: a terminal, no file and no pipe.
bool isTerminal(std::FILE *stream);

} // namespace mishutai
