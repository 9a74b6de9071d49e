// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collation.hpp"

#include "core/error.hpp"
#include "core/fold.hpp"
#include "core/fold_script.hpp"
#include "core/utf8.hpp"

#include <fmt/format.h>
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/uvernum.h>
#include <unicode/uversion.h>

#include <memory>

namespace core {
namespace {

std::unique_ptr<icu::Collator> make_collator() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator{icu::Collator::createInstance(icu::Locale{"km"}, status)};
    // ១០ after ៩, as people number classes and villages.
    if (U_SUCCESS(status)) collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    if (U_FAILURE(status)) throw WorldFailure{Error{"icu.data-missing"}.with("icu", u_errorName(status))};
    return collator;
}

// Making keys does not change the collator, so one may serve all threads.
const icu::Collator& collator() {
    static const auto instance = make_collator();
    return *instance;
}

std::string key_of(std::string_view text) {
    const auto unicode = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    std::string key(text.size() * 2 + 16, '\0');
    const auto fill = [&] {
        return static_cast<std::size_t>(collator().getSortKey(
            unicode, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size())));
    };
    const std::size_t size = fill();
    if (size > key.size()) {
        key.resize(size);
        fill();
    }
    key.resize(size);
    return key;
}

// Khmer as it looks; Latin as it is spelt, for the folded key of Latin is too coarse to sort by.
std::string folded_for_order(std::string_view text) {
    std::string result;
    std::u32string khmer;
    const auto end_khmer = [&] {
        result += to_utf8(fold_khmer_run(khmer));
        khmer.clear();
    };
    for (char32_t c : code_points(text)) {
        const bool invisible = (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0x2060;
        if (invisible) continue;
        if (is_khmer_letter(c)) {
            khmer += c;
            continue;
        }
        end_khmer();
        append_utf8(result, c);
    }
    end_khmer();
    return result;
}

} // namespace

std::string sort_key(std::string_view text) {
    return key_of(folded_for_order(text)) + std::string{text};
}

std::string sort_key_version() {
    UVersionInfo version;
    collator().getVersion(version);
    char rules[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(version, rules);
    return fmt::format("icu {} km {} fold {}", U_ICU_VERSION, rules, fold_version);
}

} // namespace core
