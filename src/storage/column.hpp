// SPDX-License-Identifier: GPL-3.0-or-later
// How our value types stand in SQL columns: one Column<T> each, used by Statement to bind and to read.
#pragma once

#include "core/clock.hpp"
#include "core/date.hpp"
#include "core/uid.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace storage {

using Blob = std::vector<std::byte>;

// What SQLite can hold. Of a write the pointed-to bytes live until it has run; a query copies them.
using Bound = std::variant<std::monostate, std::int64_t, std::string_view, std::span<const std::byte>>;

// A column of the current row as SQLite gives it; views die with the next step.
struct Raw {
    bool null = true;
    std::int64_t integer = 0;
    std::string_view text{};
    std::span<const std::byte> blob{};
};

[[noreturn]] void throw_bad_column(std::string_view wanted, const Raw& raw);

// Column<T>::store keeps what a Bound points to; bound() gives it to SQLite; read() takes a column apart.
template<typename T>
struct Column;

template<std::integral T>
struct Column<T> {
    static Bound bound(const T& value) { return static_cast<std::int64_t>(value); }
    static T read(const Raw& raw) { return static_cast<T>(raw.integer); }
};

template<typename T>
requires std::is_enum_v<T>
struct Column<T> { // ids
    static Bound bound(const T& value) { return static_cast<std::int64_t>(value); }
    static T read(const Raw& raw) { return static_cast<T>(raw.integer); }
};

template<>
struct Column<std::string> {
    static Bound bound(const std::string& value) { return std::string_view{value}; }
    static std::string read(const Raw& raw) { return std::string{raw.text}; }
};

template<>
struct Column<std::string_view> {
    static Bound bound(std::string_view value) { return value; }
    static std::string_view read(const Raw& raw) { return raw.text; }
};

template<>
struct Column<Blob> {
    static Bound bound(const Blob& value) { return std::span<const std::byte>{value}; }
    static Blob read(const Raw& raw) { return {raw.blob.begin(), raw.blob.end()}; }
};

template<>
struct Column<std::span<const std::byte>> {
    static Bound bound(std::span<const std::byte> value) { return value; }
    static std::span<const std::byte> read(const Raw& raw) { return raw.blob; }
};

template<std::size_t N>
struct Column<std::array<std::byte, N>> {
    static Bound bound(const std::array<std::byte, N>& value) { return std::span<const std::byte>{value}; }
    static std::array<std::byte, N> read(const Raw& raw) {
        std::array<std::byte, N> value{};
        if (raw.blob.size() != N) throw_bad_column("fixed bytes", raw);
        std::copy(raw.blob.begin(), raw.blob.end(), value.begin());
        return value;
    }
};

template<>
struct Column<core::Uid> {
    static Bound bound(const core::Uid& value) { return std::span<const std::byte>{value.bytes}; }
    static core::Uid read(const Raw& raw) {
        const auto uid = core::uid_from_bytes(raw.blob);
        if (!uid) throw_bad_column("uid", raw);
        return *uid;
    }
};

// Types written as ISO text need their text to live until the statement ran: Statement keeps it.
template<typename T>
concept IsoText = std::same_as<T, core::Day> || std::same_as<T, core::Month> ||
    std::same_as<T, core::Moment> || std::same_as<T, core::PartialDate>;

std::string iso_text(core::Day value);
std::string iso_text(core::Month value);
std::string iso_text(core::Moment value);
std::string iso_text(const core::PartialDate& value);
void read_iso(const Raw& raw, core::Day& value);
void read_iso(const Raw& raw, core::Month& value);
void read_iso(const Raw& raw, core::Moment& value);
void read_iso(const Raw& raw, core::PartialDate& value);

template<IsoText T>
struct Column<T> {
    static T read(const Raw& raw) {
        T value{};
        read_iso(raw, value);
        return value;
    }
};

} // namespace storage
