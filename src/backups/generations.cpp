// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/generations.hpp"

#include "backups/make.hpp"
#include "storage/file_header.hpp"
#include "storage/plain_facts.hpp"

#include <algorithm>
#include <fstream>

namespace backups {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view note_extension = ".restored";
constexpr std::size_t most_looked_at = 2000; // files of a folder

// "0192f0c1-… 3"
int noted_generation(const fs::path& note, const core::Uid& office) {
    std::ifstream file(note);
    std::string uid;
    int generation = 0;
    int highest = 0;
    while (file >> uid >> generation)
        if (uid == core::to_text(office)) highest = std::max(highest, generation);
    return highest;
}

int generation_of(const fs::path& file, const core::Uid& office) {
    try {
        if (file.extension() == note_extension) return noted_generation(file, office);
        if (file.extension() == sealed_extension) {
            const auto header = load_header(file);
            return header && header->office == office ? header->generation : 0;
        }
        // Also one that a restoring or a migration kept aside: "a.srok.before-restore-…".
        const std::string name = storage::file_text(file.filename());
        const bool kept = name.find(".srok.before-") != std::string::npos &&
                          name.find("-wal") == std::string::npos && name.find("-shm") == std::string::npos &&
                          !name.ends_with(".lock");
        if (file.extension() == plain_extension || kept) {
            const storage::PlainFacts facts = storage::plain_facts(file);
            return facts.office == office ? facts.generation : 0;
        }
    } catch (const core::WorldFailure&) {
        // What cannot be read tells nothing.
    }
    return 0;
}

} // namespace

int last_known_generation(const core::Uid& office, int least, std::span<const fs::path> folders) {
    int highest = least;
    for (const fs::path& folder : folders) {
        std::error_code failed;
        std::size_t seen = 0;
        for (const auto& entry : fs::directory_iterator(folder, failed)) {
            if (++seen > most_looked_at) break;
            if (entry.is_regular_file(failed))
                highest = std::max(highest, generation_of(entry.path(), office));
        }
    }
    return highest;
}

void leave_note(const fs::path& backup, const core::Uid& office, int generation) {
    fs::path note = backup;
    note += note_extension;
    std::ofstream(note, std::ios::app) << core::to_text(office) << ' ' << generation << '\n';
}

} // namespace backups
