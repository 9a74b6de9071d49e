// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/late_list.hpp"

#include "core/resource.hpp"
#include "demo/must.hpp"
#include "imports/import_file.hpp"

#include <filesystem>
#include <fstream>

namespace demo {

std::string_view resource(std::string_view path); // made by the build

namespace {

// A file of the list, as it came by stick; gone when it was read.
class ListFile {
  public:
    ListFile() {
        // Not the sample's own chance: where the file lies for a moment is no part of the sample.
        core::SystemRandom random;
        m_folder = std::filesystem::temp_directory_path() / ("srok-" + std::to_string(random.next()));
        std::filesystem::create_directories(m_folder);
        std::ofstream(path(), std::ios::binary) << resource("demo/list.csv");
    }
    ~ListFile() {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    ListFile(const ListFile&) = delete;
    ListFile& operator=(const ListFile&) = delete;

    std::filesystem::path path() const { return m_folder / "new-learners.csv"; }

  private:
    std::filesystem::path m_folder;
};

} // namespace

void import_late_list(storage::Database& database, RunningClass& running) {
    const ListFile file;
    core::NoProgress progress;
    const auto outcome = must(imports::import_file(
        database, {"sample"},
        {.kind = imports::Kind::learners, .file = file.path(), .class_id = running.taught.id}, progress));
    if (outcome.counts.accepted != late_list_learners)
        throw std::logic_error("the sample's list brought " + std::to_string(outcome.counts.accepted));
    take_in_others(database, running);
}

} // namespace demo
