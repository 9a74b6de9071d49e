// SPDX-License-Identifier: GPL-3.0-or-later
// The help: one topic for each page and for the windows that differ from it. Its text is data,
// resources/help/LANGUAGE/TOPIC.txt, a block a line:
//     # title   ## heading   1. step   - point   ? what goes wrong   > other topics
//     #! about the text itself, not shown; anything else is a paragraph
// In a line {learner.add} is what that button is called, with its key; {=Save} a text of the screen by its
// English; {page:learners} a page's name; {key:learner.add} the key alone. So the help speaks of what is on
// the screen, always.
#pragma once

#include "wording/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guide {

enum class Kind { heading, paragraph, step, point, trouble };

struct Block {
    Kind kind = Kind::paragraph;
    std::string text{};
    int number = 0; // of a step, from 1 under each heading
};

struct Topic {
    std::string id{};
    std::string title{};
    std::vector<Block> blocks{};
    std::vector<std::string> see_also{}; // ids of topics
    // What the text speaks of and the program does not have; empty in what we ship, which a test looks at.
    std::vector<std::string> unknown{};
};

// Everything in that language, in the order of the list: how one begins, the pages, the windows.
std::vector<Topic> topics(wording::Language language);

// One text. `id` names it in what it says is unknown.
Topic read_topic(std::string_view id, std::string_view text, wording::Language language);

// What F1 shows on a page or in a window of that name; the topic of the page before it where the window has
// none of its own, which is empty.
std::string topic_of_window(std::string_view name);
std::string topic_of_page(std::string_view page);
// The one whose pattern says it most exactly. Empty: no topic speaks of it.
std::string topic_of_command(std::string_view command);

// Whether the topic says this, whatever the case of Latin letters; spaces of no width do not count. `words`
// must all be there.
bool speaks_of(const Topic& topic, std::string_view words);

// As speaks_of() compares: small Latin letters, no U+200B.
std::string searched_text(std::string_view text);

} // namespace guide
