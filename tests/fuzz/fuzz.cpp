// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's way in. Which reader is fuzzed is told by the environment, so that one program holds them all:
//
//   SROK_FUZZ=sheet fuzz tests/fuzz/corpus/sheet …      libFuzzer's own options behind it
//   SROK_FUZZ_PLANTED=1      with a byte read past the end of whatever was looked into: it must be found
#include "core/error.hpp"
#include "fuzz/readers.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace {

const fuzz::Reader* reader = nullptr;
bool planted = false;

// AddressSanitizer watches what stands behind the copy.
int read_past(std::string_view bytes) {
    const std::unique_ptr<char[]> copy(new char[bytes.size() + 1]);
    std::memcpy(copy.get(), bytes.data(), bytes.size());
    const volatile std::size_t past = bytes.size() + 1;
    return copy.get()[past];
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    const char* name = std::getenv("SROK_FUZZ");
    reader = fuzz::find_reader(name != nullptr ? name : "");
    planted = std::getenv("SROK_FUZZ_PLANTED") != nullptr;
    if (reader != nullptr) return 0;
    std::fputs("SROK_FUZZ says which of these is fuzzed:", stderr);
    for (const fuzz::Reader& one : fuzz::readers())
        std::fprintf(stderr, " %.*s", static_cast<int>(one.name.size()), one.name.data());
    std::fputs("\n", stderr);
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    std::string end;
    try {
        end = reader->read(bytes);
    } catch (const core::WorldFailure& failure) {
        // The world does not fail here: no reader may say so of bytes.
        std::fprintf(stderr, "WorldFailure %s\n", failure.what());
        std::abort();
    }
    // An error without a code tells nobody anything.
    if (end.empty()) std::abort();
    if (planted && end != reader->turned_away && size % 2 == 1) return read_past(bytes) == 257 ? -1 : 0;
    return 0;
}
