// SPDX-License-Identifier: GPL-3.0-or-later
// What a transfer file would do in this office: whose keys signed it, who the learner is here, and row by row
// what is new. Taking it in follows the same plan.
#pragma once

#include "identity/transfer_file.hpp"
#include "learners/learner_list.hpp"
#include "storage/database.hpp"

namespace identity {

enum class Signer {
    own,   // this office signed it
    known, // the key pinned for that office
    fresh, // an office whose key was not known here; it will be from now on, unless it is a sample's
};
std::string_view to_text(Signer signer);

// What a part of the file is beside what stands here.
enum class Novelty {
    fresh, // not here yet
    newer, // here in an older form
    same,  // here already
    older, // here in a newer form: left out
    own,   // this office's own past, which it knows itself
};
std::string_view to_text(Novelty novelty);

struct ChapterPlan {
    Signer signer = Signer::fresh;
    Novelty novelty = Novelty::fresh;
    // Of its enrolments, recognitions and certificates, in their order.
    std::vector<Novelty> enrolments;
    std::vector<Novelty> recognitions;
    std::vector<Novelty> certificates;
};

// A column of the learner that stands otherwise here. `ours` was changed here too since the two last agreed,
// or nobody knows: it stays unless the decision says otherwise.
struct PersonChange {
    std::string field; // "photo" for the photo, whose texts are empty
    std::string was;
    std::string is;
    bool ours = false;
    friend bool operator==(const PersonChange&, const PersonChange&) = default;
};

struct TransferPlan {
    TransferFile file;
    std::vector<ChapterPlan> chapters; // as the file's
    // The learner here: by uid, else by number. Nothing: nobody yet, or one of the look-alikes.
    std::optional<learners::LearnerId> learner{};
    std::vector<learners::LearnerRow> look_alikes{};
    // Against `learner`.
    std::vector<PersonChange> changes{};
    // serial.used-twice: certificates whose number somebody else has here.
    std::vector<core::Error> used_twice{};

    bool sample() const;
    // All of it is here already: taking it in would write nothing.
    bool nothing_new() const;
};

// Errors: transfer.wrong-key {office}: signed with another key than that office is known by;
// transfer.sample {office}: a sample's, and this office is past set-up.
core::Expected<TransferPlan> plan_transfer(const storage::Database& database, TransferFile file);

// The differences between the sender's learner and the one here.
std::vector<PersonChange> person_changes(const storage::Database& database, const TransferPlan& plan,
                                         learners::LearnerId learner);

// The sender's learner as this office keeps one: a village its gazetteer does not know becomes text.
core::Expected<learners::Learner> incoming_learner(const storage::Database& database,
                                                   const ToldPerson& person);

} // namespace identity
