// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a canonical text apart.
#include "returns/canonical.hpp"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace returns {
namespace {

// What is kept of a line beside its text: its places in Canonical::values and lines, with what growing takes.
constexpr std::size_t bytes_a_line = 120;
// A frame may ask for a window of 2^this bytes; ours ask for less.
constexpr int largest_window = 24;
// As in any archive from outside (spreadsheet/limits.hpp).
constexpr std::size_t most_inflation = 100;
constexpr std::size_t free_inflation = std::size_t{100} << 10U;

core::Error damaged(std::string what) {
    return core::Error{"return.damaged"}.with("what", std::move(what));
}

// Cuts the text up to the next `end` and moves past it; nothing when there is none.
std::optional<std::string_view> cut(std::string_view& rest, char end) {
    const std::size_t at = rest.find(end);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view part = rest.substr(0, at);
    rest.remove_prefix(at + 1);
    return part;
}

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

bool read_head_line(ReturnHead& head, std::string_view name, const std::string& value) {
    const auto number = [&](std::int64_t& into) {
        const auto read = whole(value);
        if (read) into = *read;
        return read.has_value();
    };
    if (name == "layout")
        head.layout = value;
    else if (name == "office")
        head.office = value;
    else if (name == "name-km")
        head.office_name_km = value;
    else if (name == "name")
        head.office_name = value;
    else if (name == "period")
        head.period = value;
    else if (name == "replaces")
        head.replaces = value;
    else if (name == "reason")
        head.reason = value;
    else if (name == "audit-head")
        head.audit_head = value;
    else if (name == "sample")
        head.sample = value == "1";
    else if (name == "by-map")
        head.by_map = value == "1";
    else if (name == "version")
        return number(head.version);
    else if (name == "audit-rows")
        return number(head.audit_rows);
    else if (name == "generation")
        return number(head.generation);
    else if (name == "uid") {
        const auto uid = core::uid_from_text(value);
        if (uid) head.uid = *uid;
        return uid.has_value();
    } else if (name == "built") {
        const auto built = core::moment_from_iso(value);
        if (built) head.built = *built;
        return built.has_value();
    }
    // A later program may say more: what we do not know is covered by the signature all the same.
    return true;
}

std::optional<core::Error> read_head(std::string_view& rest, ReturnHead& head) {
    if (cut(rest, '\n') != canonical_first_line) return damaged("first line");
    for (auto line = cut(rest, '\n'); line && !line->empty(); line = cut(rest, '\n')) {
        const auto name = cut(*line, '\t');
        if (!name || !read_head_line(head, *name, unescape(*line))) return damaged("head");
    }
    const bool area = head.office.size() == 2 || head.office.size() == 4;
    return area && !head.period.empty() && head.version >= 1 ? std::nullopt : std::optional{damaged("head")};
}

std::optional<core::Error> read_values(std::string_view rest, Canonical& canonical) {
    const auto count = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\n'));
    canonical.values.reserve(count);
    canonical.lines.reserve(count);
    while (!rest.empty()) {
        const auto line = cut(rest, '\n');
        if (!line) return damaged("last line");
        // sheet, row and column are one key.
        std::size_t end = 0;
        for (int part = 0; part < 3; ++part) {
            end = line->find('\t', end);
            if (end == std::string_view::npos) return damaged("line");
            ++end;
        }
        const std::string_view tail = line->substr(end);
        if (tail.size() < 2 || tail[1] != '\t' ||
            std::string_view{"nsa"}.find(tail[0]) == std::string_view::npos)
            return damaged("line");
        const Canonical::Value value{static_cast<ValueType>(tail[0]), tail.substr(2),
                                     static_cast<std::uint32_t>(canonical.lines.size())};
        const auto [at, is_new] = canonical.values.emplace(line->substr(0, end - 1), value);
        if (!is_new) return damaged("repeated line");
        canonical.lines.push_back(&*at);
    }
    return std::nullopt;
}

// Hands the text on piece by piece until `take` says that it is enough. False where it is not well packed.
template<typename Take>
bool inflate(std::string_view packed, Take take) {
    // A stream does not say its size; one that does is not believed.
    if (ZSTD_getFrameContentSize(packed.data(), packed.size()) == ZSTD_CONTENTSIZE_ERROR) return false;
    const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, largest_window);
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    std::array<char, 64 * 1024> piece{};
    std::size_t state = 1;
    while (in.pos < in.size || state != 0) {
        ZSTD_outBuffer out{piece.data(), piece.size(), 0};
        state = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(state) != 0) return false;
        if (!take(std::string_view{piece.data(), out.pos})) return true;
        if (in.pos == in.size && out.pos < out.size && state != 0) return false;
        if (state == 0 && in.pos < in.size) return false;
    }
    return true;
}

core::Error too_big(std::string what, std::size_t maximum) {
    return core::Error{"file.too-big"}.with("what", std::move(what)).with("maximum", std::to_string(maximum));
}

// Unpacked twice: once to see what it would take, and only then to be kept.
core::Expected<std::string> unpack(std::string_view packed, std::size_t most_memory) {
    std::size_t size = 0, lines = 0;
    const auto swollen = [&] { return size > free_inflation && size / most_inflation > packed.size(); };
    const auto heavy = [&] { return size + lines * bytes_a_line > most_memory; };
    const bool well = inflate(packed, [&](std::string_view piece) {
        size += piece.size();
        lines += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
        return !swollen() && !heavy();
    });
    if (swollen()) return core::fail(too_big("inflation", most_inflation));
    if (heavy()) return core::fail(too_big("memory", most_memory));
    if (!well) return core::fail(damaged("packing"));
    std::string text;
    text.reserve(size);
    inflate(packed, [&](std::string_view piece) {
        text.append(piece);
        return true;
    });
    return text;
}

} // namespace

std::string unescape(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        const char code = text[++i];
        plain += code == 't' ? '\t' : code == 'n' ? '\n' : code == 'r' ? '\r' : code;
    }
    return plain;
}

std::string Canonical::plain(const Value& value) {
    return unescape(value.raw);
}

const Canonical::Value* Canonical::find(std::string_view sheet, std::string_view row,
                                        std::string_view column) const {
    const auto found = values.find(escape(sheet) + '\t' + escape(row) + '\t' + escape(column));
    return found == values.end() ? nullptr : &found->second;
}

std::string Canonical::text_at(std::string_view sheet, std::string_view row, std::string_view column) const {
    const Value* value = find(sheet, row, column);
    return value == nullptr ? std::string{} : plain(*value);
}

std::string_view sheet_of(std::string_view key) {
    return key.substr(0, key.find('\t'));
}

ValueKey split_key(std::string_view key) {
    const std::size_t first = key.find('\t');
    const std::size_t second = key.find('\t', first + 1);
    return {unescape(key.substr(0, first)), unescape(key.substr(first + 1, second - first - 1)),
            unescape(key.substr(second + 1))};
}

core::Expected<std::unique_ptr<Canonical>> read_canonical(std::string_view packed, std::size_t most_memory) {
    auto text = unpack(packed, most_memory);
    if (!text) return core::fail(text.error());
    auto canonical = std::make_unique<Canonical>();
    canonical->text = std::move(*text);
    std::string_view rest = canonical->text;
    if (auto error = read_head(rest, canonical->head)) return core::fail(std::move(*error));
    if (auto error = read_values(rest, *canonical)) return core::fail(std::move(*error));
    return canonical;
}

office::Digest digest_of(const Canonical& canonical) {
    return office::digest(canonical.text);
}

} // namespace returns
