// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/sealed_stream.hpp"

#include <sodium.h>
#include <zstd.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace backups {
namespace {

constexpr std::size_t chunk_size = std::size_t{64} << 10U;
constexpr std::size_t sealed_size = chunk_size + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr int compression = 3;
static_assert(std::tuple_size_v<StreamKey> == crypto_secretstream_xchacha20poly1305_KEYBYTES);
static_assert(std::tuple_size_v<decltype(Header::sealed_stream_key)> ==
              crypto_box_SEALBYTES + std::tuple_size_v<StreamKey>);

using StreamHead = std::array<std::byte, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;
using Curve = std::array<unsigned char, crypto_box_PUBLICKEYBYTES>;

unsigned char* octets(std::byte* bytes) {
    return reinterpret_cast<unsigned char*>(bytes);
}
const unsigned char* octets(const std::byte* bytes) {
    return reinterpret_cast<const unsigned char*>(bytes);
}

Curve curve_of(const office::PublicKey& key) {
    Curve curve{};
    if (crypto_sign_ed25519_pk_to_curve25519(curve.data(), octets(key.bytes.data())) != 0)
        throw core::WorldFailure(core::Error{"key.damaged"});
    return curve;
}

std::size_t checked(std::size_t zstd_result) {
    if (ZSTD_isError(zstd_result) != 0) throw std::logic_error(ZSTD_getErrorName(zstd_result));
    return zstd_result;
}

} // namespace

std::array<std::byte, 80> seal_stream_key(const StreamKey& key, const office::PublicKey& to) {
    std::array<std::byte, 80> sealed{};
    const Curve curve = curve_of(to);
    if (crypto_box_seal(octets(sealed.data()), octets(key.data()), key.size(), curve.data()) != 0)
        throw core::WorldFailure(core::Error{"key.damaged"});
    return sealed;
}

core::Expected<StreamKey> unseal_stream_key(const std::array<std::byte, 80>& sealed,
                                            const office::SigningKey& key) {
    // libsodium's secret key is the seed followed by the public key.
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> pair{};
    std::copy(key.seed().begin(), key.seed().end(), reinterpret_cast<std::byte*>(pair.data()));
    std::copy(key.public_key().bytes.begin(), key.public_key().bytes.end(),
              reinterpret_cast<std::byte*>(pair.data()) + key.seed().size());
    std::array<unsigned char, crypto_box_SECRETKEYBYTES> secret{};
    const bool made = crypto_sign_ed25519_sk_to_curve25519(secret.data(), pair.data()) == 0;
    sodium_memzero(pair.data(), pair.size());
    const Curve curve = curve_of(key.public_key());
    StreamKey stream{};
    const bool opened = made && crypto_box_seal_open(octets(stream.data()), octets(sealed.data()),
                                                     sealed.size(), curve.data(), secret.data()) == 0;
    sodium_memzero(secret.data(), secret.size());
    if (!opened) return core::fail({"key.damaged"});
    return stream;
}

struct SealedWriter::State {
    OutFile& out;
    crypto_secretstream_xchacha20poly1305_state stream{};
    std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> zstd{ZSTD_createCCtx(), ZSTD_freeCCtx};
    std::vector<std::byte> header; // until the first chunk has vouched for it
    std::vector<std::byte> chunk = std::vector<std::byte>(chunk_size);
    std::vector<std::byte> sealed = std::vector<std::byte>(sealed_size);
    std::size_t filled = 0;

    explicit State(OutFile& to)
        : out(to) {
        if (!zstd) throw std::bad_alloc();
        checked(ZSTD_CCtx_setParameter(zstd.get(), ZSTD_c_compressionLevel, compression));
    }

    void put(unsigned char tag) {
        unsigned long long size = 0;
        crypto_secretstream_xchacha20poly1305_push(&stream, octets(sealed.data()), &size,
                                                   octets(chunk.data()), filled, octets(header.data()),
                                                   header.size(), tag);
        out.write(std::span{sealed}.first(static_cast<std::size_t>(size)));
        header.clear();
        filled = 0;
    }

    // A full chunk goes before more is put into it, so that at the end one is left to be the last.
    void compress(std::span<const std::byte> plain, ZSTD_EndDirective how) {
        ZSTD_inBuffer in{plain.data(), plain.size(), 0};
        for (;;) {
            if (filled == chunk_size) put(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
            ZSTD_outBuffer to{chunk.data() + filled, chunk_size - filled, 0};
            const std::size_t left = checked(ZSTD_compressStream2(zstd.get(), &to, &in, how));
            filled += to.pos;
            const bool taken = in.pos == in.size && filled < chunk_size;
            if (how == ZSTD_e_end ? left == 0 : taken) return;
        }
    }
};

SealedWriter::SealedWriter(OutFile& out, const StreamKey& key, std::span<const std::byte> header)
    : m_state(std::make_unique<State>(out)) {
    StreamHead head{};
    crypto_secretstream_xchacha20poly1305_init_push(&m_state->stream, octets(head.data()),
                                                    octets(key.data()));
    m_state->header.assign(header.begin(), header.end());
    out.write(head);
}

SealedWriter::~SealedWriter() = default;

void SealedWriter::write(std::span<const std::byte> plain) {
    m_state->compress(plain, ZSTD_e_continue);
}

void SealedWriter::finish() {
    m_state->compress({}, ZSTD_e_end);
    m_state->put(crypto_secretstream_xchacha20poly1305_TAG_FINAL);
}

struct SealedReader::State {
    InFile& in;
    std::filesystem::path name;
    crypto_secretstream_xchacha20poly1305_state stream{};
    std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> zstd{ZSTD_createDCtx(), ZSTD_freeDCtx};
    std::vector<std::byte> header;
    std::vector<std::byte> sealed = std::vector<std::byte>(sealed_size);
    std::vector<std::byte> chunk = std::vector<std::byte>(chunk_size);
    std::vector<std::byte> plain = std::vector<std::byte>(ZSTD_DStreamOutSize());
    ZSTD_inBuffer compressed{nullptr, 0, 0};
    std::uint64_t at = 0;       // where the chunk begins that comes next
    std::uint64_t chunk_at = 0; // where the one begins that is being taken apart
    bool last = false;
    bool frame_ended = false;
    bool more_inside = false; // the decompressor had no room for all it has

    State(InFile& from, std::filesystem::path file)
        : in(from)
        , name(std::move(file)) {
        if (!zstd) throw std::bad_alloc();
    }

    [[noreturn]] void fail() const { throw damaged_at(name, chunk_at); }

    void next_chunk() {
        chunk_at = at;
        const std::size_t got = in.read(sealed);
        unsigned long long size = 0;
        unsigned char tag = 0;
        if (got < crypto_secretstream_xchacha20poly1305_ABYTES ||
            crypto_secretstream_xchacha20poly1305_pull(&stream, octets(chunk.data()), &size, &tag,
                                                       octets(sealed.data()), got, octets(header.data()),
                                                       header.size()) != 0)
            fail();
        header.clear();
        at += got;
        last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        std::array<std::byte, 1> more{};
        if (last && in.read(more) != 0) {
            chunk_at = at;
            fail();
        }
        compressed = {chunk.data(), static_cast<std::size_t>(size), 0};
    }
};

SealedReader::SealedReader(InFile& in, std::filesystem::path name, const StreamKey& key,
                           std::span<const std::byte> header)
    : m_state(std::make_unique<State>(in, std::move(name))) {
    StreamHead head{};
    State& state = *m_state;
    state.chunk_at = header.size();
    if (in.read(head) != head.size() || crypto_secretstream_xchacha20poly1305_init_pull(
                                            &state.stream, octets(head.data()), octets(key.data())) != 0)
        state.fail();
    state.header.assign(header.begin(), header.end());
    state.at = header.size() + head.size();
}

SealedReader::~SealedReader() = default;

std::span<const std::byte> SealedReader::read() {
    State& state = *m_state;
    for (;;) {
        if (state.compressed.pos == state.compressed.size && !state.more_inside) {
            if (state.last) {
                if (!state.frame_ended) state.fail();
                return {};
            }
            state.next_chunk();
        }
        ZSTD_outBuffer to{state.plain.data(), state.plain.size(), 0};
        const std::size_t left = ZSTD_decompressStream(state.zstd.get(), &to, &state.compressed);
        if (ZSTD_isError(left) != 0) state.fail();
        state.frame_ended = left == 0;
        state.more_inside = to.pos == to.size && left != 0;
        if (to.pos > 0) return std::span<const std::byte>{state.plain}.first(to.pos);
    }
}

} // namespace backups
