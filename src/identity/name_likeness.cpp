// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/name_likeness.hpp"

#include "core/fold.hpp"
#include "core/fold_script.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace identity {
namespace {

// Limits of sound_distance, found on tests/samples/khmer-names.csv: a name and its Latin spellings lie within
// across_by_ear in 95 of 100 cases, two different names beyond most_slip in 98.
constexpr double by_ear = 0.35;
constexpr double across_by_ear = 0.5;
constexpr double most_slip = 1.05;
// A slip in a name of three sounds makes another name.
constexpr double slip_of_sounds = 0.27;
constexpr std::size_t most_parts = 4;

bool is_inside_word(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0xAD || c == U'\'' || c == 0x2019 ||
           (c >= 0x300 && c <= 0x36F) || c == 0x2060;
}

struct Scripted {
    std::vector<std::string> km;
    std::vector<std::string> latin;
};

// Words by script; anything that is no letter ends a word.
void split(std::string_view text, Scripted& words) {
    std::string word;
    bool khmer = false;
    const auto end_word = [&] {
        if (!word.empty()) (khmer ? words.km : words.latin).push_back(std::move(word));
        word.clear();
    };
    for (char32_t c : core::code_points(text)) {
        const bool is_khmer = core::is_khmer_letter(c);
        const char letter = is_khmer ? '\0' : core::latin_letter(c);
        if (is_inside_word(c)) continue;
        if (!is_khmer && letter == '\0') {
            end_word();
            continue;
        }
        if (!word.empty() && khmer != is_khmer) end_word();
        khmer = is_khmer;
        if (is_khmer)
            core::append_utf8(word, c);
        else
            word += letter;
    }
    end_word();
}

WrittenName written(const std::vector<std::string>& words) {
    WrittenName name;
    for (const std::string& word : words) {
        NamePart part{word, core::fold_name(word), sounds_of(word)};
        if (part.folded.empty()) continue;
        name.folded += part.folded;
        name.sounds.insert(name.sounds.end(), part.sounds.begin(), part.sounds.end());
        if (name.parts.size() < most_parts) name.parts.push_back(std::move(part));
    }
    return name;
}

std::size_t said(const Sounds& sounds) {
    return static_cast<std::size_t>(
        std::count_if(sounds.begin(), sounds.end(), [](const Sound& sound) { return !sound.optional; }));
}

// One letter other, missing, too much, or two exchanged.
bool one_letter_off(std::u32string_view a, std::u32string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    const auto from = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto at = static_cast<std::size_t>(from.first - a.begin());
    const std::u32string_view rest_a = a.substr(at);
    const std::u32string_view rest_b = b.substr(at);
    if (a.size() < b.size()) return rest_a == rest_b.substr(1);
    if (rest_a.empty()) return true;
    if (rest_a.substr(1) == rest_b.substr(1)) return true;
    return rest_a.size() >= 2 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
           rest_a.substr(2) == rest_b.substr(2);
}

std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    for (char32_t c : core::code_points(text))
        letters += c;
    return letters;
}

NameLevel compare_sounds(const Sounds& a, const Sounds& b, Scripts scripts) {
    const double distance = sound_distance(a, b);
    const auto shortest = static_cast<double>(std::min(said(a), said(b)));
    if (distance <= (scripts == Scripts::across ? across_by_ear : by_ear)) return NameLevel::by_ear;
    if (distance <= std::min(most_slip, slip_of_sounds * shortest)) return NameLevel::slip;
    return NameLevel::different;
}

// Fewer letters make another name with each.
constexpr std::size_t letters_for_a_slip = 4;

bool is_slip(const std::string& a, const std::string& b) {
    const std::u32string one = letters_of(a);
    const std::u32string other = letters_of(b);
    return std::min(one.size(), other.size()) >= letters_for_a_slip && one_letter_off(one, other);
}

NameLevel compare_parts(const NamePart& a, const NamePart& b, Scripts scripts) {
    if (scripts == Scripts::across) return compare_sounds(a.sounds, b.sounds, scripts);
    if (a.folded == b.folded) return NameLevel::same;
    const NameLevel level = compare_sounds(a.sounds, b.sounds, scripts);
    if (level == NameLevel::different && (is_slip(a.letters, b.letters) || is_slip(a.folded, b.folded)))
        return NameLevel::slip;
    return level;
}

using Order = std::array<std::size_t, most_parts>;

NameLikeness compare_in_order(const WrittenName& a, const WrittenName& b, const Order& order,
                              Scripts scripts) {
    NameLikeness likeness;
    likeness.scripts = scripts;
    likeness.level = NameLevel::same;
    std::size_t others = 0;
    std::size_t slips = 0;
    for (std::size_t i = 0; i < a.parts.size(); ++i) {
        const NamePart& other = b.parts[order[i]];
        const NameLevel level = compare_parts(a.parts[i], other, scripts);
        if (level == NameLevel::different) ++others;
        if (level == NameLevel::slip) ++slips;
        if (level > likeness.level) {
            likeness.part_a = a.parts[i].folded;
            likeness.part_b = other.folded;
            likeness.level = level;
        }
    }
    // A slip in each part is too much for one hand.
    if (others > 0 || slips > 1)
        likeness.level = others < a.parts.size() ? NameLevel::part_differs : NameLevel::different;
    return likeness;
}

// Names with as many parts each, in this order or turned round.
NameLikeness compare_part_by_part(const WrittenName& a, const WrittenName& b, Scripts scripts) {
    const std::size_t parts = a.parts.size();
    Order order{};
    std::iota(order.begin(), order.end(), 0);
    NameLikeness best = compare_in_order(a, b, order, scripts);
    for (std::size_t turned = 1; turned < parts && best.level > NameLevel::by_ear; ++turned) {
        for (std::size_t i = 0; i < parts; ++i)
            order[i] = (i + turned) % parts;
        NameLikeness other = compare_in_order(a, b, order, scripts);
        other.swapped = true;
        if (other.level <= NameLevel::slip && other.level < best.level) best = std::move(other);
    }
    return best;
}

// The whole of b with its parts turned round.
WrittenName turned(const WrittenName& name, std::size_t by) {
    WrittenName result;
    for (std::size_t i = 0; i < name.parts.size(); ++i) {
        const NamePart& part = name.parts[(i + by) % name.parts.size()];
        result.folded += part.folded;
        result.sounds.insert(result.sounds.end(), part.sounds.begin(), part.sounds.end());
    }
    return result;
}

NameLevel compare_whole(const WrittenName& a, const WrittenName& b, Scripts scripts) {
    if (scripts != Scripts::across && a.folded == b.folded) return NameLevel::same;
    const NameLevel level = compare_sounds(a.sounds, b.sounds, scripts);
    return level == NameLevel::different && scripts != Scripts::across && is_slip(a.folded, b.folded)
               ? NameLevel::slip
               : level;
}

// Written in one run, a name turned round is still made of the same letters: សុខចាន់, ចាន់សុខ.
bool is_turned_run(const std::string& a, const std::string& b) {
    if (a.size() != b.size() || a.size() < 12 || a == b) return false;
    const std::string twice = a + a;
    const auto at = twice.find(b);
    // At the beginning of a Khmer consonant, which three bytes hold.
    return at != std::string::npos && at % 3 == 0;
}

bool has_all_parts(const WrittenName& whole, const WrittenName& some, Scripts scripts) {
    std::vector<bool> used(whole.parts.size(), false);
    for (const NamePart& part : some.parts) {
        bool found = false;
        for (std::size_t i = 0; i < whole.parts.size() && !found; ++i)
            if (!used[i] && compare_parts(whole.parts[i], part, scripts) <= NameLevel::by_ear)
                used[i] = found = true;
        if (!found) return false;
    }
    return !some.parts.empty();
}

NameLikeness compare_runs(const WrittenName& a, const WrittenName& b, Scripts scripts) {
    NameLikeness likeness;
    likeness.scripts = scripts;
    likeness.level = compare_whole(a, b, scripts);
    if (likeness.level <= NameLevel::by_ear) return likeness;
    if (scripts == Scripts::khmer && is_turned_run(a.folded, b.folded)) {
        likeness.level = NameLevel::same;
        likeness.swapped = true;
        return likeness;
    }
    const bool a_in_parts = a.parts.size() > b.parts.size();
    const WrittenName& divided = a_in_parts ? a : b;
    const WrittenName& other = a_in_parts ? b : a;
    for (std::size_t by = 1; by < divided.parts.size(); ++by) {
        const NameLevel level = compare_whole(turned(divided, by), other, scripts);
        if (level < likeness.level) {
            likeness.level = level;
            likeness.swapped = true;
        }
    }
    if (likeness.level == NameLevel::different && divided.parts.size() > other.parts.size() &&
        has_all_parts(divided, other, scripts))
        likeness.level = NameLevel::part_missing;
    return likeness;
}

NameLikeness compare_written(const WrittenName& a, const WrittenName& b, Scripts scripts) {
    if (scripts != Scripts::across && a.folded == b.folded) return {NameLevel::same, scripts};
    if (a.parts.size() == b.parts.size() && a.parts.size() > 1) {
        NameLikeness by_parts = compare_part_by_part(a, b, scripts);
        if (by_parts.level <= NameLevel::slip) return by_parts;
        // Where the blank stands is not always the same: សុខ ចាន់ថា, សុខចាន់ ថា.
        const NameLevel whole = compare_whole(a, b, scripts);
        if (whole <= NameLevel::by_ear) return {whole, scripts};
        return by_parts;
    }
    return compare_runs(a, b, scripts);
}

std::optional<NameLikeness> compare_if_both(const WrittenName& a, const WrittenName& b, Scripts scripts) {
    if (a.empty() || b.empty()) return std::nullopt;
    return compare_written(a, b, scripts);
}

void take_better(NameLikeness& best, const std::optional<NameLikeness>& other) {
    if (other && other->level < best.level) best = *other;
}

// The Khmer likeness in the light of the Latin one.
void weigh_latin(NameLikeness& khmer, const NameLikeness& latin) {
    if (khmer.level == NameLevel::slip || khmer.level == NameLevel::part_differs ||
        khmer.level == NameLevel::different) {
        if (latin.level <= NameLevel::by_ear && khmer.level == NameLevel::slip)
            khmer.level = NameLevel::by_ear;
        else if (latin.level == NameLevel::same)
            khmer.level = NameLevel::slip;
        else if (khmer.level == NameLevel::slip)
            khmer.level = NameLevel::part_differs;
    } else if (khmer.level == NameLevel::by_ear && latin.level > NameLevel::by_ear) {
        khmer.level = NameLevel::slip;
    }
}

} // namespace

Name read_name(std::string_view name_km, std::string_view name) {
    Scripted of_km;
    split(name_km, of_km);
    Scripted of_latin;
    split(name, of_latin);
    return {written(of_km.km.empty() ? of_latin.km : of_km.km),
            written(of_latin.latin.empty() ? of_km.latin : of_latin.latin)};
}

NameLikeness compare_names(const Name& a, const Name& b) {
    const auto khmer = compare_if_both(a.km, b.km, Scripts::khmer);
    const auto latin = compare_if_both(a.latin, b.latin, Scripts::latin);
    if (khmer && latin) {
        NameLikeness likeness = *khmer;
        weigh_latin(likeness, *latin);
        return likeness;
    }
    if (khmer) return *khmer;
    NameLikeness best = latin.value_or(NameLikeness{});
    if (best.level == NameLevel::same) return best;
    take_better(best, compare_if_both(a.km, b.latin, Scripts::across));
    take_better(best, compare_if_both(a.latin, b.km, Scripts::across));
    return best;
}

NameLevel compare_words(const WrittenName& a, const WrittenName& b) {
    if (a.empty() || b.empty()) return NameLevel::different;
    return compare_whole(a, b, Scripts::khmer);
}

} // namespace identity
