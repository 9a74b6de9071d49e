// SPDX-License-Identifier: GPL-3.0-or-later
// The words of srokctl. Each file *_words.cpp adds its own with one function, named here and called in
// program.cpp; --help shows what was added and nothing else.
#pragma once

namespace CLI {
class App;
}

namespace ctl {

class Shell;

void add_office_words(CLI::App& app, Shell& shell); // new
void add_upkeep_words(CLI::App& app, Shell& shell); // check, backup, audit
void add_demo_words(CLI::App& app, Shell& shell);
void add_institution_words(CLI::App& app, Shell& shell);
void add_class_words(CLI::App& app, Shell& shell);
void add_find_words(CLI::App& app, Shell& shell);
void add_certificate_words(CLI::App& app, Shell& shell);
void add_identity_words(CLI::App& app, Shell& shell);
void add_import_words(CLI::App& app, Shell& shell);
void add_lunar_words(CLI::App& app, Shell& shell);
void add_pack_words(CLI::App& app, Shell& shell);
void add_score_words(CLI::App& app, Shell& shell);
void add_result_words(CLI::App& app, Shell& shell);
void add_transfer_words(CLI::App& app, Shell& shell); // transfer, record
void add_return_words(CLI::App& app, Shell& shell);

} // namespace ctl
