// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/recovery_code.hpp"

namespace office {
namespace {

constexpr std::string_view code_letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t groups = 5;
constexpr std::size_t group_letters = 5;

} // namespace

std::string make_recovery_code(core::Random& random) {
    std::string code;
    for (std::size_t i = 0; i < groups * group_letters; ++i) {
        if (i > 0 && i % group_letters == 0) code += '-';
        code += code_letters[random.below(code_letters.size())];
    }
    return code;
}

std::string plain_recovery_code(std::string_view typed) {
    std::string plain;
    for (char c : typed) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        if (code_letters.find(c) != std::string_view::npos) plain += c;
    }
    return plain;
}

} // namespace office
