// SPDX-License-Identifier: GPL-3.0-or-later
// A value, or the Error a person can mend. tl::expected until GCC 13 is the floor.
#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

namespace core {

template<typename T>
using Expected = tl::expected<T, Error>;

// return core::fail({"date.impossible"});
inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace core
