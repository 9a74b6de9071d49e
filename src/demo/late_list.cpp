// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/late_list.hpp"

#include "core/resource.hpp"
#include "demo/must.hpp"
#include "demo/scratch_folder.hpp"
#include "imports/import_file.hpp"
#include "office/sample_mark.hpp"

#include <fstream>

namespace demo {

std::string_view resource(std::string_view path); // made by the build

void import_late_list(storage::Database& database, RunningClass& running) {
    const ScratchFolder folder;
    const std::filesystem::path file = folder.path() / "new-learners.csv";
    std::ofstream(file, std::ios::binary) << resource("demo/list.csv");
    core::NoProgress progress;
    const auto outcome = must(imports::import_file(
        database, {std::string(office::sample_maker)},
        {.kind = imports::Kind::learners, .file = file, .class_id = running.taught.id}, progress));
    if (outcome.counts.accepted != late_list_learners)
        throw std::logic_error("the sample's list brought " + std::to_string(outcome.counts.accepted));
    take_in_others(database, running);
}

} // namespace demo
