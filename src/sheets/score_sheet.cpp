// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/score_store.hpp"
#include "core/numerals.hpp"
#include "programmes/pack_store.hpp"
#include "sheets/class_columns.hpp"
#include "sheets/sheet_parts.hpp"

#include <fmt/format.h>

namespace sheets {
namespace {

using What = ColumnKey::What;

constexpr int spare_rows = 3;
constexpr std::size_t first_subject_column = 3;
constexpr std::size_t subjects_in_portrait = 6;

// 1000 is "10", 750 is "7.5".
std::string plain(assessment::Hundredths hundredths) {
    std::string text = core::format_hundredths(hundredths);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

// A mark as a plain decimal, else its word.
std::string written(const assessment::Score& score) {
    return score.state == assessment::Score::State::mark ? plain(score.hundredths)
                                                         : assessment::format_score(score);
}

// The period asked for, or the only one that takes marks.
core::Expected<const programmes::Period*> period_of(const programmes::Pack& pack, const std::string& key) {
    if (!key.empty()) {
        const auto* period = programmes::find_period(pack, key);
        if (period == nullptr) return core::fail(core::Error{"period.unknown"}.with("period", key));
        if (!period->takes_marks()) return core::fail(core::Error{"period.computed"}.with("period", key));
        return period;
    }
    const programmes::Period* only = nullptr;
    std::string keys;
    int found = 0;
    for (const programmes::Period& period : pack.periods) {
        if (!period.takes_marks()) continue;
        only = &period;
        ++found;
        keys += (keys.empty() ? "" : ", ") + period.key;
    }
    if (found != 1) return core::fail(core::Error{"sheet.period-needed"}.with("periods", keys));
    return only;
}

} // namespace

core::Expected<Sheet> score_sheet(const storage::Database& database, const classes::Class& taught,
                                  const std::string& asked) {
    const auto pack = programmes::load_pack(database, taught.pack);
    const auto period = period_of(pack, asked);
    if (!period) return core::fail(period.error());
    Sheet sheet = begin_sheet(database, Kind::scores, taught, (*period)->key);
    sheet.title = wording().scores_title;
    sheet.subtitles.insert(sheet.subtitles.begin(), fmt::format("{} {}", pack.name.km, (*period)->name.km));
    sheet.help = wording().scores_help;
    sheet.tab = wording().scores_tab;
    sheet.landscape = pack.subjects.size() > subjects_in_portrait;
    const auto words = words_of(wording().score_words);
    for (const programmes::Subject& subject : pack.subjects) {
        const std::string maximum = plain(subject.maximum);
        Column column = make_column(
            What::subject,
            fmt::format(fmt::runtime(wording().subject), subject.name.km, core::to_khmer_digits(maximum)),
            sheet.landscape ? 9 : 13);
        column.key.subject = subject.key;
        column.open = column.figure = true;
        column.choices = words;
        column.maximum = maximum;
        sheet.columns.push_back(std::move(column));
    }
    Column note = make_column(What::note, wording().note, 14);
    note.open = note.words = true;
    sheet.columns.push_back(std::move(note));
    const auto scores = assessment::load_class_scores(database, taught.id);
    for (const classes::ClassLearner& learner : classes::enrolments_in(database, taught.id)) {
        if (!learner.enrolment.open()) continue;
        Row& row = add_learner(sheet, learner);
        const auto known = scores.find(learner.enrolment.id);
        if (known == scores.end()) continue;
        for (std::size_t nth = 0; nth < pack.subjects.size(); ++nth) {
            const auto score = known->second.find({(*period)->key, pack.subjects[nth].key});
            if (score != known->second.end()) row.cells[first_subject_column + nth] = written(score->second);
        }
    }
    finish_sheet(sheet, spare_rows);
    return sheet;
}

} // namespace sheets
