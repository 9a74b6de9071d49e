// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/language.hpp"

#include <cassert>

namespace wording {

std::string_view resource(std::string_view path);

std::optional<Language> language_from_code(std::string_view code) {
    if (code == "km") return Language::khmer;
    if (code == "en") return Language::english;
    return std::nullopt;
}

const Catalogue& catalogue_of(Language language) {
    static const Catalogue english;
    static const Catalogue khmer = [] {
        auto catalogue = Catalogue::from_mo(khmer_mo());
        assert(catalogue); // built into the program
        return catalogue.value_or(Catalogue{});
    }();
    return language == Language::khmer ? khmer : english;
}

std::string_view khmer_mo() {
    return resource("km.mo");
}

} // namespace wording
