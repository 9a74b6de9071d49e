// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/make_importer.hpp"

#include "assessment/lock_store.hpp"
#include "classes/class_store.hpp"
#include "imports/attendance_importer.hpp"
#include "imports/called_days.hpp"
#include "imports/institution_importer.hpp"
#include "imports/learner_importer.hpp"
#include "imports/prefilled.hpp"
#include "imports/score_importer.hpp"
#include "imports/titles.hpp"
#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"

namespace imports {
namespace {

// A code may be of anywhere; a name is looked for where the office is, and where the list says it lies
// elsewhere, there.
FindVillage village_finder(const storage::Database& database) {
    return [&database, area = office::load_office(database).area_code](
               const WrittenPlace& place) -> core::Expected<std::string> {
        const std::string& typed = place.village.empty() ? place.code : place.village;
        if (const auto code = office::read_area_code(place.code); code && code->size() == 8)
            if (office::find_area(database, *code)) return *code;
        auto match = office::find_village(database, area, typed, place.commune);
        if (match.unknown() && !place.district.empty()) {
            const std::string line = "ភូមិ" + typed + " ឃុំ" + place.commune + " ស្រុក" + place.district;
            match = office::find_village(database, area.substr(0, 2), line);
        }
        // "ថ្មី, តាពូង" names the commune beside the village.
        if (const std::size_t comma = typed.find_first_of(",/");
            match.unknown() && comma != std::string::npos)
            match = office::find_village(database, area, tidy_text(typed.substr(0, comma)),
                                         tidy_text(typed.substr(comma + 1)));
        if (const auto code = match.code()) return *code;
        return core::fail(
            core::Error{match.ambiguous() ? "village.ambiguous" : "village.unknown"}.with("text", typed));
    };
}

core::Expected<classes::Class> open_class_for(const storage::Database& database, const Vocabulary& vocabulary,
                                              const Request& request,
                                              const std::vector<std::string>& titles) {
    auto id = request.class_id ? core::Expected<classes::ClassId>{*request.class_id}
                               : class_in(titles, vocabulary, database);
    if (!id) return core::fail(id.error());
    const auto found = classes::find_class(database, *id);
    const auto number = std::to_string(static_cast<std::int64_t>(*id));
    if (!found) return core::fail(core::Error{"class.not-found"}.with("class", number));
    if (found->status != classes::Status::open)
        return core::fail(core::Error{"class.not-open"}.with("class", found->name_km));
    return *found;
}

// Of a sheet of ours the key says the class, else what was asked for or stands in the titles.
core::Expected<classes::Class> class_for(const storage::Database& database, const Vocabulary& vocabulary,
                                         const Request& request, const std::optional<sheets::FoundKey>& key,
                                         const std::vector<std::string>& titles) {
    Request asked = request;
    if (key) {
        const auto id = class_of(database, key->key, request);
        if (!id) return core::fail(id.error());
        asked.class_id = *id;
    }
    return open_class_for(database, vocabulary, asked, titles);
}

// A sheet of ours enrols whoever was added to it in its class.
core::Expected<Judges> judge_learners(const storage::Database& database, const Vocabulary& vocabulary,
                                      const Request& request, const FoundSheet& found, bool sent_before) {
    auto class_id = request.class_id;
    if (found.key) {
        const auto taught = class_for(database, vocabulary, request, found.key, {});
        if (!taught) return core::fail(taught.error());
        class_id = taught->id;
    }
    return Judges{
        std::make_unique<LearnerImporter>(database, vocabulary, village_finder(database), found,
                                          LearnerImporter::Asked{class_id, sent_before, request.update,
                                                                 request.take_review, request.decisions}),
        class_id};
}

core::Expected<core::Month> month_for(const FoundSheet& found, const Vocabulary& vocabulary,
                                      const std::vector<std::string>& titles, const classes::Class& taught) {
    const Taught days{taught.first_day, taught.last_day};
    if (found.key) return month_of(found.key->key, found, vocabulary, days);
    if (found.layout.month) return *found.layout.month;
    return month_in(titles, vocabulary, days);
}

core::Expected<Judges> judge_attendance(const storage::Database& database, const Vocabulary& vocabulary,
                                        const Request& request, const FoundSheet& found,
                                        const std::string& file) {
    const auto titles = title_texts(found, file);
    const auto taught = class_for(database, vocabulary, request, found.key, titles);
    if (!taught) return core::fail(taught.error());
    const auto month = month_for(found, vocabulary, titles, *taught);
    if (!month) return core::fail(month.error());
    auto called = called_days(database, vocabulary, found, *taught, *month);
    if (!called) return core::fail(called.error());
    return Judges{std::make_unique<AttendanceImporter>(database, vocabulary, found, taught->id, *month,
                                                       *std::move(called)),
                  taught->id};
}

std::vector<SubjectHeadings> headings_of(const programmes::Pack& pack) {
    std::vector<SubjectHeadings> headings;
    for (const programmes::Subject& subject : pack.subjects) {
        SubjectHeadings names{{subject.name.km, subject.name.en, subject.key}};
        names.names.insert(names.names.end(), subject.synonyms.begin(), subject.synonyms.end());
        std::erase(names.names, "");
        headings.push_back(std::move(names));
    }
    return headings;
}

// The class says the subjects, the titles say the class, and the headings say where the titles end: the
// sheet's first lines are read for the class before its columns are.
core::Expected<classes::Class> class_of_scores(const storage::Database& database,
                                               const Vocabulary& vocabulary, const Request& request,
                                               spreadsheet::Workbook& workbook, const std::string& file) {
    std::vector<std::string> titles = {file};
    const auto wanted = correction_of(request).sheet;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        if (wanted && workbook.sheets()[i].name != *wanted) continue;
        titles.push_back(workbook.sheets()[i].name);
        const auto read = workbook.read(i, [&](const spreadsheet::Row& row) {
            for (const spreadsheet::Cell& cell : row.cells)
                titles.emplace_back(cell.text);
            return row.index < 10;
        });
        if (!read) return core::fail(read.error());
    }
    return open_class_for(database, vocabulary, request, titles);
}

core::Expected<Judges> judge_scores(const storage::Database& database, const Vocabulary& vocabulary,
                                    const Request& request, const FoundSheet& found,
                                    const std::optional<classes::Class>& known, const std::string& file) {
    const auto titles = title_texts(found, file);
    const auto taught = known ? core::Expected<classes::Class>{*known}
                              : class_for(database, vocabulary, request, found.key, titles);
    if (!taught) return core::fail(taught.error());
    programmes::Pack pack = classes::load_rules(database, *taught);
    auto period = found.key ? period_of(found.key->key, found, pack) : period_in(titles, pack);
    if (!period) return core::fail(period.error());
    if (auto free = assessment::check_unlocked(database, *taught, *period); !free)
        return core::fail(free.error());
    return Judges{std::make_unique<ScoreImporter>(database, vocabulary, found, taught->id, std::move(pack),
                                                  std::move(*period)),
                  taught->id};
}

} // namespace

Correction correction_of(const Request& request) {
    Correction correction = request.correction;
    if (!correction.sheet) correction.sheet = request.sheet;
    return correction;
}

core::Expected<Located> locate(const storage::Database& database, const Vocabulary& vocabulary,
                               const Request& request, spreadsheet::Workbook& workbook,
                               core::Progress& progress) {
    std::optional<classes::Class> class_of_list;
    std::vector<SubjectHeadings> subjects;
    const auto keyed = find_keyed(workbook, request.kind, correction_of(request).sheet);
    if (!keyed) return core::fail(keyed.error());
    if (request.kind == Kind::scores) {
        const auto taught =
            *keyed ? class_for(database, vocabulary, request, (*keyed)->found, {})
                   : class_of_scores(database, vocabulary, request, workbook, file_name(request));
        if (!taught) return core::fail(taught.error());
        class_of_list = *taught;
        subjects = headings_of(classes::load_rules(database, *taught));
    }
    auto list =
        find_list(workbook, request.kind, vocabulary, subjects, remembered_layouts(database, request.kind),
                  correction_of(request), *keyed, progress);
    if (!list) return core::fail(list.error());
    return Located{std::move(*list), std::move(class_of_list), std::move(subjects)};
}

core::Expected<Judges> make_importer(const storage::Database& database, const Vocabulary& vocabulary,
                                     const Request& request, const FoundSheet& found,
                                     const std::optional<classes::Class>& taught, const std::string& file,
                                     bool sent_before) {
    if (request.class_id)
        if (const auto open = open_class_for(database, vocabulary, request, {}); !open)
            return core::fail(open.error());
    switch (request.kind) {
    case Kind::learners:
        return judge_learners(database, vocabulary, request, found, sent_before);
    case Kind::attendance:
        return judge_attendance(database, vocabulary, request, found, file);
    case Kind::scores:
        return judge_scores(database, vocabulary, request, found, taught, file);
    case Kind::institutions:
        return Judges{std::make_unique<InstitutionImporter>(database, vocabulary, village_finder(database)),
                      std::nullopt};
    case Kind::classes:
        return Judges{std::make_unique<ClassImporter>(database, vocabulary), std::nullopt};
    }
    return core::fail(core::Error{"header.missing"});
}

} // namespace imports
