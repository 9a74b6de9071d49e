// SPDX-License-Identifier: GPL-3.0-or-later
// Writes marks as the register's page does, one cell a transaction, and says of each when it is committed. It
// is made to be killed: tests/faults/killed_while_typing.py.
//
//   marks_writer OFFICE --cells           the cells of an open class that take marks: "ENROLMENT DAY", one a
//   line marks_writer OFFICE --read            every mark of that class: "ENROLMENT DAY MARK" marks_writer
//   OFFICE                   reads "ENROLMENT DAY MARK" from stdin, answers "committed N" to each
//   marks_writer OFFICE --weak            the same with 25 marks a transaction, answering before it is
//   committed:
//                                         for the test of the test
#include "attendance/mark_store.hpp"
#include "attendance/register_store.hpp"
#include "attendance/sitting.hpp"
#include "classes/class_store.hpp"

#include <iostream>
#include <sstream>

namespace {

using attendance::CellMark;
using storage::Database;

struct Office {
    core::SystemClock clock;
    core::SystemRandom random;
    Database database;

    Office(const char* path, storage::Access access)
        : database(Database::open(path, access, {clock, random})) {}

    classes::ClassRow open_class() const {
        for (const classes::ClassRow& row : classes::list_classes(database))
            if (row.status == classes::Status::open && row.learners > 0 && row.first_day <= clock.today())
                return row;
        throw std::runtime_error("no open class");
    }
};

// Calls `tell` with every cell of the class on a school day that has come.
template<typename Tell>
void each_cell(const Office& office, Tell tell) {
    const classes::ClassRow in = office.open_class();
    const core::Day today = office.clock.today();
    for (core::Month month = core::month_of(in.first_day); month <= core::month_of(in.last_day);
         month += std::chrono::months{1}) {
        const auto shown = attendance::load_register(office.database, in.id, month);
        for (const attendance::RegisterRow& row : shown.rows)
            for (unsigned day = 1; day <= shown.last_day(); ++day) {
                const auto state = shown.days.state(shown.day(day), today);
                if (row.enrolled.has(day) &&
                    (state == attendance::DayState::taken || state == attendance::DayState::not_recorded))
                    tell(row, shown.day(day));
            }
    }
}

std::optional<CellMark> read_cell(std::istream& in) {
    std::int64_t enrolment = 0;
    std::string day;
    char mark = '.';
    if (!(in >> enrolment >> day >> mark)) return std::nullopt;
    return CellMark{classes::EnrolmentId{enrolment}, core::day_from_iso(day).value(),
                    attendance::mark_from_letter(mark).value()};
}

int write_one_by_one(Office& office) {
    attendance::Sitting sitting(office.database, {"typist"});
    const classes::ClassId in = office.open_class().id;
    std::cout << "ready" << std::endl;
    for (int count = 1; const auto cell = read_cell(std::cin); ++count) {
        const auto done = sitting.set_cells(in, {*cell});
        if (!done || !done->refused.empty()) return 1;
        std::cout << "committed " << count << std::endl;
    }
    return 0;
}

int write_in_batches(Office& office) {
    constexpr int batch = 25;
    std::optional<storage::Transaction> tx;
    std::cout << "ready" << std::endl;
    for (int count = 1; const auto cell = read_cell(std::cin); ++count) {
        if (!tx) tx.emplace(office.database, storage::Actor{"typist"});
        if (!attendance::set_mark(*tx, cell->enrolment, cell->day, cell->mark)) return 1;
        if (count % batch == 0) {
            tx->commit();
            tx.reset();
        }
        std::cout << "committed " << count << std::endl;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const std::string what = argc > 2 ? argv[2] : "";
    const bool reads = what == "--cells" || what == "--read";
    Office office(argv[1], reads ? storage::Access::read_only : storage::Access::read_write);
    if (what == "--cells")
        each_cell(office, [](const attendance::RegisterRow& row, core::Day day) {
            std::cout << static_cast<std::int64_t>(row.learner.enrolment.id) << ' ' << core::to_iso(day)
                      << '\n';
        });
    else if (what == "--read")
        each_cell(office, [](const attendance::RegisterRow& row, core::Day day) {
            std::cout << static_cast<std::int64_t>(row.learner.enrolment.id) << ' ' << core::to_iso(day)
                      << ' ' << attendance::letter_of(row.marks.on(day)) << '\n';
        });
    else
        return what == "--weak" ? write_in_batches(office) : write_one_by_one(office);
    return 0;
}
