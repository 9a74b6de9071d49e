// SPDX-License-Identifier: GPL-3.0-or-later
// A password as it rests in the office file: Argon2id (RFC 9106), 64 MiB and two passes.
#pragma once

#include "core/expected.hpp"
#include "core/random.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace users {

inline constexpr std::size_t least_password_letters = 8;

// How many letters, digits and signs of Unicode stand in a UTF-8 text.
std::size_t letters_in(std::string_view text);

struct PasswordHash {
    std::array<std::byte, 16> salt{};
    // Kept beside the hash, so that a later program can ask more of new passwords and still know old ones.
    std::int64_t passes = 2;
    std::int64_t memory_bytes = std::int64_t{64} << 20;
    std::array<std::byte, 32> hash{};
    friend bool operator==(const PasswordHash&, const PasswordHash&) = default;
};

// Takes a tenth of a second and more: not on the thread of the windows.
PasswordHash hash_password(std::string_view password, core::Random& random);
// The same time whether it fits or not. A file that asks for absurd cost fits nothing.
bool matches(const PasswordHash& kept, std::string_view password);

// Errors: password.short {least}; password.is-name.
core::Expected<void> check_new_password(std::string_view name, std::string_view password);

// Overwrites and empties it.
void wipe(std::string& secret);

// A text that forgets itself.
class SecretText {
  public:
    SecretText() = default;
    explicit SecretText(std::string text)
        : m_text(std::move(text)) {}
    SecretText(const SecretText&) = default;
    SecretText(SecretText&& other) noexcept = default;
    SecretText& operator=(const SecretText& other);
    SecretText& operator=(SecretText&& other) noexcept;
    ~SecretText() { wipe(m_text); }

    const std::string& text() const { return m_text; }

  private:
    std::string m_text;
};

} // namespace users
