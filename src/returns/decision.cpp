// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/decision.hpp"

#include "core/words.hpp"

#include <map>

namespace returns {
namespace {

constexpr core::Words<Ruling, 2> rulings{{"accepted", "rejected"}};

} // namespace

std::string_view to_text(Ruling ruling) {
    return rulings.text(ruling);
}

std::optional<Ruling> ruling_from_text(std::string_view text) {
    return rulings.value(text);
}

std::string place_text(const Remark& remark) {
    if (!remark.sheet_name.empty())
        return remark.cell.empty() ? remark.sheet_name : remark.sheet_name + ' ' + remark.cell;
    std::string text = remark.about.sheet;
    for (const std::string& part : {remark.about.row, remark.about.column})
        if (!part.empty()) text += ' ' + part;
    return text;
}

bool later(const Decision& a, const Decision& b) {
    // The clock of an office may have been wrong for a while; within one moment the count decides.
    return std::pair{a.at, a.number} > std::pair{b.at, b.number};
}

const Decision* accepted_of(const std::vector<Decision>& decisions) {
    std::map<std::int64_t, const Decision*> last;
    for (const Decision& one : decisions) {
        if (one.file != FileVerdict::verified) continue;
        const Decision*& there = last[one.version];
        if (there == nullptr || later(one, *there)) there = &one;
    }
    const Decision* accepted = nullptr;
    for (const auto& [version, decision] : last)
        if (decision->ruling == Ruling::accepted) accepted = decision;
    return accepted;
}

} // namespace returns
