// SPDX-License-Identifier: GPL-3.0-or-later
// An office at work on a disk whose power is cut after any write or sync, and on one that fails at any
// operation.
//
//   disk_faults power SCHEMAS [--only SCENARIO] [--seeds N] [--every N] [--weak | --unsynced]
//                                no work that was told as done is lost
//   disk_faults errors SCHEMAS [--only SCENARIO] [--every N] [--lying]
//                                every failure is named, and nothing is broken by it
//
// --every N takes each Nth operation, beginning elsewhere for each scenario; 1 takes all. The weak ones are
// for the test of the test: what they break must be found. Ends with 1 where anything was.
#include "core/random.hpp"
#include "faults/disk_scenarios.hpp"
#include "faults/faulty_disk.hpp"
#include "storage/audit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

namespace {

namespace fs = std::filesystem;
using faults::FaultyDisk;
using faults::Office;
using faults::Scenario;

struct Options {
    fs::path schemas;
    std::string only{};
    std::uint64_t seeds = 1;
    std::size_t every = 1;
    bool weak = false, unsynced = false, lying = false;
};

struct Sums {
    std::size_t cuts = 0, corrupt = 0, lost = 0, failures = 0, unnamed = 0, told = 0;
    std::set<std::string> codes{};
};

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void put(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

// Time and chance, a folder that goes away, and a sample office made once.
struct Bench {
    core::FixedClock clock{core::Day{std::chrono::year{2026} / 9 / 1}};
    core::SeededRandom random{1};
    core::SystemRandom truly_random;
    fs::path folder = fs::temp_directory_path() / ("srok-disk-" + std::to_string(truly_random.next()));
    fs::path sample = folder / "sample";

    Bench() {
        fs::create_directories(sample);
        const Office office(sample, environment());
        const auto made = office.say({"demo", "--learners", "40"});
        if (made.exit != 0) throw std::logic_error("no sample office: " + made.code());
        for (const char* end : {"-wal", "-shm"})
            fs::remove(office.file().string() + end);
    }
    ~Bench() {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    storage::Environment environment() { return {clock, random}; }

    // The scenario's office, prepared.
    Office prepare(const Scenario& scenario, const fs::path& at) {
        fs::remove_all(at);
        fs::create_directories(at);
        fs::copy_file(sample / "office.srok", at / "office.srok");
        Office office(at, environment());
        scenario.prepare(office);
        return office;
    }
};

struct Chain {
    std::int64_t rows = 0;
    std::string head;
};

Chain chain_of(const Office& office, std::int64_t up_to = -1) {
    const auto database =
        storage::Database::open(office.file(), storage::Access::read_only, office.environment());
    Chain chain;
    chain.rows = database.value<std::int64_t>("SELECT max(seq) FROM audit").value_or(0);
    if (up_to >= 0) chain.rows = std::min(chain.rows, up_to);
    chain.head =
        database.value<std::string>("SELECT hex(hash) FROM audit WHERE seq = ?", chain.rows).value_or("");
    return chain;
}

// "" where the file opens, holds all that was told as done, and `check` finds nothing.
std::string fault_in(const Office& office, std::int64_t told, Sums& sums) {
    try {
        // As a clerk opens it the next morning: an older file is brought up to date.
        storage::Database::open(office.file(), storage::Access::read_write, office.environment());
        const auto checked = office.say({"check"});
        if (checked.exit != 0) {
            ++sums.corrupt;
            return "check: " + checked.json.dump().substr(0, 400);
        }
        const Chain now = chain_of(office);
        if (now.rows >= told) return {};
        ++sums.lost;
        return fmt::format("{} rows of the audit were told as done, {} stand", told, now.rows);
    } catch (const std::exception& broken) {
        ++sums.corrupt;
        return broken.what();
    }
}

// The audit's rows after each operation that finished a piece.
struct Told {
    std::size_t after = 0;
    std::int64_t rows = 0;
};

void cut_power(Bench& bench, const Scenario& scenario, std::size_t nth, const Options& options, Sums& sums) {
    const Office office = bench.prepare(scenario, bench.folder / "work");
    faults::Files before;
    const std::string file = office.file().string();
    for (const char* end : {"", "-wal", "-journal"})
        if (fs::exists(file + end)) before[file + end] = bytes_of(file + end);
    std::vector<Told> told{{0, scenario.name == "migrate" ? 0 : chain_of(office).rows}};
    FaultyDisk::instance().record();
    for (const auto& piece : scenario.pieces) {
        if (const std::string code = piece(office); !code.empty())
            throw std::logic_error(scenario.name + ": " + code);
        told.push_back({FaultyDisk::instance().count(), chain_of(office).rows});
    }
    if (scenario.finish) scenario.finish();
    const auto operations = FaultyDisk::instance().recorded();
    if (told.back().rows == told.front().rows) throw std::logic_error(scenario.name + " wrote nothing");
    sums.told += scenario.pieces.size();
    const faults::Weakness weakness{options.weak, options.unsynced};
    for (std::size_t count = nth % options.every; count <= operations.size(); count += options.every)
        for (std::uint64_t seed = 0; seed < options.seeds; ++seed) {
            const fs::path place = bench.folder / "cut";
            fs::remove_all(place);
            fs::create_directories(place);
            for (const auto& [name, bytes] :
                 faults::after_power_cut(before, operations, count, seed * 7919 + count, weakness))
                for (const char* end : {"", "-wal", "-journal"})
                    if (name == file + end) put((place / "office.srok").string() + end, bytes);
            std::int64_t rows = 0;
            for (const Told& one : told)
                if (one.after <= count) rows = one.rows;
            ++sums.cuts;
            const std::string fault = fault_in(Office(place, bench.environment()), rows, sums);
            if (!fault.empty() && sums.corrupt + sums.lost <= 5)
                fmt::print("{}: cut after operation {} of {}, seed {}: {}\n", scenario.name, count,
                           operations.size(), seed, fault);
        }
}

using What = faults::Fault::What;

// One run of the scenario with one fault; then the disk is well again.
void fail_once(Bench& bench, const Scenario& scenario, const faults::Fault& fault, const char* how,
               Sums& sums) {
    const Office office = bench.prepare(scenario, bench.folder / "work");
    std::int64_t told = scenario.name == "migrate" ? 0 : chain_of(office).rows;
    FaultyDisk::instance().fail(fault);
    std::string code;
    for (const auto& piece : scenario.pieces) {
        code = piece(office);
        if (!code.empty()) break;
        if (scenario.name == "migrate" || fault.for_ever) continue;
        // Counted while the disk goes on failing: what it says of itself would be counted too.
        FaultyDisk::instance().pause(true);
        try {
            told = chain_of(office).rows;
        } catch (const core::WorldFailure&) { // a disk that lies; fault_in() says so
        }
        FaultyDisk::instance().pause(false);
    }
    if (scenario.finish) scenario.finish();
    const bool failed = FaultyDisk::instance().has_failed();
    FaultyDisk::instance().fail(std::nullopt);
    ++sums.cuts;
    if (failed) ++sums.failures;
    if (!code.empty()) sums.codes.insert(code);
    const auto say = [&](const std::string& wrong) {
        if (sums.corrupt + sums.lost + sums.unnamed <= 8)
            fmt::print("{}: {} at operation {}{}: {}\n", scenario.name, how, fault.at,
                       fault.for_ever ? " and on" : "", wrong);
    };
    static const std::set<std::string> named{"disk.full",        "disk.failed", "file.read-only",
                                             "file.cannot-open", "file.write",  "backup.unequal",
                                             "file.locked"};
    if (!code.empty() && (!failed || !named.contains(code))) {
        ++sums.unnamed;
        say("it was told as " + code);
    }
    if (const auto wrong = fault_in(office, told, sums); !wrong.empty()) return say(wrong);
    // The program goes on: what was refused can be done again, and the file is in order still.
    if (scenario.finish) scenario.finish();
    for (const auto& piece : scenario.pieces)
        piece(office);
    if (scenario.finish) scenario.finish();
    if (const auto wrong = fault_in(office, told, sums); !wrong.empty()) say("done again: " + wrong);
}

void fail_everywhere(Bench& bench, const Scenario& scenario, std::size_t nth, const Options& options,
                     Sums& sums) {
    const Office office = bench.prepare(scenario, bench.folder / "work");
    FaultyDisk::instance().fail(std::nullopt);
    for (const auto& piece : scenario.pieces)
        piece(office);
    if (scenario.finish) scenario.finish();
    const std::size_t all = FaultyDisk::instance().counted();
    struct Way {
        What what;
        const char* name;
    };
    std::vector<Way> ways{{What::io_error, "IOERR"},
                          {What::disk_full, "FULL"},
                          {What::sync_error, "FSYNC"},
                          {What::read_only, "READONLY"}};
    if (options.lying) ways = {{What::lost, "a write that is not done"}};
    std::size_t turn = nth;
    for (std::size_t at = nth * 37 % options.every; at < all; at += options.every)
        for (std::size_t way = 0; way < ways.size(); ++way)
            for (const bool for_ever : {false, true}) {
                // A sample takes one of the eight at each operation, in turn.
                if (options.every > 1 && !options.lying && turn++ % 8 != way * 2 + (for_ever ? 1 : 0))
                    continue;
                fail_once(bench, scenario, {at, ways[way].what, for_ever}, ways[way].name, sums);
            }
}

Options read_options(int count, char** words) {
    Options options;
    options.schemas = words[2];
    for (int i = 3; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--seeds" && i + 1 < count) options.seeds = std::stoull(words[++i]);
        if (word == "--every" && i + 1 < count) options.every = std::stoull(words[++i]);
        if (word == "--only" && i + 1 < count) options.only = words[++i];
        options.weak = options.weak || word == "--weak";
        options.unsynced = options.unsynced || word == "--unsynced";
        options.lying = options.lying || word == "--lying";
    }
    return options;
}

} // namespace

int main(int count, char** words) {
    if (count < 3) return 2;
    const bool power = std::strcmp(words[1], "power") == 0;
    const Options options = read_options(count, words);
    FaultyDisk::instance();
    Bench bench;
    Sums sums;
    std::size_t nth = 0;
    auto all = faults::scenarios(options.schemas);
    if (!options.only.empty())
        std::erase_if(all, [&](const Scenario& one) { return one.name != options.only; });
    for (const Scenario& scenario : all)
        (power ? cut_power : fail_everywhere)(bench, scenario, nth++, options, sums);
    if (power)
        fmt::print("{} scenarios, {} pieces of work, {} power cuts: {} corrupt, {} with work lost that was "
                   "told as done\n",
                   all.size(), sums.told, sums.cuts, sums.corrupt, sums.lost);
    else
        fmt::print("{} scenarios, {} runs, {} met the fault: {} corrupt, {} with work lost, {} told by no "
                   "name; named: {}\n",
                   all.size(), sums.cuts, sums.failures, sums.corrupt, sums.lost, sums.unnamed,
                   fmt::join(sums.codes, " "));
    return sums.corrupt + sums.lost + sums.unnamed == 0 ? 0 : 1;
}
