// SPDX-License-Identifier: GPL-3.0-or-later
// Fills into the texts of help and guide what the screen calls things: the {…} of topic.hpp.
#pragma once

#include "guide/command.hpp"
#include "wording/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guide {

class Labels {
  public:
    explicit Labels(wording::Language language);

    enum class Quotes { no, yes };
    std::string fill(std::string_view text, Quotes quotes = Quotes::yes);
    // In quotes, with its key behind it.
    std::string of(const Command& command) const;

    // What was asked for and the program does not have.
    const std::vector<std::string>& unknown() const { return m_unknown; }

  private:
    std::string meaning(std::string_view name, Quotes quotes);
    std::string quoted(const std::string& label, Quotes quotes) const;

    wording::Language m_language;
    const wording::Catalogue& m_catalogue;
    std::vector<std::string> m_unknown;
};

} // namespace guide
