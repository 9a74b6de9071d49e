// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/pack_form.hpp"

#include "core/numerals.hpp"
#include "programmes/pack_file.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <algorithm>
#include <array>

namespace assessment {
namespace {

using programmes::Pack;

constexpr std::int64_t any_mark = 100'000; // as a pack's file takes it
constexpr std::array<std::int64_t, 4> steps{1, 25, 50, 100};

core::Error wrong(const std::string& id) {
    return core::Error{"pack.wrong-type"}.with("key", id).with("wanted", "decimal");
}

core::Error beyond(const std::string& id, std::int64_t value, std::int64_t most) {
    return core::Error{"pack.out-of-range"}
        .with("key", id)
        .with("value", core::format_hundredths(value))
        .with("from", "0")
        .with("to", core::format_hundredths(most));
}

} // namespace

PackForm::PackForm(wxWindow* parent, const office::Session& session, Pack pack)
    : Form(parent, 2)
    , m_session(session)
    , m_pack(std::move(pack)) {
    if (m_pack.takes_marks()) {
        add_averages();
        add_results();
        if (m_pack.retest) add_retest();
        add_absence();
        add_bands();
        add_weights();
    }
    add_attendance();
}

wxString PackForm::shown(const programmes::Wording& words) const {
    const bool khmer = m_session.language == widgets::Language::khmer || words.en.empty();
    return widgets::wx(khmer ? words.km : words.en);
}

void PackForm::add_decimal(const std::string& id, const wxString& label, std::optional<std::int64_t> value,
                           std::int64_t most, bool optional, Take take) {
    wxTextCtrl* field =
        add_text("pack." + id, label, value ? core::format_hundredths(*value) : std::string());
    field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { m_changed(); });
    m_fields.push_back({field, [=](Pack& pack) -> core::Expected<void> {
                            const std::string text = widgets::typed(field->GetValue());
                            if (text.empty() && optional) {
                                take(pack, std::nullopt);
                                return {};
                            }
                            const auto read = core::read_hundredths(text);
                            if (!read) return core::fail(wrong(id));
                            if (*read < 0 || *read > most) return core::fail(beyond(id, *read, most));
                            take(pack, *read);
                            return {};
                        }});
}

void PackForm::add_whole(const std::string& id, const wxString& label, std::optional<int> value, Take take) {
    wxTextCtrl* field = add_text("pack." + id, label, value ? std::to_string(*value) : std::string());
    field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { m_changed(); });
    m_fields.push_back({field, [=](Pack& pack) -> core::Expected<void> {
                            constexpr std::int64_t most = 10'000;
                            const std::string text = widgets::typed(field->GetValue());
                            const auto read = core::read_integer(text);
                            if (!text.empty() && !read) return core::fail(wrong(id));
                            if (read && (*read < 0 || *read > most))
                                return core::fail(beyond(id, *read * 100, most * 100));
                            take(pack, text.empty() ? std::nullopt : std::optional{*read});
                            return {};
                        }});
}

void PackForm::add_pick(const std::string& id, const wxString& label, const std::vector<wxString>& words,
                        int now, std::function<void(Pack&, int)> take) {
    wxChoice* field = add_choice("pack." + id, label, words, now);
    field->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { m_changed(); });
    m_fields.push_back({field, [=](Pack& pack) -> core::Expected<void> {
                            take(pack, field->GetSelection());
                            return {};
                        }});
}

void PackForm::add_averages() {
    using namespace programmes;
    const Averaging& now = m_pack.averaging;
    section(_("Averages"));
    add_pick("rounding", _("Rounding"), {_("A half goes up"), _("Cut off")},
             now.rounding == Rounding::half_up ? 0 : 1, [](Pack& pack, int at) {
                 pack.averaging.rounding = at == 0 ? Rounding::half_up : Rounding::truncate;
             });
    add_pick("decimals", _("Decimals"), {"0", "1", "2"}, now.decimals,
             [](Pack& pack, int at) { pack.averaging.decimals = at; });
    add_pick("parts", _("Semester and year from averages"), {_("before rounding"), _("as printed")},
             now.parts == Parts::exact ? 0 : 1,
             [](Pack& pack, int at) { pack.averaging.parts = at == 0 ? Parts::exact : Parts::printed; });
    std::vector<wxString> words;
    for (const std::int64_t step : steps)
        words.push_back(widgets::wx(core::format_hundredths(step)));
    auto here = std::find(steps.begin(), steps.end(), now.mark_step);
    if (here == steps.end()) here = steps.begin();
    add_pick("mark-step", _("Marks in steps of"), words, static_cast<int>(here - steps.begin()),
             [](Pack& pack, int at) { pack.averaging.mark_step = steps.at(static_cast<std::size_t>(at)); });
    add_decimal("divisor", _("Total divided by (empty: the weights)"), now.divisor, any_mark, true,
                [](Pack& pack, auto value) { pack.averaging.divisor = value; });
    add_pick("ranking", _("Equal averages"), {_("share a rank: 1, 2, 2, 4"), _("in the order of the list")},
             now.ranking == Ranking::ties_share ? 0 : 1, [](Pack& pack, int at) {
                 pack.averaging.ranking = at == 0 ? Ranking::ties_share : Ranking::distinct;
             });
}

void PackForm::add_results() {
    section(_("Result"));
    add_decimal("pass-minimum", _("Pass mark"), m_pack.averaging.pass_minimum, m_pack.averaging.maximum,
                false, [](Pack& pack, auto value) { pack.averaging.pass_minimum = *value; });
    add_pick("promotion", _("The result says"), {_("pass or fail"), _("promoted or repeats")},
             m_pack.promotion ? 1 : 0, [](Pack& pack, int at) {
                 if (at == 0)
                     pack.promotion.reset();
                 else if (!pack.promotion)
                     pack.promotion.emplace();
             });
}

void PackForm::add_retest() {
    using Effect = programmes::Retest::Effect;
    section(_("Retest"));
    add_decimal("minimum", _("Open from an average of"), m_pack.retest->minimum, m_pack.averaging.maximum,
                false, [](Pack& pack, auto value) { pack.retest->minimum = *value; });
    add_pick("effect", _("Who passes it"), {_("keeps the average, passed by retest"), _("gets its average")},
             m_pack.retest->effect == Effect::passes ? 0 : 1,
             [](Pack& pack, int at) { pack.retest->effect = at == 0 ? Effect::passes : Effect::replaces; });
}

void PackForm::add_absence() {
    section(_("Absence"));
    const auto limits = m_pack.promotion.value_or(programmes::Promotion{});
    add_whole("absent-without-leave", _("Repeats past days without leave"), limits.absent_without_leave,
              [](Pack& pack, auto value) {
                  if (pack.promotion)
                      pack.promotion->absent_without_leave =
                          value ? std::optional{static_cast<int>(*value)} : std::nullopt;
              });
    add_whole("absent-with-leave", _("Repeats past days with leave"), limits.absent_with_leave,
              [](Pack& pack, auto value) {
                  if (pack.promotion)
                      pack.promotion->absent_with_leave =
                          value ? std::optional{static_cast<int>(*value)} : std::nullopt;
              });
    const auto penalty = m_pack.absence_penalty.value_or(programmes::AbsencePenalty{});
    add_decimal("cut", _("Cut from the average for each day (empty: none)"),
                m_pack.absence_penalty ? std::optional{penalty.cut} : std::nullopt, any_mark, true,
                [](Pack& pack, auto value) {
                    if (!value || *value == 0)
                        pack.absence_penalty.reset();
                    else if (pack.absence_penalty)
                        pack.absence_penalty->cut = *value;
                    else
                        pack.absence_penalty = programmes::AbsencePenalty{*value};
                });
    add_whole("free-days", _("Days before that begins"), penalty.free_days, [](Pack& pack, auto value) {
        if (pack.absence_penalty) pack.absence_penalty->free_days = static_cast<int>(value.value_or(0));
    });
    add_pick("counts", _("Days that count"), {_("without leave"), _("with and without leave")},
             penalty.with_leave_too ? 1 : 0, [](Pack& pack, int at) {
                 if (pack.absence_penalty) pack.absence_penalty->with_leave_too = at == 1;
             });
}

void PackForm::add_bands() {
    section(_("Grades, from an average of"));
    // The last begins at 0 whatever happens.
    for (std::size_t at = 0; at + 1 < m_pack.bands.size(); ++at) {
        const programmes::GradeBand& band = m_pack.bands[at];
        add_decimal("band-" + band.letter, widgets::wx(band.letter) + "  " + shown(band.name), band.minimum,
                    m_pack.averaging.maximum, false,
                    [at](Pack& pack, auto value) { pack.bands[at].minimum = *value; });
    }
}

void PackForm::add_weights() {
    section(_("Weights of the subjects"));
    for (std::size_t at = 0; at < m_pack.subjects.size(); ++at) {
        const programmes::Subject& subject = m_pack.subjects[at];
        add_decimal("weight-" + subject.key, shown(subject.name), subject.weight, any_mark, false,
                    [at](Pack& pack, auto value) { pack.subjects[at].weight = *value; });
    }
}

void PackForm::add_attendance() {
    section(_("Attendance"));
    add_decimal("minimum-percent", _("Least attendance, %"), m_pack.attendance.minimum_percent, 10'000, false,
                [](Pack& pack, auto value) { pack.attendance.minimum_percent = *value; });
    add_whole("minimum-hours", _("Least hours (empty: none)"), m_pack.attendance.minimum_hours,
              [](Pack& pack, auto value) {
                  pack.attendance.minimum_hours =
                      value ? std::optional{static_cast<int>(*value)} : std::nullopt;
              });
}

std::optional<Pack> PackForm::read(bool complain_too) {
    if (complain_too) forget_complaints();
    Pack pack = m_pack;
    bool sound = true;
    for (const Field& field : m_fields) {
        const auto taken = field.take(pack);
        if (taken) continue;
        sound = false;
        if (complain_too) complain(field.control, m_session.sentence(taken.error()));
    }
    if (!sound) return std::nullopt;
    // What the rules say about each other, as for a file.
    const auto checked = programmes::parse_pack(programmes::write_pack(pack, {}), {});
    if (checked) return *checked;
    if (complain_too) {
        core::Error error = checked.error();
        error.place = {};
        complain(m_fields.front().control, m_session.sentence(error));
    }
    return std::nullopt;
}

} // namespace assessment
