// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a person in a period, from their stints in one group: the texts that a layout's conditions
// ask for.
#pragma once

#include "returns/facts.hpp"

#include <array>
#include <span>
#include <string_view>

namespace returns {

// By Attribute; empty where it has no meaning. They point into the facts.
using Attributes = std::array<std::string_view, attribute_count>;

// The stints of one person, at least one, in the order they began.
Attributes attributes_of(std::span<const Stint* const> person, const Facts& facts);
// Kind and site.
Attributes attributes_of(const ClassFacts& one);
// Contract, and kind and site of the first class among `classes`.
Attributes attributes_of(const EducatorFacts& one, const ClassFacts& teaches);

bool holds(const std::vector<Condition>& where, const Attributes& attributes);

// The values an attribute is told apart by, in the order of a list, with their names.
struct Value {
    std::string key;
    Wording name;
};
std::vector<Value> values_of(Attribute attribute, const Facts& facts);

} // namespace returns
