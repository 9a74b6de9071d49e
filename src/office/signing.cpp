// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/signing.hpp"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>
#include <new>

namespace office {

namespace {

void start_sodium() {
    static const bool started = [] {
        if (sodium_init() >= 0) return true;
        std::fputs("srok: libsodium cannot start\n", stderr);
        std::abort();
    }();
    static_cast<void>(started);
}

unsigned char* octets(std::byte* bytes) {
    return reinterpret_cast<unsigned char*>(bytes);
}
const unsigned char* octets(const std::byte* bytes) {
    return reinterpret_cast<const unsigned char*>(bytes);
}

template<std::size_t size>
std::string hex_of(const std::array<std::byte, size>& bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::byte b : bytes) {
        text += digits[std::to_integer<unsigned>(b >> 4)];
        text += digits[std::to_integer<unsigned>(b & std::byte{15})];
    }
    return text;
}

template<typename Value>
std::optional<Value> from_hex(std::string_view hex) {
    Value value;
    std::size_t length = 0;
    const char* end = nullptr;
    if (hex.size() != value.bytes.size() * 2 ||
        sodium_hex2bin(octets(value.bytes.data()), value.bytes.size(), hex.data(), hex.size(), nullptr,
                       &length, &end) != 0 ||
        length != value.bytes.size() || to_text(value) != hex)
        return std::nullopt;
    return value;
}

// A buffer of secrets that forgets them.
template<std::size_t size>
struct Secret {
    std::array<std::byte, size> bytes{};
    Secret() = default;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { sodium_memzero(bytes.data(), bytes.size()); }
};

using PassphraseKey = Secret<crypto_secretbox_KEYBYTES>;

void derive(PassphraseKey& key, std::string_view passphrase, const SealedKey& sealed) {
    // The empty passphrase of an office in set-up may come without any bytes, and libsodium wants a place.
    const char* const text = passphrase.empty() ? "" : passphrase.data();
    // Argon2id fails only for want of memory.
    if (crypto_pwhash(octets(key.bytes.data()), key.bytes.size(), text, passphrase.size(),
                      octets(sealed.salt.data()), sealed.cost.passes, sealed.cost.memory_bytes,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
}

bool reasonable(const PassphraseCost& cost) {
    return cost.passes >= 1 && cost.passes <= 100 && cost.memory_bytes >= crypto_pwhash_MEMLIMIT_MIN &&
           cost.memory_bytes <= (std::uint64_t{1} << 30);
}

} // namespace

KeyId key_id(const PublicKey& key) {
    start_sodium();
    std::array<std::byte, 32> digest{};
    crypto_generichash(octets(digest.data()), digest.size(), octets(key.bytes.data()), key.bytes.size(),
                       nullptr, 0);
    KeyId id;
    std::copy_n(digest.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

std::string to_text(const PublicKey& key) {
    return hex_of(key.bytes);
}
std::string to_text(const KeyId& id) {
    return hex_of(id.bytes);
}
std::string to_text(const Signature& signature) {
    return hex_of(signature.bytes);
}
std::optional<PublicKey> public_key_from_text(std::string_view hex) {
    return from_hex<PublicKey>(hex);
}
std::optional<KeyId> key_id_from_text(std::string_view hex) {
    return from_hex<KeyId>(hex);
}
std::optional<Signature> signature_from_text(std::string_view hex) {
    return from_hex<Signature>(hex);
}

SigningKey SigningKey::make(core::Random& random) {
    Secret<std::tuple_size_v<Seed>> seed;
    random.fill(seed.bytes);
    return from_seed(seed.bytes);
}

SigningKey SigningKey::from_seed(const Seed& seed) {
    start_sodium();
    SigningKey key;
    key.m_seed = seed;
    Secret<crypto_sign_SECRETKEYBYTES> secret;
    crypto_sign_seed_keypair(octets(key.m_public.bytes.data()), octets(secret.bytes.data()),
                             octets(seed.data()));
    return key;
}

SigningKey::~SigningKey() {
    sodium_memzero(m_seed.data(), m_seed.size());
}

Signature SigningKey::sign(std::span<const std::byte> message) const {
    // libsodium's secret key is the seed followed by the public key.
    Secret<crypto_sign_SECRETKEYBYTES> secret;
    std::copy(m_seed.begin(), m_seed.end(), secret.bytes.begin());
    std::copy(m_public.bytes.begin(), m_public.bytes.end(), secret.bytes.begin() + m_seed.size());
    Signature signature;
    crypto_sign_detached(octets(signature.bytes.data()), nullptr, octets(message.data()), message.size(),
                         octets(secret.bytes.data()));
    return signature;
}

bool verify(const PublicKey& key, std::span<const std::byte> message, const Signature& signature) {
    start_sodium();
    return crypto_sign_verify_detached(octets(signature.bytes.data()), octets(message.data()), message.size(),
                                       octets(key.bytes.data())) == 0;
}

SealedKey seal(const SigningKey& key, std::string_view passphrase, PassphraseCost cost,
               core::Random& random) {
    start_sodium();
    SealedKey sealed;
    sealed.public_key = key.public_key();
    sealed.cost = cost;
    random.fill(sealed.salt);
    random.fill(sealed.nonce);
    PassphraseKey lock;
    derive(lock, passphrase, sealed);
    crypto_secretbox_easy(octets(sealed.box.data()), octets(key.seed().data()), key.seed().size(),
                          octets(sealed.nonce.data()), octets(lock.bytes.data()));
    return sealed;
}

core::Expected<SigningKey> unseal(const SealedKey& sealed, std::string_view passphrase) {
    start_sodium();
    // A damaged or hostile file must not make us ask for all the machine's memory.
    if (!reasonable(sealed.cost)) return core::fail({"key.damaged"});
    PassphraseKey lock;
    derive(lock, passphrase, sealed);
    Secret<std::tuple_size_v<SigningKey::Seed>> seed;
    if (crypto_secretbox_open_easy(octets(seed.bytes.data()), octets(sealed.box.data()), sealed.box.size(),
                                   octets(sealed.nonce.data()), octets(lock.bytes.data())) != 0)
        return core::fail({"key.wrong-passphrase"});
    SigningKey key = SigningKey::from_seed(seed.bytes);
    if (key.public_key() != sealed.public_key) return core::fail({"key.damaged"});
    return key;
}

} // namespace office
