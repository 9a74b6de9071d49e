// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/program.hpp"

#include "core/utf8.hpp"
#include "ctl/key_words.hpp"
#include "ctl/man_page.hpp"
#include "ctl/paper_words.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <new>
#include <optional>

namespace ctl {
namespace {

void add_words(CLI::App& library, Shell& shell) {
    const Word app{library};
    add_office_words(app, shell);
    add_contact_words(app, shell);
    add_demo_words(app, shell);
    add_guide_words(app, shell);
    add_institution_words(app, shell);
    add_class_words(app, shell);
    add_letter_words(app, shell);
    add_find_words(app, shell);
    add_eligible_words(app, shell);
    add_certificate_words(app, shell);
    add_serial_words(app, shell);
    add_paper_words(app, shell);
    add_book_words(app, shell);
    add_key_words(app, shell);
    add_import_words(app, shell);
    add_identity_words(app, shell);
    add_upkeep_words(app, shell);
    add_backup_words(app, shell);
    add_diagnose_words(app, shell);
    add_user_words(app, shell);
    add_lunar_words(app, shell);
    add_attendance_words(app, shell);
    add_chart_words(app, shell);
    add_pack_words(app, shell);
    add_score_words(app, shell);
    add_result_words(app, shell);
    add_rollover_words(app, shell);
    add_return_words(app, shell);
    add_sheet_words(app, shell);
    add_statement_words(app, shell);
    add_template_words(app, shell);
    add_transfer_words(app, shell);
    add_parcel_words(app, shell);
    add_unit_words(app, shell);
}

void set_up(CLI::App& app, Output& output) {
    app.name("srokctl");
    app.set_version_flag("--version", "srokctl " SROK_VERSION);
    // A slash begins a path on every platform.
    app.allow_windows_style_options(false);
    app.add_flag("--man")->description("The manual page of all words, for man(1)");
    // --json and --lang may stand anywhere on the line.
    app.fallthrough();
    // At most one word, else a learner called "check" could not be found.
    app.require_subcommand(1);
    // Read by asks_for_json() before the parse, so that a parse error is JSON too.
    app.add_flag("--json")->description("One JSON document on stdout");
    app.add_option_function<std::string>(
           "--lang",
           [&output](const std::string& code) { output.use_language(*wording::language_from_code(code)); },
           "Language of the sentences")
        ->check(CLI::IsMember({"km", "en"}))
        ->trigger_on_parse();
}

// Who writes, where set-up has ended. Secrets come in files: what stands on a command line is read by
// everybody.
void add_log_in(CLI::App& app, LogIn& log_in) {
    app.add_option("--as", log_in.name, "Who writes: a log-in name");
    app.add_option("--password-file", log_in.password_file,
                   "The file whose first line is the password; else SROK_PASSWORD_FILE names it");
    app.add_option("--key-password-file", log_in.passphrase_file,
                   "The file with the office's passphrase, for what is signed");
    app.add_option("--second", log_in.second, "The second person, for what needs two");
    app.add_option("--second-password-file", log_in.second_password_file, "The file with their password");
}

bool asks_for_json(const std::vector<std::string>& arguments) {
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    return std::find(arguments.begin(), end, "--json") != end;
}

bool is_word(const CLI::App& app, const std::string& text) {
    const auto words = app.get_subcommands([](const CLI::App*) { return true; });
    return std::any_of(words.begin(), words.end(),
                       [&](const CLI::App* word) { return word->get_name() == text; });
}

bool takes_a_value(std::string_view argument) {
    constexpr std::array<std::string_view, 6> with_value{
        "--lang", "--as", "--password-file", "--key-password-file", "--second", "--second-password-file"};
    return std::find(with_value.begin(), with_value.end(), argument) != with_value.end();
}

// What stands where a word belongs and is none.
std::optional<std::string> unknown_word(const CLI::App& app, const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (takes_a_value(arguments[i]))
            ++i; // and its value
        else if (arguments[i].substr(0, 1) != "-")
            return is_word(app, arguments[i]) ? std::nullopt : std::optional{arguments[i]};
    }
    return std::nullopt;
}

core::Error usage_error(const CLI::ParseError& error) {
    std::string code = "usage.wrong";
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) code = "usage.missing";
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) code = "usage.unexpected";
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr ||
        dynamic_cast<const CLI::ConversionError*>(&error) != nullptr)
        code = "usage.value";
    return core::Error{std::move(code)}.with("reason", error.what());
}

Exit refuse(Output& output, const core::Error& error, Exit exit) {
    output.refuse(error);
    return exit;
}

Exit parse_and_do(std::vector<std::string> arguments, storage::Environment environment, Output& output) {
    CLI::App app("The register of a district office of education, at the shell");
    set_up(app, output);
    Shell shell(environment, output);
    add_log_in(app, shell.log_in());
    add_words(app, shell);
    if (arguments == std::vector<std::string>{"--man"}) {
        output.print_help(man_page(app, SROK_VERSION));
        return Exit::done;
    }
    if (const auto word = unknown_word(app, arguments))
        return refuse(output, core::Error{"usage.unknown-word"}.with("word", *word), Exit::wrong_input);
    try {
        std::reverse(arguments.begin(), arguments.end()); // CLI11 takes them from the end
        app.parse(std::move(arguments));
    } catch (const CLI::Success& asked) { // --help, --version
        output.print_help(dynamic_cast<const CLI::CallForVersion*>(&asked) != nullptr ? app.version() + "\n"
                                                                                      : app.help());
        return Exit::done;
    } catch (const CLI::ParseError& error) {
        return refuse(output, usage_error(error), Exit::wrong_input);
    }
    return shell.exit();
}

} // namespace

Exit run(std::vector<std::string> arguments, storage::Environment environment, Output& output) {
    if (asks_for_json(arguments)) output.use_json();
    try {
        for (const std::string& argument : arguments)
            if (!core::is_utf8(argument)) return refuse(output, {"usage.not-utf8"}, Exit::wrong_input);
        return parse_and_do(std::move(arguments), environment, output);
    } catch (const core::WorldFailure& failure) {
        return refuse(output, failure.error(), exit_of(failure));
    } catch (const std::bad_alloc&) {
        return refuse(output, {"memory.full"}, Exit::world_failed);
    } catch (const std::exception& bug) {
        return refuse(output, core::Error{"program.bug"}.with("detail", bug.what()), Exit::world_failed);
    }
}

} // namespace ctl
