// SPDX-License-Identifier: GPL-3.0-or-later
// Learners and educators who do not exist, as varied as a district's register is.
#pragma once

#include "demo/names.hpp"
#include "learners/learner.hpp"
#include "programmes/pack.hpp"
#include "staff/educator.hpp"

#include <string>
#include <vector>

namespace demo {

class People {
  public:
    // `villages` are codes of the gazetteer, from which people come.
    People(core::Random& random, Names names, std::vector<std::string> villages);

    // Of an age the programme is meant for on that day, not yet registered.
    learners::Learner learner(const programmes::AgeRange& ages, core::Day on);
    staff::Educator educator(institutions::InstitutionId institution, core::Day since);

  private:
    bool chance(std::uint64_t percent) { return m_random.below(100) < percent; }
    template<typename T>
    const T& any(const std::vector<T>& list) {
        return list[m_random.below(list.size())];
    }
    core::PartialDate birth(const programmes::AgeRange& ages, core::Day on);
    std::string phone();
    learners::WashingtonGroup difficulties();
    void add_history(learners::Learner& learner, int age);
    void add_papers(learners::Learner& learner, int age);

    core::Random& m_random;
    Names m_names;
    std::vector<std::string> m_villages;
};

} // namespace demo
