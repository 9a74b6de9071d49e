// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/sealed_key.hpp"

#include <algorithm>

namespace office {
namespace {

constexpr std::byte sealed_format{1};

template<typename Number>
void put_number(storage::Blob& bytes, Number value) {
    for (std::size_t i = 0; i < sizeof value; ++i)
        bytes.push_back(static_cast<std::byte>(value >> (8 * i)));
}

template<typename Number>
Number take_number(std::span<const std::byte>& bytes) {
    Number value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value |= static_cast<Number>(std::to_integer<Number>(bytes[i]) << (8 * i));
    bytes = bytes.subspan(sizeof value);
    return value;
}

template<std::size_t size>
void take_part(std::span<const std::byte>& bytes, std::array<std::byte, size>& to) {
    std::copy_n(bytes.begin(), size, to.begin());
    bytes = bytes.subspan(size);
}

} // namespace

storage::Blob packed(const SealedKey& sealed) {
    storage::Blob bytes{sealed_format};
    put_number(bytes, sealed.cost.passes);
    put_number(bytes, sealed.cost.memory_bytes);
    for (const std::span<const std::byte> part :
         {std::span<const std::byte>{sealed.salt}, std::span<const std::byte>{sealed.nonce},
          std::span<const std::byte>{sealed.box}})
        bytes.insert(bytes.end(), part.begin(), part.end());
    return bytes;
}

core::Expected<SealedKey> unpacked(const PublicKey& public_key, std::span<const std::byte> bytes) {
    if (bytes.size() != sealed_key_size || bytes[0] != sealed_format) return core::fail({"key.damaged"});
    bytes = bytes.subspan(1);
    SealedKey sealed;
    sealed.public_key = public_key;
    sealed.cost.passes = take_number<std::uint32_t>(bytes);
    sealed.cost.memory_bytes = take_number<std::uint64_t>(bytes);
    take_part(bytes, sealed.salt);
    take_part(bytes, sealed.nonce);
    take_part(bytes, sealed.box);
    return sealed;
}

} // namespace office
