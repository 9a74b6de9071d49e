// SPDX-License-Identifier: GPL-3.0-or-later
// The sample obeys every rule it is written under: where one refuses it, that is our bug.
#pragma once

#include "core/expected.hpp"

#include <stdexcept>

namespace demo {

template<typename T>
T must(core::Expected<T> result) {
    if (!result) throw std::logic_error("the sample is refused: " + result.error().code);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

} // namespace demo
