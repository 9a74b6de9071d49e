// SPDX-License-Identifier: GPL-3.0-or-later
// The translations of one language, read from a compiled gettext catalogue (.mo) by our own small reader: no
// locale, no libintl, the same on every machine.
#pragma once

#include "core/expected.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wording {

// Marks an English text for i18n/update-pot.sh where it stands in a table and is translated later.
constexpr std::string_view translatable(std::string_view text) {
    return text;
}

// Answers with the English text itself where it has no translation. The texts it gives live as long as it.
class Catalogue {
  public:
    // English: no translation at all.
    Catalogue() = default;

    // The bytes of a .mo of either byte order, in UTF-8. They may be anything: what does not hold together is
    // refused with catalogue.damaged {why} and its byte.
    static core::Expected<Catalogue> from_mo(std::string_view bytes);

    std::string_view text(std::string_view english) const;
    // The same words may mean two things: the context tells them apart.
    std::string_view text(std::string_view context, std::string_view english) const;
    // The form for `count`. Khmer has one; a language of two is taken to use them as English does.
    std::string_view plural(std::string_view one, std::string_view many, std::uint64_t count) const;

    std::size_t size() const { return m_entries.size(); }

  private:
    // Places in m_bytes, so that a copy of the catalogue keeps its own.
    struct Entry {
        std::size_t id;
        std::size_t id_size;
        std::size_t text;
        std::size_t text_size;
    };

    std::string_view id_of(const Entry& entry) const;
    // All forms, separated by NUL; empty where there is no translation.
    std::string_view find(std::string_view id) const;

    std::string m_bytes;
    std::vector<Entry> m_entries; // in the order of their ids
};

} // namespace wording
