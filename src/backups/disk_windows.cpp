// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/disk.hpp"
#include "core/file_in_place.hpp"

#include <algorithm>
#include <cstring>
#include <windows.h>

namespace backups {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const char* code, const fs::path& file, DWORD reason = GetLastError()) {
    switch (reason) {
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
        code = "disk.full";
        break;
    case ERROR_CRC:
    case ERROR_IO_DEVICE:
    case ERROR_NOT_READY:
    case ERROR_DEV_NOT_EXIST:
    case ERROR_DEVICE_NOT_CONNECTED:
    case ERROR_SECTOR_NOT_FOUND:
        code = "disk.failed";
        break;
    default:
        break;
    }
    throw disk_failure(code, file);
}

class Handle {
  public:
    Handle(const fs::path& file, DWORD access, DWORD share, DWORD how, DWORD flags, const char* code)
        : m_file(file)
        , m_handle(CreateFileW(file.c_str(), access, share, nullptr, how, flags, nullptr)) {
        if (m_handle == INVALID_HANDLE_VALUE) fail(code, file);
    }
    ~Handle() {
        if (m_handle != INVALID_HANDLE_VALUE) CloseHandle(m_handle);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    HANDLE get() const { return m_handle; }
    const fs::path& file() const { return m_file; }
    void close() {
        const HANDLE closing = m_handle;
        m_handle = INVALID_HANDLE_VALUE;
        if (!CloseHandle(closing)) fail("file.write", m_file);
    }

  private:
    fs::path m_file;
    HANDLE m_handle;
};

class WindowsOut final : public OutFile {
  public:
    explicit WindowsOut(const fs::path& file)
        : m_out(file, GENERIC_WRITE, 0, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, "file.write") {}

    void write(std::span<const std::byte> bytes) override {
        constexpr std::size_t most = std::size_t{1} << 20U;
        while (!bytes.empty()) {
            DWORD written = 0;
            const auto size = static_cast<DWORD>(std::min(bytes.size(), most));
            if (!WriteFile(m_out.get(), bytes.data(), size, &written, nullptr) || written == 0)
                fail("file.write", m_out.file());
            bytes = bytes.subspan(written);
        }
    }

    void finish() override {
        if (!FlushFileBuffers(m_out.get())) fail("file.write", m_out.file());
        m_out.close();
    }

  private:
    Handle m_out;
};

// Past the system's memory of the file: whole sectors into memory that begins where a page begins.
class WindowsIn final : public InFile {
  public:
    explicit WindowsIn(const fs::path& file)
        : m_in(file, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, OPEN_EXISTING,
               FILE_FLAG_NO_BUFFERING | FILE_FLAG_SEQUENTIAL_SCAN, "file.read")
        , m_block(static_cast<std::byte*>(
              VirtualAlloc(nullptr, block_size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE))) {
        if (m_block == nullptr) throw std::bad_alloc();
    }
    ~WindowsIn() override { VirtualFree(m_block, 0, MEM_RELEASE); }

    std::size_t read(std::span<std::byte> bytes) override {
        std::size_t done = 0;
        while (done < bytes.size()) {
            if (m_at == m_filled && !fill()) break;
            const std::size_t size = std::min(bytes.size() - done, m_filled - m_at);
            std::memcpy(bytes.data() + done, m_block + m_at, size);
            m_at += size;
            done += size;
        }
        return done;
    }

  private:
    static constexpr std::size_t block_size = std::size_t{1} << 20U; // of any disk, whole sectors

    bool fill() {
        DWORD got = 0;
        m_at = m_filled = 0;
        if (m_ended) return false;
        if (!ReadFile(m_in.get(), m_block, static_cast<DWORD>(block_size), &got, nullptr)) {
            if (GetLastError() != ERROR_HANDLE_EOF) fail("file.read", m_in.file());
            got = 0;
        }
        m_filled = got;
        // After the last part of a sector, where the next reading began would be refused.
        m_ended = got < block_size;
        return got > 0;
    }

    Handle m_in;
    std::byte* m_block;
    std::size_t m_at = 0;
    std::size_t m_filled = 0;
    bool m_ended = false;
};

class WindowsDisk final : public Disk {
  public:
    std::unique_ptr<OutFile> create(const fs::path& file) override {
        return std::make_unique<WindowsOut>(file);
    }
    std::unique_ptr<InFile> open(const fs::path& file) override { return std::make_unique<WindowsIn>(file); }
    void rename(const fs::path& from, const fs::path& to) override {
        const auto refused = core::put_in_place(from, to);
        if (!refused) return;
        if (refused->why.starts_with("in-use")) throw core::not_written(to, *refused);
        fail("file.write", to, static_cast<DWORD>(refused->reason.value()));
    }
    void remove(const fs::path& file) noexcept override {
        std::error_code ignored;
        fs::remove(file, ignored);
    }
};

} // namespace

Disk& real_disk() {
    static WindowsDisk disk;
    return disk;
}

} // namespace backups
