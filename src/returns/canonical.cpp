// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/canonical.hpp"

#include <sodium.h>
#include <zstd.h>

#include <array>
#include <stdexcept>

namespace returns {
namespace {

constexpr int pack_level = 6;

std::string head_lines(const ReturnHead& head) {
    std::string text{canonical_first_line};
    text += '\n';
    const auto line = [&](std::string_view name, std::string_view value) {
        text.append(name).append("\t").append(escape(value)).append("\n");
    };
    line("layout", head.layout);
    line("office", head.office);
    line("name-km", head.office_name_km);
    line("name", head.office_name);
    line("uid", core::to_text(head.uid));
    line("period", head.period);
    line("version", std::to_string(head.version));
    line("built", core::to_iso(head.built));
    line("replaces", head.replaces);
    line("reason", head.reason);
    line("audit-head", head.audit_head);
    line("audit-rows", std::to_string(head.audit_rows));
    line("generation", std::to_string(head.generation));
    line("sample", head.sample ? "1" : "0");
    if (head.by_map) line("by-map", "1");
    text += '\n';
    return text;
}

} // namespace

std::string escape(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '\t':
            escaped += "\\t";
            break;
        case '\n':
            escaped += "\\n";
            break;
        case '\r':
            escaped += "\\r";
            break;
        case '\\':
            escaped += "\\\\";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

struct CanonicalWriter::Impl {
    crypto_generichash_state hash{};
    ZSTD_CCtx* packer = ZSTD_createCCtx();
    std::string packed;
    std::string line;

    ~Impl() { ZSTD_freeCCtx(packer); }
    void pack(std::string_view text, ZSTD_EndDirective end) {
        ZSTD_inBuffer in{text.data(), text.size(), 0};
        std::array<char, 16 * 1024> piece{};
        std::size_t left = 1;
        while (in.pos < in.size || (end == ZSTD_e_end && left != 0)) {
            ZSTD_outBuffer out{piece.data(), piece.size(), 0};
            left = ZSTD_compressStream2(packer, &out, &in, end);
            if (ZSTD_isError(left) != 0) throw std::logic_error(ZSTD_getErrorName(left));
            packed.append(piece.data(), out.pos);
        }
    }
};

CanonicalWriter::CanonicalWriter(const ReturnHead& head)
    : m_impl(std::make_unique<Impl>()) {
    crypto_generichash_init(&m_impl->hash, nullptr, 0, office::Digest{}.size());
    ZSTD_CCtx_setParameter(m_impl->packer, ZSTD_c_compressionLevel, pack_level);
    add(head_lines(head));
}

CanonicalWriter::~CanonicalWriter() = default;

void CanonicalWriter::add(std::string_view text) {
    crypto_generichash_update(&m_impl->hash, reinterpret_cast<const unsigned char*>(text.data()),
                              text.size());
    m_impl->pack(text, ZSTD_e_continue);
}

void CanonicalWriter::value(std::string_view sheet, std::string_view row, std::string_view column,
                            ValueType type, std::string_view value) {
    std::string& line = m_impl->line;
    line.clear();
    for (const std::string_view key : {sheet, row, column})
        line.append(escape(key)).append("\t");
    line += static_cast<char>(type);
    line += '\t';
    line.append(escape(value)).append("\n");
    add(line);
}

CanonicalWriter::Packed CanonicalWriter::finish() {
    Packed result;
    crypto_generichash_final(&m_impl->hash, reinterpret_cast<unsigned char*>(result.digest.data()),
                             result.digest.size());
    m_impl->pack({}, ZSTD_e_end);
    result.bytes = std::move(m_impl->packed);
    return result;
}

std::string message_for(const office::Digest& digest) {
    std::string message = "SROK-RETURN:";
    message.append(reinterpret_cast<const char*>(digest.data()), digest.size());
    return message;
}

} // namespace returns
