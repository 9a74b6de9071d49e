// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_lock.hpp"

#include "core/clock.hpp"
#include "core/error.hpp"

#include <boost/interprocess/sync/file_lock.hpp>

#include <cstdlib>
#include <mutex>
#include <set>

namespace storage {
namespace {

std::string utf8(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

std::string user_name() {
    for (const char* variable : {"USER", "USERNAME", "LOGNAME"})
        if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') return value;
    return "?";
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
        : lock(path.c_str())
        , key(std::filesystem::weakly_canonical(path)) {}
    boost::interprocess::file_lock lock;
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
    if (here.files.contains(m_held->key) || !m_held->lock.try_lock()) {
        m_held.reset();
        throw core::WorldFailure(
            core::Error{"file.locked"}.at({.file = utf8(office_file)}).with("holder", holder));
    }
    here.files.insert(m_held->key);
    std::filesystem::resize_file(path, 0);
    m_file.seekp(0);
    m_file << user_name() << ' ' << core::to_iso(core::SystemClock{}.now()) << '\n' << std::flush;
}

FileLock::~FileLock() {
    if (!m_held) return;
    OpenHere& here = open_here();
    const std::lock_guard guard(here.mutex);
    here.files.erase(m_held->key);
}

} // namespace storage
