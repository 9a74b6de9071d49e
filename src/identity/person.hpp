// SPDX-License-Identifier: GPL-3.0-or-later
// What the scorer looks at of a person, read once from a learner's row or from a line of a list.
#pragma once

#include "core/date.hpp"
#include "core/sex.hpp"
#include "identity/name_likeness.hpp"
#include "learners/learner.hpp"

#include <optional>
#include <string>
#include <vector>

namespace identity {

// A village by its code, by what it is called, or by both.
struct Village {
    std::string code;
    std::vector<WrittenName> names;

    bool empty() const { return code.empty() && names.empty(); }
};

struct Person {
    Name name;
    std::optional<core::Sex> sex;
    std::optional<core::PartialDate> born;
    Village village;
    std::string phone;
    Name guardian;
    std::string guardian_phone;
    // Kind and number in one text.
    std::vector<std::string> identities;
};

// The village as a list writes it: a code, also one that lost its leading zero, or a name with or without the
// word for village. Nothing that cannot be read is an error: it is simply unknown.
Village read_village(std::string_view text);

Person person_of(const learners::Learner& learner);

} // namespace identity
