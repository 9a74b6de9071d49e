// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/outcome.hpp"

namespace imports {

std::string_view to_text(Verdict verdict) {
    switch (verdict) {
    case Verdict::accept:
        return "accept";
    case Verdict::same:
        return "same";
    case Verdict::update:
        return "update";
    case Verdict::review:
        return "review";
    case Verdict::refuse:
        return "refuse";
    }
    return "refuse";
}

} // namespace imports
