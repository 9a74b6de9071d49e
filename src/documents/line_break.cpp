// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/line_break.hpp"

#include "core/error.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

namespace documents {

namespace {

using Make = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

std::unique_ptr<icu::BreakIterator> make_iterator(Make make) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks(make(icu::Locale("km"), status));
    if (U_FAILURE(status))
        throw core::WorldFailure(core::Error{"icu.data-missing"}.with("icu", u_errorName(status)));
    return breaks;
}

std::vector<std::size_t> offsets(icu::BreakIterator& breaks, std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    UText* utf8 = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    breaks.setText(utf8, status);
    std::vector<std::size_t> found;
    breaks.first();
    for (std::int32_t at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next())
        found.push_back(static_cast<std::size_t>(at));
    utext_close(utf8);
    return found;
}

} // namespace

// Making an iterator loads a dictionary; each thread keeps its own, as they hold the text they stand in.
std::vector<std::size_t> line_break_offsets(std::string_view text) {
    thread_local const auto breaks = make_iterator(&icu::BreakIterator::createLineInstance);
    return offsets(*breaks, text);
}

std::vector<std::size_t> cluster_break_offsets(std::string_view text) {
    thread_local const auto breaks = make_iterator(&icu::BreakIterator::createCharacterInstance);
    return offsets(*breaks, text);
}

} // namespace documents
