// SPDX-License-Identifier: GPL-3.0-or-later
// An office file on its way into a backup and out again: compressed (zstd), then sealed chunk by chunk
// (libsodium's secretstream), so that a chunk that was altered, moved, left out or added is found. In
// constant memory, whatever the file's size.
#pragma once

#include "backups/header.hpp"

#include <memory>

namespace backups {

// The key to a stream: made by chance for each backup, and sealed to the office's backup key.
std::array<std::byte, 80> seal_stream_key(const StreamKey& key, const office::PublicKey& to);
// Error: key.damaged: it was sealed to another.
core::Expected<StreamKey> unseal_stream_key(const std::array<std::byte, 80>& sealed,
                                            const office::SigningKey& key);

class SealedWriter {
  public:
    // `header` has been written to `out`; the first chunk vouches for it.
    SealedWriter(OutFile& out, const StreamKey& key, std::span<const std::byte> header);
    ~SealedWriter();
    void write(std::span<const std::byte> plain);
    // The last chunk; `out` is not finished by it.
    void finish();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

class SealedReader {
  public:
    // After the `header` was read from `in`; `name` for errors.
    SealedReader(InFile& in, std::filesystem::path name, const StreamKey& key,
                 std::span<const std::byte> header);
    ~SealedReader();
    // The next plain bytes; none at the end, which is the stream's own and the file's. WorldFailure
    // backup.damaged at the byte where the first chunk begins that is not as it was written.
    std::span<const std::byte> read();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace backups
