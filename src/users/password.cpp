// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/password.hpp"

#include "core/utf8.hpp"

#include <sodium.h>

#include <iterator>
#include <new>

namespace users {
namespace {

unsigned char* octets(std::byte* bytes) {
    return reinterpret_cast<unsigned char*>(bytes);
}
const unsigned char* octets(const std::byte* bytes) {
    return reinterpret_cast<const unsigned char*>(bytes);
}

using Hash = std::array<std::byte, 32>;

Hash derive(std::string_view password, const PasswordHash& cost) {
    Hash hash{};
    const char* const text = password.empty() ? "" : password.data();
    if (sodium_init() < 0) throw std::bad_alloc();
    // Argon2id fails only for want of memory.
    if (crypto_pwhash(octets(hash.data()), hash.size(), text, password.size(), octets(cost.salt.data()),
                      static_cast<unsigned long long>(cost.passes),
                      static_cast<std::size_t>(cost.memory_bytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return hash;
}

bool reasonable(const PasswordHash& kept) {
    return kept.passes >= 1 && kept.passes <= 100 && kept.memory_bytes >= 8192 &&
           kept.memory_bytes <= (std::int64_t{1} << 30);
}

} // namespace

std::size_t letters_in(std::string_view text) {
    const auto letters = core::code_points(text);
    return static_cast<std::size_t>(std::distance(letters.begin(), letters.end()));
}

PasswordHash hash_password(std::string_view password, core::Random& random) {
    PasswordHash made;
    random.fill(made.salt);
    made.hash = derive(password, made);
    return made;
}

bool matches(const PasswordHash& kept, std::string_view password) {
    if (!reasonable(kept)) return false;
    const Hash typed = derive(password, kept);
    return sodium_memcmp(typed.data(), kept.hash.data(), typed.size()) == 0;
}

core::Expected<void> check_new_password(std::string_view name, std::string_view password) {
    if (letters_in(password) < least_password_letters)
        return core::fail(
            core::Error{"password.short"}.with("least", std::to_string(least_password_letters)));
    if (password == name) return core::fail({"password.is-name"});
    return {};
}

void wipe(std::string& secret) {
    if (!secret.empty()) sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

SecretText& SecretText::operator=(const SecretText& other) {
    if (this != &other) {
        wipe(m_text);
        m_text = other.m_text;
    }
    return *this;
}

SecretText& SecretText::operator=(SecretText&& other) noexcept {
    if (this != &other) {
        wipe(m_text);
        m_text.swap(other.m_text);
    }
    return *this;
}

} // namespace users
