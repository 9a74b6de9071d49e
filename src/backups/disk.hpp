// SPDX-License-Identifier: GPL-3.0-or-later
// The disk or stick that a backup goes to, as far as a backup needs it. Behind an interface, so that a test
// can fill it, pull it out, or have it lie.
#pragma once

#include "core/error.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace backups {

// All throw WorldFailure with the file as place: disk.full, disk.failed, file.write, file.read.
class OutFile {
  public:
    virtual ~OutFile() = default;
    virtual void write(std::span<const std::byte> bytes) = 0;
    // Waits until everything written is on the medium, and closes.
    virtual void finish() = 0;
};

class InFile {
  public:
    virtual ~InFile() = default;
    // Fills `bytes` as far as the file goes; fewer only at its end.
    virtual std::size_t read(std::span<std::byte> bytes) = 0;
};

class Disk {
  public:
    virtual ~Disk() = default;
    // A new empty file in place of any other.
    virtual std::unique_ptr<OutFile> create(const std::filesystem::path& file) = 0;
    // From the medium and not from what the system remembers of it, as far as the system can.
    virtual std::unique_ptr<InFile> open(const std::filesystem::path& file) = 0;
    // Over any file of that name, for good.
    virtual void rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
    // Nothing where it is not there or cannot be removed.
    virtual void remove(const std::filesystem::path& file) noexcept = 0;
};

// The system's.
Disk& real_disk();

core::WorldFailure disk_failure(const char* code, const std::filesystem::path& file);

} // namespace backups
