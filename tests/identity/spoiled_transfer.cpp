// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/spoiled_transfer.hpp"

#include "core/random.hpp"
#include "identity/transfer_file.hpp"

#include <algorithm>

namespace test {
namespace {

constexpr std::size_t frame_at = 48;

void spoil(std::string& bytes, core::SeededRandom& chance) {
    const std::size_t at = chance.below(bytes.size());
    switch (chance.below(4)) {
    case 0:
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << chance.below(8)));
        break;
    case 1:
        bytes[at] = static_cast<char>(chance.below(256));
        break;
    case 2:
        bytes.resize(std::max<std::size_t>(at, 1));
        break;
    default:
        bytes.insert(at, 1, static_cast<char>(chance.below(256)));
    }
}

} // namespace

std::string packed_again(const std::string& text) {
    const std::string frame = identity::pack(text);
    const auto digest = office::digest(frame);
    return "SROK-TRANSFER 2\n" + std::string{reinterpret_cast<const char*>(digest.data()), digest.size()} +
           frame;
}

std::string text_in(const std::string& file) {
    return identity::unpack(std::string_view{file}.substr(frame_at)).value();
}

int accepted_of_spoiled(const std::string& file, int rounds, std::uint64_t seed) {
    core::SeededRandom chance{seed};
    const std::string whole = text_in(file);
    int accepted = 0;
    for (int round = 0; round < rounds; ++round) {
        std::string spoiled = file;
        for (std::uint64_t edit = 0; edit <= chance.below(3); ++edit)
            spoil(spoiled, chance);
        if (spoiled != file && identity::read_transfer(spoiled)) ++accepted;
        std::string text = whole;
        spoil(text, chance);
        if (text != whole && identity::read_transfer(packed_again(text))) ++accepted;
    }
    return accepted;
}

} // namespace test
