// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/man_page.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string_view>

namespace ctl {
namespace {

// A backslash, a dash and what begins a line mean something to roff; letters outside ASCII are left to it.
std::string plain(std::string_view text) {
    std::string roff;
    for (const char letter : text) {
        if ((letter == '.' || letter == '\'') && (roff.empty() || roff.back() == '\n')) roff += "\\&";
        if (letter == '\\')
            roff += "\\e";
        else if (letter == '-')
            roff += "\\-";
        else
            roff += letter;
    }
    return roff;
}

std::string bold(std::string_view text) {
    return "\\fB" + plain(text) + "\\fR";
}

std::string italic(std::string_view text) {
    return "\\fI" + plain(text) + "\\fR";
}

// "FILE", "--limit N"
std::string argument(const CLI::Option& option) {
    std::string text;
    if (!option.nonpositional())
        text = italic(option.get_name(true));
    else if (option.get_items_expected_max() == 0)
        text = bold(option.get_name());
    else
        text = bold(option.get_name()) + " " + italic("VALUE");
    if (option.get_items_expected_max() > 1) text += plain("...");
    return text;
}

// "FILE", "[--limit N]": as it stands on the line.
std::string usage_of(const CLI::Option& option) {
    return option.get_required() ? argument(option) : "[" + argument(option) + "]";
}

// What follows a word, its own arguments only: those of the program stand once, under OPTIONS.
void tell_arguments(std::string& page, const CLI::App& word) {
    for (const CLI::Option* option :
         word.get_options([](const CLI::Option* one) { return !one->get_description().empty(); })) {
        if (option->get_name() == "--help") continue;
        page += ".TP\n" + argument(*option) + "\n" + plain(option->get_description()) + ".\n";
    }
}

// `before` is what stands before the word: "institution FILE ".
std::string line_of(const std::string& before, const CLI::App& word) {
    std::string line = before + bold(word.get_name());
    for (const CLI::Option* option : word.get_options()) {
        if (option->get_name() == "--help") continue;
        line += " " + usage_of(*option);
    }
    return line;
}

// The words of a word, each with what stands before it: "return FILE build".
void tell_words(std::string& page, const CLI::App& app, const std::string& before) {
    for (const CLI::App* word : app.get_subcommands([](const CLI::App*) { return true; })) {
        const bool top = before.empty();
        page += (top ? ".SS " + plain(word->get_name()) + "\n" : ".PP\n") + line_of(before, *word) +
                "\n.br\n" + plain(word->get_description()) + (word->get_description().empty() ? "\n" : ".\n");
        page += ".RS\n";
        tell_arguments(page, *word);
        page += ".RE\n";
        std::string with_files = before + bold(word->get_name()) + " ";
        for (const CLI::Option* option : word->get_options())
            if (!option->nonpositional()) with_files += argument(*option) + " ";
        tell_words(page, *word, with_files);
    }
}

} // namespace

std::string man_page(const CLI::App& app, const std::string& version) {
    std::string page =
        ".\\\" Made by `srokctl --man' of the words it has.\n"
        ".TH SROKCTL 1 \"\" \"Srok " +
        plain(version) +
        "\" \"User Commands\"\n"
        ".SH NAME\nsrokctl \\- the register of a district office of education, at the shell\n"
        ".SH SYNOPSIS\n.B srokctl\n[options] " +
        italic("WORD") + " " + italic("FILE") +
        " ...\n"
        ".SH DESCRIPTION\n" +
        plain("Does with an office file what srok(1) does on the screen: the same rules, the same "
              "refusals, the same record of who wrote what.") +
        "\n.SH OPTIONS\nThey may stand anywhere on the line.\n";
    tell_arguments(page, app);
    page += ".SH WORDS\n";
    tell_words(page, app, {});
    page += ".SH EXIT STATUS\n"
            ".TP\n.B 0\nDone.\n"
            ".TP\n.B 1\nDone, with findings: refused rows, an office file that does not hold.\n"
            ".TP\n.B 2\nWrong input: the sentence says what and what to do; nothing was changed.\n"
            ".TP\n.B 3\nThe world failed: a disk, a lock, a damaged file.\n"
            ".SH ENVIRONMENT\n.TP\n.B SROK_PASSWORD_FILE\n"
            "The file whose first line is the password of whom \\fB\\-\\-as\\fR names.\n"
            ".SH SEE ALSO\n.BR srok (1)\n";
    return page;
}

} // namespace ctl
