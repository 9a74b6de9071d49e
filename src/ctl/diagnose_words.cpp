// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl diagnose
#include "backups/diagnosis.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "documents/file.hpp"

#include <memory>

namespace ctl {
namespace {

struct DiagnoseArguments {
    std::string file;
    std::string out;
};

core::Expected<Exit> write_diagnosis(Shell& shell, const DiagnoseArguments& arguments) {
    if (auto free = shell.refuse_to_replace(arguments.out, {arguments.file}); !free)
        return core::fail(free.error());
    const std::string text =
        backups::diagnose(path_of(arguments.file), shell.environment(), shell.out().progress());
    documents::write_file(path_of(arguments.out), text);
    shell.out().answer(Json{{"file", arguments.out}, {"bytes", text.size()}}, [&] { return arguments.out; });
    return Exit::done;
}

} // namespace

void add_diagnose_words(Word app, Shell& shell) {
    Word word =
        app.add_word("diagnose", "What a help desk needs to know of an office file, without anybody's name");
    const auto arguments = std::make_shared<DiagnoseArguments>();
    word.add_option("FILE", arguments->file).required();
    word.add_option("--out", arguments->out, "The text to write").required();
    shell.on(word, [&shell, arguments] { return write_diagnosis(shell, *arguments); });
}

} // namespace ctl
