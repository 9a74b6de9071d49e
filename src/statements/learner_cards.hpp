// SPDX-License-Identifier: GPL-3.0-or-later
// Learner cards of a class: photo, name, learner number as text and as a code, eight on A4 to be cut out.
#pragma once

#include "classes/class.hpp"
#include "core/clock.hpp"
#include "core/expected.hpp"
#include "documents/cards.hpp"
#include "documents/pdf.hpp"
#include "learners/learner.hpp"
#include "storage/database.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace statements {

struct LearnerCards {
    std::vector<documents::Card> cards; // in the order of names
    std::size_t without_photo = 0;      // theirs have a frame for one to be glued in
    std::string class_name;
    std::string office_name;
    std::string title;
    core::Moment made_at{};
    bool sample = false;
};

// Of those who are in the class today; of `of` where some are named. The code holds the learner number, as a
// reader types it into the search. Errors: list.nobody-now {class}; card.not-in-class {learner, class}.
core::Expected<LearnerCards> load_cards(const storage::Database& database, classes::ClassId in,
                                        const std::vector<learners::LearnerId>& of = {});

documents::PdfFacts facts_of(const LearnerCards& cards);

// As .pdf, whole or not at all. Errors: file.kind {kinds}; those of documents::lay_out_cards. WorldFailure
// file.write.
core::Expected<void> write_cards(const std::filesystem::path& path, const LearnerCards& cards,
                                 const std::vector<std::filesystem::path>& font_folders);

} // namespace statements
