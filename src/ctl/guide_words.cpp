// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl guide
#include "ctl/console.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "documents/fonts.hpp"
#include "guide/quick_guide.hpp"

#include <memory>

namespace ctl {
namespace {

struct GuideArguments {
    std::string language = "km";
    std::string out;
};

core::Expected<Exit> write_guide(Shell& shell, const GuideArguments& arguments) {
    if (auto kept = shell.refuse_to_replace(arguments.out, {}); !kept) return core::fail(kept.error());
    const auto written =
        guide::write_quick_guide(path_of(arguments.out), *wording::language_from_code(arguments.language),
                                 documents::font_folders(program_folder()), shell.environment().clock.now());
    if (!written) return core::fail(written.error());
    shell.out().answer(Json{{"file", arguments.out}}, [&] { return arguments.out; });
    return Exit::done;
}

} // namespace

void add_guide_words(Word app, Shell& shell) {
    Word word = app.add_word("guide", "The quick guide, four pages to print");
    const auto arguments = std::make_shared<GuideArguments>();
    word.add_option("--language", arguments->language, "In which language")
        .one_of({"km", "en"})
        .with_default();
    word.add_option("--out", arguments->out, "The file to write: guide.pdf").required();
    shell.on(word, [&shell, arguments] { return write_guide(shell, *arguments); });
}

} // namespace ctl
