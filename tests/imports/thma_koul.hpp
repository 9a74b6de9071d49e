// SPDX-License-Identifier: GPL-3.0-or-later
// An office to import into, and lists written by a test for itself.
#pragma once

#include "classes/enrolment_store.hpp"
#include "imports/import_file.hpp"
#include "imports/import_store.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_list.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"
#include "samples.hpp"
#include "storage/test_file.hpp"

#include <fstream>

namespace test {

// Thma Koul in a year when December 2025 is over, with the literacy class the samples are of.
struct ThmaKoul : World {
    ThmaKoul() { clock.set(core::Day{std::chrono::year{2026} / 3 / 2}); }

    storage::Database database = office::create_office_in_memory(environment, {.area_code = "0202"}).value();
    core::NoProgress silent;

    classes::ClassId open_class(const std::string& name_km, const char* programme = "literacy") {
        storage::Transaction tx(database, {});
        institutions::Institution centre;
        centre.name_km = "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង";
        classes::Class opened;
        opened.name_km = name_km;
        opened.pack = programmes::use_pack(tx, programme).value();
        opened.institution = institutions::add_institution(tx, centre).value();
        opened.first_day = core::Day{std::chrono::year{2025} / 11 / 3};
        opened.last_day = core::Day{std::chrono::year{2026} / 4 / 30};
        opened.weekdays = classes::Weekdays::from_text("123456").value();
        opened.session_minutes = 120;
        const auto id = classes::open_class(tx, opened).value();
        tx.commit();
        return id;
    }

    imports::Request request(imports::Kind kind, const std::string& file) {
        imports::Request request;
        request.kind = kind;
        request.file = test::samples() / file;
        return request;
    }
    imports::Outcome import(const imports::Request& request) {
        return imports::import_file(database, {}, request, silent).value();
    }
    // From bytes written for this test alone.
    imports::Outcome import_csv(const std::string& csv, imports::Kind kind = imports::Kind::learners,
                                bool update = false, bool take = false,
                                const std::string& file = "list.csv") {
        const Folder folder;
        std::ofstream(folder / file, std::ios::binary) << csv;
        imports::Request asked;
        asked.kind = kind;
        asked.file = folder / file;
        asked.update = update;
        asked.take_review = take;
        return import(asked);
    }
    std::int64_t learners() const { return learners::count_learners(database); }
};

// "review learner.look-alike A3"
inline std::string said(const imports::RowOutcome& row) {
    return std::string{imports::to_text(row.verdict)} + " " + row.reason.code + " " + row.reason.place.cell;
}

} // namespace test
