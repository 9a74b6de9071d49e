// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text.hpp"

#include "core/numerals.hpp"
#include "core/words.hpp"
#include "widgets/list_order.hpp"

#include <algorithm>

namespace widgets {

namespace {

constexpr core::Words<Digits, 2> digit_words{{"latin", "khmer"}};

Digits digits_in_use = Digits::latin;

} // namespace

std::optional<Digits> digits_from_code(std::string_view code) {
    return digit_words.value(code);
}

const char* code_of(Digits digits) {
    return digit_words.text(digits).data();
}

void use_digits(Digits digits) {
    digits_in_use = digits;
}

Digits digits() {
    return digits_in_use;
}

wxString figure(std::string_view latin) {
    return digits_in_use == Digits::khmer ? wx(core::to_khmer_digits(latin)) : wx(latin);
}

wxString figure(const wxString& latin) {
    return digits_in_use == Digits::khmer ? figure(std::string_view(utf8(latin))) : latin;
}

wxString number(long long value) {
    return figure(std::to_string(value));
}

std::string plain(std::string_view shown) {
    std::string text(shown);
    if (digits_in_use == Digits::latin) return text;
    return kind_of_cells({text}) == CellKind::text ? text : core::to_latin_digits(shown);
}

std::string typed(const wxString& text) {
    wxString clean = text;
    clean.Replace(wxString(wxUniChar(0x200B)), wxString());
    return utf8(clean.Trim(true).Trim(false));
}

wxString wx_path(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return wxString::FromUTF8(std::string(text.begin(), text.end()));
}

std::filesystem::path path_of(const wxString& text) {
    const std::string bytes = utf8(text);
    return {std::u8string(bytes.begin(), bytes.end())};
}

wxString fill(const wxString& pattern, std::initializer_list<wxString> values) {
    // One walk from left to right, so that a value holding "{2}" stays what it is.
    wxString out;
    for (auto at = pattern.begin(); at != pattern.end(); ++at) {
        const auto digit = at + 1;
        if (*at == '{' && digit != pattern.end() && *digit >= '1' && *digit <= '9' &&
            digit + 1 != pattern.end() && *(digit + 1) == '}') {
            const auto index = static_cast<std::size_t>(static_cast<int>((*digit).GetValue()) - '1');
            if (index < values.size()) {
                out += *(values.begin() + index);
                at += 2;
                continue;
            }
        }
        out += *at;
    }
    return out;
}

wxString wrapped(const wxString& text, int width, const std::function<int(const wxString&)>& measure) {
    wxString lines;
    wxString line;
    for (wxString rest = text; !rest.empty();) {
        const auto end = std::min(rest.find_first_of(" \n"), rest.length());
        const wxString word = rest.Left(end);
        const wxString longer = line.empty() ? word : line + " " + word;
        if (!line.empty() && measure(longer) > width) {
            lines += line + "\n";
            line = word;
        } else {
            line = longer;
        }
        if (end < rest.length() && rest[end] == '\n') {
            lines += line + "\n";
            line.clear();
        }
        rest = rest.Mid(end + 1);
    }
    return lines + line;
}

} // namespace widgets
