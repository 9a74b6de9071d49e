// SPDX-License-Identifier: GPL-3.0-or-later
// Handing out statements: of a class, or of some of its learners, with their files.
#pragma once

#include "core/progress.hpp"
#include "office/signing.hpp"
#include "statements/statement_store.hpp"

#include <filesystem>

namespace statements {

struct Issued {
    std::string number;
    learners::LearnerId learner{};
    std::string name;
    std::string code;
    std::string pdf;
};

struct LeftOut {
    learners::LearnerId learner{};
    std::string name;
    core::Error why;
};

struct IssueResult {
    std::vector<Issued> issued;
    // Those of reason_against(); and of a whole class statement.issued-already {number} for who has one.
    std::vector<LeftOut> left_out;
};

// Signed with `key`, of everyone in the class, or of those named, who may have had one before. The class must
// exist. Errors: cancelled; learner.not-in-class {name}; those of the template.
core::Expected<IssueResult> issue(storage::Transaction& tx, Document kind, classes::ClassId class_id,
                                  const std::vector<learners::LearnerId>& of, const office::SigningKey& key,
                                  const documents::Fonts& fonts, core::Progress& progress);

struct IssuedFiles {
    IssueResult result;
    std::vector<std::filesystem::path> files; // as many as were issued
};
// The same, with a PDF for each in the folder, all or nothing. WorldFailure file.exists, file.write,
// folder.write.
core::Expected<IssuedFiles> issue_into(storage::Database& database, storage::Actor actor, Document kind,
                                       classes::ClassId class_id, const std::vector<learners::LearnerId>& of,
                                       const office::SigningKey& key, const documents::Fonts& fonts,
                                       const std::filesystem::path& folder, core::Progress& progress);

// A page as it would be handed out, with a number of dashes and no code. Errors: learner.not-in-class {name};
// reason_against(); those of the template.
core::Expected<documents::Page> preview(const storage::Database& database, Document kind,
                                        classes::ClassId class_id, learners::LearnerId learner,
                                        const documents::Fonts& fonts);

} // namespace statements
