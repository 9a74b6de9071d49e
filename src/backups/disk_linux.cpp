// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/disk.hpp"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace backups {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const char* code, const fs::path& file) {
    if (errno == ENOSPC || errno == EDQUOT) code = "disk.full";
    if (errno == EIO || errno == ENODEV || errno == ENXIO) code = "disk.failed";
    throw disk_failure(code, file);
}

class Descriptor {
  public:
    Descriptor(const fs::path& file, int flags, const char* code)
        : m_file(file)
        , m_number(::open(file.c_str(), flags | O_CLOEXEC, 0666)) {
        if (m_number < 0) fail(code, file);
    }
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }
    const fs::path& file() const { return m_file; }
    void close() {
        const int closing = m_number;
        m_number = -1;
        if (::close(closing) != 0) fail("file.write", m_file);
    }

  private:
    fs::path m_file;
    int m_number;
};

class LinuxOut final : public OutFile {
  public:
    explicit LinuxOut(const fs::path& file)
        : m_out(file, O_WRONLY | O_CREAT | O_TRUNC, "file.write") {}

    void write(std::span<const std::byte> bytes) override {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_out.number(), bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) fail("file.write", m_out.file());
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
    }

    void finish() override {
        if (::fsync(m_out.number()) != 0) fail("file.write", m_out.file());
        // What is read back then comes from the medium.
        ::posix_fadvise(m_out.number(), 0, 0, POSIX_FADV_DONTNEED);
        m_out.close();
    }

  private:
    Descriptor m_out;
};

class LinuxIn final : public InFile {
  public:
    explicit LinuxIn(const fs::path& file)
        : m_in(file, O_RDONLY, "file.read") {
        ::posix_fadvise(m_in.number(), 0, 0, POSIX_FADV_SEQUENTIAL);
    }

    std::size_t read(std::span<std::byte> bytes) override {
        std::size_t done = 0;
        while (done < bytes.size()) {
            const ssize_t got = ::read(m_in.number(), bytes.data() + done, bytes.size() - done);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail("file.read", m_in.file());
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        return done;
    }

  private:
    Descriptor m_in;
};

class LinuxDisk final : public Disk {
  public:
    std::unique_ptr<OutFile> create(const fs::path& file) override {
        return std::make_unique<LinuxOut>(file);
    }
    std::unique_ptr<InFile> open(const fs::path& file) override { return std::make_unique<LinuxIn>(file); }
    void rename(const fs::path& from, const fs::path& to) override {
        if (::rename(from.c_str(), to.c_str()) != 0) fail("file.write", to);
        // The new name is on the disk when its folder is.
        const Descriptor folder(fs::absolute(to).parent_path(), O_RDONLY | O_DIRECTORY, "file.write");
        // Some sticks' file systems cannot flush a folder.
        if (::fsync(folder.number()) != 0 && errno != EINVAL && errno != ENOTSUP) fail("file.write", to);
    }
    void remove(const fs::path& file) noexcept override {
        std::error_code ignored;
        fs::remove(file, ignored);
    }
};

} // namespace

Disk& real_disk() {
    static LinuxDisk disk;
    return disk;
}

} // namespace backups
