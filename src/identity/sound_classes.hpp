// SPDX-License-Identifier: GPL-3.0-or-later
// The vowels that names are heard in, coarse enough that a letter of either script stands for a few of them.
#pragma once

#include <array>
#include <cstdint>

namespace identity::heard {

enum : std::uint16_t {
    a = 1 << 0,   // ចាន់ Chan
    ea = 1 << 1,  // ជា Chea, រៀន Rean
    e = 1 << 2,   // កែវ Kaev, សេង Seng
    i = 1 << 3,   // ស៊ី Si, ស្រី Srey
    eu = 1 << 4,  // គឹម Kim, ហ៊ឺ Hoeu
    oe = 1 << 5,  // ធឿន Thoeun, ជើង Cheung
    o = 1 << 6,   // ចន្ទ Chan, សុខ Sok, សោម Som
    u = 1 << 7,   // គូ Kou, ពុំ Pum
    ua = 1 << 8,  // ហួត Huot
    ai = 1 << 9,  // ថៃ Thai
    au = 1 << 10, // ពៅ Pov
};
constexpr int classes = 11;

// Classes that one ear takes for the other.
constexpr std::array<std::uint16_t, classes> near = {
    ea | o | ai | au,   // a
    a | e | i | oe,     // ea
    ea | i | ai | eu,   // e
    e | eu | ai | ea,   // i
    i | oe | e | u | o, // eu
    eu | ea | ua,       // oe
    a | u | ua | au,    // o
    o | ua | au | eu,   // u
    o | u | oe,         // ua
    i | e | a,          // ai
    o | u | a,          // au
};

} // namespace identity::heard
