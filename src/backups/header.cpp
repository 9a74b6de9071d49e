// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/header.hpp"

#include "office/sealed_key.hpp"
#include "storage/file_header.hpp"

#include <algorithm>
#include <string_view>

namespace backups {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic = "SROKBAK\n";
constexpr std::uint16_t format = 1;
constexpr std::size_t frame_size = 8 + 2 + 4;
constexpr std::size_t largest_header = std::size_t{64} << 10U;
constexpr std::size_t most_seals = 8;

class Writer {
  public:
    template<typename Number>
    void number(Number value) {
        for (std::size_t i = 0; i < sizeof value; ++i)
            bytes.push_back(static_cast<std::byte>(static_cast<std::uint64_t>(value) >> (8 * i)));
    }
    void raw(std::span<const std::byte> part) { bytes.insert(bytes.end(), part.begin(), part.end()); }
    void text(std::string_view part) {
        number(static_cast<std::uint8_t>(part.size()));
        raw(std::as_bytes(std::span{part}));
    }
    std::vector<std::byte> bytes;
};

// Every reading past the end makes it false.
class Reader {
  public:
    explicit Reader(std::span<const std::byte> bytes)
        : m_rest(bytes) {}
    template<typename Number>
    Number number() {
        std::uint64_t value = 0;
        const auto part = raw(sizeof(Number));
        for (std::size_t i = 0; i < part.size(); ++i)
            value |= std::to_integer<std::uint64_t>(part[i]) << (8 * i);
        return static_cast<Number>(value);
    }
    std::span<const std::byte> raw(std::size_t size) {
        if (size > m_rest.size()) {
            m_whole = false;
            return {};
        }
        const auto part = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return part;
    }
    template<std::size_t size>
    void take(std::array<std::byte, size>& to) {
        const auto part = raw(size);
        std::copy(part.begin(), part.end(), to.begin());
    }
    std::string text() {
        const auto part = raw(number<std::uint8_t>());
        return {reinterpret_cast<const char*>(part.data()), part.size()};
    }
    bool ended() const { return m_whole && m_rest.empty(); }
    void spoil() { m_whole = false; }

  private:
    std::span<const std::byte> m_rest;
    bool m_whole = true;
};

Header decode(Reader& in) {
    Header header;
    in.take(header.office.bytes);
    header.area_code = in.text();
    header.institution_code = in.text();
    header.generation = static_cast<int>(in.number<std::uint32_t>());
    header.made_at = core::Moment{std::chrono::milliseconds{in.number<std::int64_t>()}};
    header.schema = static_cast<int>(in.number<std::uint32_t>());
    header.audit_rows = in.number<std::int64_t>();
    header.plain_bytes = in.number<std::uint64_t>();
    in.take(header.plain_digest);
    in.take(header.key.public_key.bytes);
    const auto seals = in.number<std::uint8_t>();
    if (seals > most_seals) in.spoil();
    for (std::size_t i = 0; i < std::min<std::size_t>(seals, most_seals); ++i) {
        const auto kind = in.number<std::uint8_t>();
        auto sealed = office::unpacked(header.key.public_key, in.raw(office::sealed_key_size));
        if (kind < 1 || kind > 2 || !sealed) {
            in.spoil();
            continue;
        }
        header.key.seals.push_back(
            {kind == 1 ? office::SealKind::passphrase : office::SealKind::recovery, *sealed});
    }
    in.take(header.sealed_stream_key);
    return header;
}

} // namespace

core::WorldFailure disk_failure(const char* code, const fs::path& file) {
    return core::WorldFailure(core::Error{code}.at({.file = storage::file_text(file)}));
}

core::WorldFailure damaged_at(const fs::path& file, std::uint64_t byte) {
    core::Place place{.file = storage::file_text(file)};
    place.byte = byte;
    return core::WorldFailure(core::Error{"backup.damaged"}.at(std::move(place)));
}

std::vector<std::byte> encode(const Header& header) {
    Writer body;
    body.raw(header.office.bytes);
    body.text(header.area_code);
    body.text(header.institution_code);
    body.number(static_cast<std::uint32_t>(header.generation));
    body.number(static_cast<std::int64_t>(header.made_at.time_since_epoch().count()));
    body.number(static_cast<std::uint32_t>(header.schema));
    body.number(header.audit_rows);
    body.number(header.plain_bytes);
    body.raw(header.plain_digest);
    body.raw(header.key.public_key.bytes);
    body.number(static_cast<std::uint8_t>(header.key.seals.size()));
    for (const office::BackupSeal& seal : header.key.seals) {
        body.number(static_cast<std::uint8_t>(seal.kind == office::SealKind::passphrase ? 1 : 2));
        body.raw(office::packed(seal.key));
    }
    body.raw(header.sealed_stream_key);
    Writer whole;
    whole.raw(std::as_bytes(std::span{magic}));
    whole.number(format);
    whole.number(static_cast<std::uint32_t>(body.bytes.size()));
    whole.raw(body.bytes);
    const office::Digest digest = office::digest(whole.bytes);
    whole.raw(digest);
    return std::move(whole.bytes);
}

core::Expected<ReadHeader> read_header(InFile& file, const fs::path& name) {
    ReadHeader read;
    read.bytes.resize(frame_size);
    const std::size_t got = file.read(read.bytes);
    const auto same = std::as_bytes(std::span{magic});
    if (got < magic.size() || !std::equal(same.begin(), same.end(), read.bytes.begin()))
        return core::fail(core::Error{"backup.not-a-backup"}.at({.file = storage::file_text(name)}));
    if (got < frame_size) throw damaged_at(name, got);
    Reader frame(std::span<const std::byte>{read.bytes}.subspan(magic.size()));
    const auto version = frame.number<std::uint16_t>();
    const auto length = frame.number<std::uint32_t>();
    if (length > largest_header) throw damaged_at(name, magic.size() + sizeof version);
    read.bytes.resize(frame_size + length + office::Digest{}.size());
    const std::size_t rest = file.read(std::span{read.bytes}.subspan(frame_size));
    if (frame_size + rest < read.bytes.size()) throw damaged_at(name, frame_size + rest);
    const auto covered = std::span<const std::byte>{read.bytes}.first(frame_size + length);
    const office::Digest digest = office::digest(covered);
    if (!std::equal(digest.begin(), digest.end(),
                    read.bytes.begin() + static_cast<std::ptrdiff_t>(covered.size())))
        throw damaged_at(name, 0);
    if (version > format)
        return core::fail(core::Error{"backup.newer"}
                              .at({.file = storage::file_text(name)})
                              .with("has", std::to_string(version))
                              .with("knows", std::to_string(format)));
    Reader body(covered.subspan(frame_size));
    read.header = decode(body);
    if (!body.ended() || version < format) throw damaged_at(name, frame_size);
    return read;
}

core::Expected<Header> load_header(const fs::path& file, Disk& disk) {
    const auto in = disk.open(file);
    auto read = read_header(*in, file);
    if (!read) return core::fail(read.error());
    return std::move(read->header);
}

} // namespace backups
