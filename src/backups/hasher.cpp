// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/hasher.hpp"

#include <sodium.h>

namespace backups {

struct Hasher::State {
    crypto_generichash_state hash{};
};

Hasher::Hasher()
    : m_state(std::make_unique<State>()) {
    crypto_generichash_init(&m_state->hash, nullptr, 0, office::Digest{}.size());
}

Hasher::~Hasher() = default;

void Hasher::add(std::span<const std::byte> bytes) {
    crypto_generichash_update(&m_state->hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
    m_size += bytes.size();
}

office::Digest Hasher::result() {
    office::Digest digest{};
    crypto_generichash_final(&m_state->hash, reinterpret_cast<unsigned char*>(digest.data()), digest.size());
    return digest;
}

} // namespace backups
