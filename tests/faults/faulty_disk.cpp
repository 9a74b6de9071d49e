// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/faulty_disk.hpp"

#include "core/random.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <stdexcept>

namespace faults {
namespace {

sqlite3_vfs* real_disk() {
    static sqlite3_vfs* disk = sqlite3_vfs_find(nullptr);
    return disk;
}

// SQLite's file, with the real one behind it in the same memory.
struct File {
    sqlite3_file base;
    std::string* name;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& file_of(sqlite3_file* file) {
    return *reinterpret_cast<File*>(file);
}

// Runs `call` on the real file unless the disk is to fail here; keeps what it did.
template<typename Call>
int pass(Operation operation, bool reading, Call call) {
    if (const int failed = FaultyDisk::instance().failure_of(operation.kind, reading); failed != SQLITE_OK)
        return failed == FaultyDisk::lies ? SQLITE_OK : failed;
    const int result = call();
    if (result == SQLITE_OK && !reading) FaultyDisk::instance().keep(std::move(operation));
    return result;
}

using Kind = Operation::Kind;

int close_file(sqlite3_file* file) {
    File& own = file_of(file);
    const int result = own.real()->pMethods != nullptr ? own.real()->pMethods->xClose(own.real()) : SQLITE_OK;
    delete own.name;
    own.name = nullptr;
    return result;
}

int read_file(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
    File& own = file_of(file);
    return pass({Kind::write, *own.name}, true,
                [&] { return own.real()->pMethods->xRead(own.real(), into, size, offset); });
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    File& own = file_of(file);
    return pass({Kind::write, *own.name, offset,
                 std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size))},
                false, [&] { return own.real()->pMethods->xWrite(own.real(), bytes, size, offset); });
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    File& own = file_of(file);
    return pass({Kind::truncate, *own.name, size}, false,
                [&] { return own.real()->pMethods->xTruncate(own.real(), size); });
}

// Nothing is really synced: the power is cut on paper only, and a thousand runs would wait for the disk.
int sync_file(sqlite3_file* file, int) {
    File& own = file_of(file);
    return pass({Kind::sync, *own.name}, false, [] { return SQLITE_OK; });
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return file_of(file).real()->pMethods->xFileSize(file_of(file).real(), size);
}

int lock_file(sqlite3_file* file, int level) {
    return file_of(file).real()->pMethods->xLock(file_of(file).real(), level);
}

int unlock_file(sqlite3_file* file, int level) {
    return file_of(file).real()->pMethods->xUnlock(file_of(file).real(), level);
}

int check_reserved(sqlite3_file* file, int* held) {
    return file_of(file).real()->pMethods->xCheckReservedLock(file_of(file).real(), held);
}

int control_file(sqlite3_file* file, int what, void* argument) {
    return file_of(file).real()->pMethods->xFileControl(file_of(file).real(), what, argument);
}

int sector_size(sqlite3_file*) {
    return 512;
}

// No promise about what a sudden end leaves: SQLite must expect the worst.
int characteristics(sqlite3_file*) {
    return 0;
}

int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** at) {
    return file_of(file).real()->pMethods->xShmMap(file_of(file).real(), page, size, extend, at);
}

int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return file_of(file).real()->pMethods->xShmLock(file_of(file).real(), offset, count, flags);
}

void barrier(sqlite3_file* file) {
    file_of(file).real()->pMethods->xShmBarrier(file_of(file).real());
}

int unmap_shared(sqlite3_file* file, int remove) {
    return file_of(file).real()->pMethods->xShmUnmap(file_of(file).real(), remove);
}

const sqlite3_io_methods methods{
    2,           close_file,  read_file,      write_file,   truncate_file, sync_file,       file_size,
    lock_file,   unlock_file, check_reserved, control_file, sector_size,   characteristics, map_shared,
    lock_shared, barrier,     unmap_shared,   nullptr,      nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
    File& own = file_of(file);
    own.base.pMethods = nullptr;
    own.name = nullptr;
    const std::string called = name != nullptr ? name : "";
    const bool creates = (flags & SQLITE_OPEN_CREATE) != 0;
    int result = FaultyDisk::instance().failure_of(Kind::open, !creates);
    if (result == SQLITE_OK) result = real_disk()->xOpen(real_disk(), name, own.real(), flags, out);
    if (result != SQLITE_OK) return result == SQLITE_IOERR_WRITE ? SQLITE_CANTOPEN : result;
    own.name = new std::string(called);
    own.base.pMethods = &methods;
    return SQLITE_OK;
}

int remove_file(sqlite3_vfs*, const char* name, int sync) {
    return pass({Kind::remove, name}, false, [&] { return real_disk()->xDelete(real_disk(), name, sync); });
}

sqlite3_vfs& own_disk() {
    static sqlite3_vfs disk = [] {
        sqlite3_vfs made = *real_disk();
        made.zName = "faulty";
        made.pNext = nullptr;
        made.szOsFile = static_cast<int>(sizeof(File)) + real_disk()->szOsFile;
        made.xOpen = open_file;
        made.xDelete = remove_file;
        return made;
    }();
    return disk;
}

// The disk's content, and the writes that may still be lost.
struct Cut {
    std::string synced;
    std::vector<const Operation*> waiting{};
    bool exists = false;
};

void apply(std::string& content, const Operation& one, std::size_t from, std::size_t size) {
    if (one.kind == Kind::truncate) return content.resize(static_cast<std::size_t>(one.offset));
    const std::size_t at = static_cast<std::size_t>(one.offset) + from;
    if (content.size() < at + size) content.resize(at + size);
    content.replace(at, size, one.bytes, from, size);
}

void apply(std::string& content, const Operation& one) {
    apply(content, one, 0, one.bytes.size());
}

// What of the waiting writes reached the disk.
void settle(Cut& file, core::SeededRandom& random) {
    constexpr std::size_t sector = 512;
    const std::uint64_t mode = random.below(4);
    for (const Operation* one : file.waiting) {
        const bool kept = mode == 1 || (mode >= 2 && random.below(2) == 0);
        if (mode == 0 || (mode == 2 && !kept)) continue;
        if (mode < 3 || one->kind == Kind::truncate) {
            if (kept) apply(file.synced, *one);
            continue;
        }
        for (std::size_t from = 0; from < one->bytes.size(); from += sector)
            if (random.below(2) == 0)
                apply(file.synced, *one, from, std::min(sector, one->bytes.size() - from));
    }
}

// Whether the sync of a log there is the one that a checkpoint begins with: what comes next goes to the file
// itself.
bool before_checkpoint(const std::vector<Operation>& operations, std::size_t at) {
    return at + 1 < operations.size() && !operations[at + 1].file.ends_with("-wal");
}

} // namespace

FaultyDisk::FaultyDisk() {
    if (sqlite3_vfs_register(&own_disk(), 1) != SQLITE_OK) throw std::runtime_error("no disk");
}

FaultyDisk& FaultyDisk::instance() {
    static FaultyDisk disk;
    return disk;
}

void FaultyDisk::record() {
    m_operations.clear();
    m_recording = true;
}

std::vector<Operation> FaultyDisk::recorded() {
    m_recording = false;
    return std::move(m_operations);
}

void FaultyDisk::keep(Operation operation) {
    if (m_recording) m_operations.push_back(std::move(operation));
}

void FaultyDisk::fail(std::optional<Fault> fault) {
    m_fault = fault;
    m_counted = 0;
    m_failed = false;
}

int FaultyDisk::failure_of(Operation::Kind kind, bool reading) {
    if (m_paused) return SQLITE_OK;
    const std::size_t now = m_counted++;
    if (!m_fault || now < m_fault->at || (m_failed && !m_fault->for_ever)) return SQLITE_OK;
    const auto fails = [&](int result) {
        m_failed = true;
        return result;
    };
    switch (m_fault->what) {
    case Fault::What::io_error:
        return fails(reading              ? SQLITE_IOERR_READ
                     : kind == Kind::sync ? SQLITE_IOERR_FSYNC
                                          : SQLITE_IOERR_WRITE);
    case Fault::What::disk_full: // meets the next that writes
        return reading || kind == Kind::sync || kind == Kind::remove ? SQLITE_OK : fails(SQLITE_FULL);
    case Fault::What::sync_error:
        return kind == Kind::sync ? fails(SQLITE_IOERR_FSYNC) : SQLITE_OK;
    case Fault::What::read_only:
        return reading || kind == Kind::sync ? SQLITE_OK
                                             : fails(kind == Kind::open ? SQLITE_CANTOPEN : SQLITE_READONLY);
    case Fault::What::lost:
        return reading || kind != Kind::write ? SQLITE_OK : fails(lies);
    }
    return SQLITE_OK;
}

Files after_power_cut(const Files& before, const std::vector<Operation>& operations, std::size_t count,
                      std::uint64_t seed, Weakness weakness) {
    std::map<std::string, Cut> disk;
    for (const auto& [name, content] : before)
        disk[name] = {content, {}, true};
    for (std::size_t i = 0; i < std::min(count, operations.size()); ++i) {
        const Operation& one = operations[i];
        Cut& file = disk[one.file];
        const bool log = one.file.ends_with("-wal");
        switch (one.kind) {
        case Kind::open:
            break;
        case Kind::remove:
            file = {};
            continue;
        case Kind::sync:
            if (weakness.nothing_is_synced) continue;
            if (weakness.log_is_synced_late && log && !before_checkpoint(operations, i)) continue;
            for (const Operation* waiting : file.waiting)
                apply(file.synced, *waiting);
            file.waiting.clear();
            break;
        case Kind::write:
        case Kind::truncate:
            file.waiting.push_back(&one);
        }
        file.exists = true;
    }
    core::SeededRandom random{seed};
    Files files;
    for (auto& [name, file] : disk) {
        if (!file.exists) continue;
        settle(file, random);
        files[name] = std::move(file.synced);
    }
    return files;
}

} // namespace faults
