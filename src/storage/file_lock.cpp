// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_lock.hpp"

#include "core/clock.hpp"
#include "core/error.hpp"
#include "storage/lock_byte.hpp"

#include <mutex>
#include <set>

namespace storage {
namespace {

std::string utf8(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

// A POSIX lock does not keep the same process out, so files this process has open are remembered here.
struct OpenHere {
    std::mutex mutex;
    std::set<std::filesystem::path> files;
};

OpenHere& open_here() {
    static OpenHere instance;
    return instance;
}

} // namespace

struct FileLock::Held {
    explicit Held(const std::filesystem::path& path)
        : lock(lock_byte_of(path))
        , key(std::filesystem::weakly_canonical(path)) {}
    std::unique_ptr<LockByte> lock;
    std::filesystem::path key;
};

FileLock::FileLock(const std::filesystem::path& office_file) {
    std::filesystem::path path = office_file;
    path += ".lock";
    { std::ofstream touch(path, std::ios::app); }
    m_file.open(path, std::ios::in | std::ios::out);
    if (!m_file) throw core::WorldFailure(core::Error{"file.read-only"}.at({.file = utf8(office_file)}));
    std::string holder;
    std::getline(m_file, holder);
    m_file.clear();
    m_held = std::make_unique<Held>(path);

    OpenHere& here = open_here();
    const std::lock_guard guard(here.mutex);
    if (here.files.contains(m_held->key) || !m_held->lock->try_lock()) {
        m_held.reset();
        throw core::WorldFailure(
            core::Error{"file.locked"}.at({.file = utf8(office_file)}).with("holder", holder));
    }
    here.files.insert(m_held->key);
    std::filesystem::resize_file(path, 0);
    m_file.seekp(0);
    m_file << system_user_name() << ' ' << core::to_iso(core::SystemClock{}.now()) << '\n' << std::flush;
}

FileLock::~FileLock() {
    if (!m_held) return;
    OpenHere& here = open_here();
    const std::lock_guard guard(here.mutex);
    here.files.erase(m_held->key);
}

} // namespace storage
