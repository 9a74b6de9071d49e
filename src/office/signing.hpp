// SPDX-License-Identifier: GPL-3.0-or-later
// The office's signing key: Ed25519 (RFC 8032), its public half, and how its secret half rests in the office
// file under a passphrase (Argon2id, XSalsa20-Poly1305).
#pragma once

#include "core/expected.hpp"
#include "core/random.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace office {

struct PublicKey {
    std::array<std::byte, 32> bytes{};
    friend auto operator<=>(const PublicKey&, const PublicKey&) = default;
};

// Names a public key where there is no room for it: the first 8 bytes of BLAKE2b-256 of its 32 bytes. It
// finds a key, it proves nothing: a signature is always checked with the whole key.
struct KeyId {
    std::array<std::byte, 8> bytes{};
    friend auto operator<=>(const KeyId&, const KeyId&) = default;
};

struct Signature {
    std::array<std::byte, 64> bytes{};
    friend auto operator<=>(const Signature&, const Signature&) = default;
};

KeyId key_id(const PublicKey& key);

// Lower-case hexadecimal, and back; anything of another length or with another letter is nothing.
std::string to_text(const PublicKey& key);
std::string to_text(const KeyId& id);
std::string to_text(const Signature& signature);
std::optional<PublicKey> public_key_from_text(std::string_view hex);
std::optional<KeyId> key_id_from_text(std::string_view hex);
std::optional<Signature> signature_from_text(std::string_view hex);

// The secret half. Its bytes are wiped when it goes.
class SigningKey {
  public:
    using Seed = std::array<std::byte, 32>;

    static SigningKey make(core::Random& random);
    // RFC 8032's 32-byte secret, from which the whole pair follows.
    static SigningKey from_seed(const Seed& seed);
    ~SigningKey();
    SigningKey(const SigningKey&) = default;
    SigningKey& operator=(const SigningKey&) = default;

    const PublicKey& public_key() const { return m_public; }
    KeyId id() const { return key_id(m_public); }
    const Seed& seed() const { return m_seed; }

    // Deterministic: the same message gives the same signature. One key signs several kinds of document, so
    // each kind's message begins with words of its own ("SROK1:"); else one could be passed off as another.
    Signature sign(std::span<const std::byte> message) const;
    Signature sign(std::string_view message) const { return sign(std::as_bytes(std::span{message})); }

  private:
    SigningKey() = default;
    Seed m_seed{};
    PublicKey m_public;
};

bool verify(const PublicKey& key, std::span<const std::byte> message, const Signature& signature);
inline bool verify(const PublicKey& key, std::string_view message, const Signature& signature) {
    return verify(key, std::as_bytes(std::span{message}), signature);
}

// What guessing one passphrase costs: Argon2id passes and bytes. It is kept beside what it sealed, so that a
// later program can ask more of new keys and still open old ones.
struct PassphraseCost {
    std::uint32_t passes = 2;
    std::uint64_t memory_bytes = std::uint64_t{64} << 20;
    // The least Argon2id allows: for tests, and for a key under the empty passphrase, which guards nothing.
    static PassphraseCost least() { return {1, 8192}; }
    friend bool operator==(const PassphraseCost&, const PassphraseCost&) = default;
};

struct SealedKey {
    PublicKey public_key;
    PassphraseCost cost;
    std::array<std::byte, 16> salt{};
    std::array<std::byte, 24> nonce{};
    std::array<std::byte, 48> box{};
    friend bool operator==(const SealedKey&, const SealedKey&) = default;
};

SealedKey seal(const SigningKey& key, std::string_view passphrase, PassphraseCost cost, core::Random& random);

// Errors: key.wrong-passphrase; key.damaged when the cost is past 1 GiB or 100 passes, or what was sealed is
// not the secret of `public_key`.
core::Expected<SigningKey> unseal(const SealedKey& sealed, std::string_view passphrase);

} // namespace office
