// SPDX-License-Identifier: GPL-3.0-or-later
// The words of srokctl. Each file *_words.cpp adds its own with one function, named here and called in
// program.cpp; --help shows what was added and nothing else.
#pragma once

#include "ctl/word.hpp"

#include <memory>
#include <string>

namespace ctl {

class Shell;

void add_office_words(Word app, Shell& shell); // new
void add_upkeep_words(Word app, Shell& shell); // check, audit
void add_backup_words(Word app, Shell& shell); // backup, backups, backup-key, restore
void add_demo_words(Word app, Shell& shell);
void add_guide_words(Word app, Shell& shell);
void add_diagnose_words(Word app, Shell& shell);
void add_institution_words(Word app, Shell& shell);
void add_class_words(Word app, Shell& shell);
void add_find_words(Word app, Shell& shell);
void add_certificate_words(Word app, Shell& shell);
// Into the word certificate, whose FILE is `file`.
void add_award_list_words(Word certificate, Shell& shell, std::shared_ptr<const std::string> file);
void add_eligible_words(Word app, Shell& shell);
void add_identity_words(Word app, Shell& shell);
void add_import_words(Word app, Shell& shell);
void add_lunar_words(Word app, Shell& shell);
void add_result_words(Word app, Shell& shell);
void add_transfer_words(Word app, Shell& shell); // transfer, record
void add_unit_words(Word app, Shell& shell);     // learner, transcript
void add_return_words(Word app, Shell& shell);
// Into the word return, whose FILE is `file`.
void add_declare_words(Word word, Shell& shell, std::shared_ptr<const std::string> file);
void add_round_words(Word word, Shell& shell, std::shared_ptr<const std::string> file);
void add_receipt_words(Word word, Shell& shell, std::shared_ptr<const std::string> file);
void add_map_words(Word word, Shell& shell, std::shared_ptr<const std::string> file);
void add_parcel_words(Word app, Shell& shell);
void add_rollover_words(Word app, Shell& shell);
void add_serial_words(Word app, Shell& shell);
void add_sheet_words(Word app, Shell& shell);
void add_letter_words(Word app, Shell& shell);
void add_attendance_words(Word app, Shell& shell);
void add_chart_words(Word app, Shell& shell);
void add_pack_words(Word app, Shell& shell);
void add_book_words(Word app, Shell& shell);
void add_paper_words(Word app, Shell& shell);
void add_user_words(Word app, Shell& shell); // user, roles
void add_score_words(Word app, Shell& shell);

} // namespace ctl
