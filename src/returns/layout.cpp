// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/layout.hpp"

#include "core/words.hpp"

#include <algorithm>

namespace returns {
namespace {

constexpr core::Words<Attribute, attribute_count> attributes{{"entry", "exit", "reason", "age", "disability",
                                                              "equity", "ethnicity", "result", "standing",
                                                              "grade", "award", "kind", "site", "contract"}};

} // namespace

std::string_view to_text(Attribute attribute) {
    return attributes.text(attribute);
}

std::optional<Attribute> attribute_from_text(std::string_view text) {
    return attributes.value(text);
}

const SheetPlan* Layout::sheet(std::string_view key) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const SheetPlan& one) { return one.key == key; });
    return found == sheets.end() ? nullptr : &*found;
}

const Declarable* Layout::declared(std::string_view key) const {
    const auto found = std::find_if(declarable.begin(), declarable.end(),
                                    [&](const Declarable& one) { return one.key == key; });
    return found == declarable.end() ? nullptr : &*found;
}

std::string Layout::key_of(SheetPlan::Kind kind) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const SheetPlan& one) { return one.kind == kind; });
    return found == sheets.end() ? "" : found->key;
}

std::optional<std::size_t> band_of(const std::vector<AgeBand>& bands, int age) {
    for (std::size_t at = 0; at < bands.size(); ++at)
        if (age >= bands[at].from && (!bands[at].to || age <= *bands[at].to)) return at;
    return std::nullopt;
}

} // namespace returns
