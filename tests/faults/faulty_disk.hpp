// SPDX-License-Identifier: GPL-3.0-or-later
// A disk between SQLite and the real one: it writes down every operation, so that the power can be cut after
// any of them, and makes any of them fail. Files beside SQLite's own (locks, PDFs) do not pass here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace faults {

struct Operation {
    enum class Kind { open, write, truncate, sync, remove } kind = Kind::write;
    std::string file;        // as SQLite names it
    std::int64_t offset = 0; // of a write; the size of a truncate
    std::string bytes{};
};

// How an operation fails: SQLite's result, and whether all that follow fail too.
struct Fault {
    std::size_t at = 0; // counted over reads as well, from 0
    // `lost` is a disk that lies: a write that it says is done.
    enum class What { io_error, disk_full, sync_error, read_only, lost } what = What::io_error;
    bool for_ever = false;
};

// The program's one disk; SQLite opens its files through it from the first call on.
class FaultyDisk {
  public:
    static FaultyDisk& instance();

    // From here on operations are kept; those before are taken as having reached the disk.
    void record();
    std::vector<Operation> recorded();
    std::size_t count() const { return m_operations.size(); }

    // Operations count from 0 again, reads among them.
    void fail(std::optional<Fault> fault);
    // How many were counted since.
    std::size_t counted() const { return m_counted; }
    bool has_failed() const { return m_failed; }
    // Neither counts nor fails while it stands.
    void pause(bool paused) { m_paused = paused; }

    // For the disk's own file methods: SQLite's result code in place of the operation, or 0.
    int failure_of(Operation::Kind kind, bool reading);
    static constexpr int lies = -1; // failure_of()'s answer for a write that is not to be done
    void keep(Operation operation);

  private:
    FaultyDisk();
    bool m_recording = false;
    std::vector<Operation> m_operations;
    std::optional<Fault> m_fault;
    std::size_t m_counted = 0;
    bool m_failed = false;
    bool m_paused = false;
};

// What stands on the disk when the power goes after `count` operations on `file` and its log: what was
// synced, and of what was only written nothing, all of it, some writes, or some sectors of 512 bytes, by the
// seed.
struct Weakness {
    bool log_is_synced_late = false; // before a checkpoint alone, as with synchronous=NORMAL
    bool nothing_is_synced = false;
};
using Files = std::map<std::string, std::string>;
Files after_power_cut(const Files& before, const std::vector<Operation>& operations, std::size_t count,
                      std::uint64_t seed, Weakness weakness = {});

} // namespace faults
