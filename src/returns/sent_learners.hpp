// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands behind a figure of a return that was received: the learner lines that it carries, counted as the
// district's own program counts.
#pragma once

#include "returns/received_store.hpp"
#include "returns/return_content.hpp"

#include <string>
#include <vector>

namespace returns {

// A line of the list of learners as it was sent; dates as they stand there.
struct SentLine {
    std::string number;
    std::string name_km;
    std::string name;
    std::string sex; // "ស្រី"
    std::string born;
    std::string class_name;
    std::string from;
    std::string until;
    std::string reason; // of leaving
};

// The lines of everyone counted in a figure of the main sheet: of a programme by its key, or "all". In the
// order of numbers. Errors: return.unknown {id}; return.not-signed; return.layout-unknown {layout};
// return.no-lines {figure} where it has none, or they do not tell it: nothing but people, and no results,
// awards or kinds of institution.
core::Expected<std::vector<SentLine>> lines_behind(const storage::Database& database, ReceivedId id,
                                                   const std::string& figure,
                                                   const std::string& group = "all");

} // namespace returns
