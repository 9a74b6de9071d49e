// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/names.hpp"

#include "demo/list.hpp"

#include <stdexcept>

namespace demo {
namespace {

const Name& any(const std::vector<Name>& names, core::Random& random) {
    return names[random.below(names.size())];
}

} // namespace

Names::Names(const std::vector<std::vector<std::string>>& parts) {
    for (const auto& part : parts) {
        const std::string& kind = part.at(0);
        const Name name{part.at(1), part.at(2)};
        if (kind == "surname") {
            m_surnames.push_back(name);
            continue;
        }
        if (kind.find('f') != std::string::npos) m_women.push_back(name);
        if (kind.find('m') != std::string::npos) m_men.push_back(name);
    }
    if (m_surnames.empty() || m_women.empty() || m_men.empty())
        throw std::logic_error("no names to choose from");
}

Names Names::shipped() {
    return Names{shipped_list("names.csv")};
}

Name Names::person(core::Random& random, core::Sex sex) const {
    const Name& surname = any(m_surnames, random);
    const Name& given = any(sex == core::Sex::female ? m_women : m_men, random);
    return {surname.km + " " + given.km, surname.latin + " " + given.latin};
}

} // namespace demo
