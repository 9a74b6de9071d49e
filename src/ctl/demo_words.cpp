// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl demo FILE
#include "ctl/console.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "demo/sample.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

constexpr int most_learners = 200'000;

struct DemoArguments {
    std::string file;
    demo::Scale scale;
};

core::Expected<Exit> make_demo(Shell& shell, const DemoArguments& arguments) {
    const auto made = demo::make_sample(path_of(arguments.file), arguments.scale,
                                        documents::Fonts::load(documents::font_folders(program_folder())),
                                        shell.out().progress());
    if (!made) return core::fail(made.error());
    const Json document = {{"file", arguments.file},
                           {"institutions", made->institutions},
                           {"classes", made->classes},
                           {"learners", made->learners}};
    shell.out().answer(document, [&] {
        return fmt::format(fmt::runtime(shell.out().say(
                               wording::translatable("{}: institutions {}, classes {}, learners {}"))),
                           arguments.file, made->institutions, made->classes, made->learners);
    });
    return Exit::done;
}

} // namespace

void add_demo_words(Word app, Shell& shell) {
    Word word = app.add_word("demo", "Make a sample office with every room filled");
    const auto arguments = std::make_shared<DemoArguments>();
    word.add_option("FILE", arguments->file, "The office file to make").required();
    word.add_option("--learners", arguments->scale.learners, "How many learners")
        .between(demo::least_learners, most_learners)
        .with_default();
    word.add_option("--seed", arguments->scale.seed, "The same seed gives the same file").with_default();
    shell.on(word, [&shell, arguments] { return make_demo(shell, *arguments); });
}

} // namespace ctl
