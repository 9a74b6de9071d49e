// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/canonical.hpp"

#include <sodium.h>
#include <zstd.h>

#include <stdexcept>

namespace returns {
namespace {

// Of a list of 49,000 learners level 6 takes ten times as long and is a twentieth smaller.
constexpr int pack_level = 3;
constexpr std::size_t waiting_bytes = 64 * 1024;

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
    append_escaped(escaped, text);
    return escaped;
}

void append_escaped(std::string& line, std::string_view text) {
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c != '\\' && c != '\t' && c != '\n' && c != '\r') continue;
        line.append(text, done, at - done);
        line += '\\';
        line += c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
        done = at + 1;
    }
    line.append(text, done);
}

struct CanonicalWriter::Impl {
    explicit Impl(Sink into)
        : sink(std::move(into))
        , piece(ZSTD_CStreamOutSize(), '\0') {}
    ~Impl() { ZSTD_freeCCtx(packer); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    Sink sink;
    crypto_generichash_state hash{};
    ZSTD_CCtx* packer = ZSTD_createCCtx();
    std::string piece;
    // Lines that wait to be hashed and packed together: a call for each of a million costs more than the
    // work.
    std::string waiting;
    // Where the last line stood, and what such a line begins with.
    std::string sheet, row, start = "\t\t";

    void pack(ZSTD_EndDirective end) {
        crypto_generichash_update(&hash, reinterpret_cast<const unsigned char*>(waiting.data()),
                                  waiting.size());
        ZSTD_inBuffer in{waiting.data(), waiting.size(), 0};
        std::size_t left = 1;
        while (in.pos < in.size || (end == ZSTD_e_end && left != 0)) {
            ZSTD_outBuffer out{piece.data(), piece.size(), 0};
            left = ZSTD_compressStream2(packer, &out, &in, end);
            if (ZSTD_isError(left) != 0) throw std::logic_error(ZSTD_getErrorName(left));
            if (out.pos > 0) sink(std::string_view{piece}.substr(0, out.pos));
        }
        waiting.clear();
    }
};

CanonicalWriter::CanonicalWriter(const ReturnHead& head, Sink sink)
    : m_impl(std::make_unique<Impl>(std::move(sink))) {
    crypto_generichash_init(&m_impl->hash, nullptr, 0, office::Digest{}.size());
    ZSTD_CCtx_setParameter(m_impl->packer, ZSTD_c_compressionLevel, pack_level);
    m_impl->waiting = head_lines(head);
}

CanonicalWriter::~CanonicalWriter() = default;

void CanonicalWriter::value(std::string_view sheet, std::string_view row, std::string_view column,
                            ValueType type, std::string_view value) {
    Impl& impl = *m_impl;
    if (row != impl.row || sheet != impl.sheet) {
        impl.sheet = sheet;
        impl.row = row;
        impl.start = escape(sheet) + '\t' + escape(row) + '\t';
    }
    std::string& text = impl.waiting;
    text += impl.start;
    append_escaped(text, column);
    text += '\t';
    text += static_cast<char>(type);
    text += '\t';
    append_escaped(text, value);
    text += '\n';
    if (text.size() >= waiting_bytes) impl.pack(ZSTD_e_continue);
}

office::Digest CanonicalWriter::finish() {
    m_impl->pack(ZSTD_e_end);
    office::Digest digest{};
    crypto_generichash_final(&m_impl->hash, reinterpret_cast<unsigned char*>(digest.data()), digest.size());
    return digest;
}

std::string message_for(const office::Digest& digest) {
    std::string message = "SROK-RETURN:";
    message.append(reinterpret_cast<const char*>(digest.data()), digest.size());
    return message;
}

} // namespace returns
