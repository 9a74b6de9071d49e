// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that are lists of items: subjects, levels, periods, grades, units and signers.
#include "assessment/ui/pack_parts.hpp"

#include "core/numerals.hpp"
#include "programmes/pack_edit.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <algorithm>

namespace assessment {
namespace {

using programmes::Pack;
using widgets::fill;

constexpr PackForm::Range any_weight{1, 100'000}; // as a pack's file takes it
constexpr PackForm::Range any_mark{0, 100'000};

wxString figure(programmes::Hundredths value) {
    return widgets::wx(core::format_hundredths(value));
}

// A list of the pack and the functions that every such list has.
template<typename List>
PackPart::Items items_of(List list, std::function<void(Pack&)> add,
                         std::function<void(Pack&, std::size_t)> remove,
                         std::function<wxString(const PackDraft&, std::size_t)> more) {
    return {.count = [list](const Pack& pack) { return list(pack).size(); },
            .name =
                [list](const PackDraft& draft, std::size_t at) {
                    const wxString name = draft.shown(list(draft.pack)[at].name);
                    return name.empty() ? _("(no name yet)") : name;
                },
            .more = std::move(more),
            .add =
                [list, add = std::move(add)](Pack& pack) {
                    add(pack);
                    return list(pack).size() - 1;
                },
            .remove = std::move(remove),
            .move = [list](Pack& pack, std::size_t at,
                           bool up) { return programmes::move_item(list(pack), at, up); }};
}

// The two names that every item has.
template<typename List>
void add_names(PackForm& form, List list, std::size_t at) {
    form.add_wording("name", _("Name in Khmer"), _("Name in English"),
                     [list, at](Pack& pack) -> programmes::Wording& { return list(pack)[at].name; });
}

constexpr auto subjects = [](auto& pack) -> auto& {
    return pack.subjects;
};
constexpr auto levels = [](auto& pack) -> auto& {
    return pack.levels;
};
constexpr auto periods = [](auto& pack) -> auto& {
    return pack.periods;
};
constexpr auto bands = [](auto& pack) -> auto& {
    return pack.bands;
};
constexpr auto units = [](auto& pack) -> auto& {
    return pack.units;
};

void fill_subject(PackForm& form, std::size_t at) {
    const programmes::Subject& now = form.pack().subjects[at];
    add_names(form, subjects, at);
    form.add_decimal("maximum", _("Marks out of"), now.maximum, any_weight,
                     [at](Pack& pack, auto value) { pack.subjects[at].maximum = *value; });
    form.add_decimal("weight", _("Weight"), now.weight, any_weight,
                     [at](Pack& pack, auto value) { pack.subjects[at].weight = *value; });
    wxString also;
    for (const std::string& one : now.synonyms)
        also += (also.empty() ? "" : "; ") + widgets::wx(one);
    auto* field = form.add_text("pack.also", _("Other headings in lists, apart by ;"), widgets::utf8(also));
    field->Bind(wxEVT_TEXT, [&form, field, at](wxCommandEvent&) {
        form.change([&](Pack& pack) {
            auto& headings = pack.subjects[at].synonyms;
            headings.clear();
            wxString rest = field->GetValue();
            while (!rest.empty()) {
                const std::string one = widgets::typed(rest.BeforeFirst(';', &rest));
                if (!one.empty()) headings.push_back(one);
            }
        });
    });
}

// What is taught at the level, and out of how many where that is other than the subject's own maximum.
void add_level_subject(PackForm& form, std::size_t at, const programmes::Subject& subject) {
    const programmes::Level& now = form.pack().levels[at];
    const std::string key = subject.key;
    const bool taught = std::find(now.without.begin(), now.without.end(), key) == now.without.end();
    const auto own = now.maxima.find(key);
    const wxString name = form.draft().shown(subject.name);
    wxCheckBox* tick = form.add_tick("without." + key, name, taught, [at, key](Pack& pack, bool on) {
        programmes::teach(pack.levels[at], key, on);
    });
    wxTextCtrl* maximum = form.add_decimal(
        // TRANSLATORS: {1} is a subject, {2} how many marks it has elsewhere.
        "maxima." + key, fill(_("{1} out of (empty: {2})"), {name, figure(subject.maximum)}),
        own == now.maxima.end() ? std::nullopt : std::optional{own->second},
        {any_weight.from, any_weight.to, true},
        [at, key](Pack& pack, auto value) { programmes::mark_out_of(pack.levels[at], key, value); });
    maximum->Enable(taught);
    tick->Bind(wxEVT_CHECKBOX, [tick, maximum](wxCommandEvent& event) {
        event.Skip();
        if (!tick->GetValue()) maximum->SetValue({});
        maximum->Enable(tick->GetValue());
    });
}

void fill_level(PackForm& form, std::size_t at) {
    add_names(form, levels, at);
    if (!form.pack().takes_marks()) return;
    form.add_decimal("divisor", _("Total divided by (empty: as everywhere)"), form.pack().levels[at].divisor,
                     {any_weight.from, any_weight.to, true},
                     [at](Pack& pack, auto value) { pack.levels[at].divisor = value; });
    form.section(_("Subjects taught at this level"));
    for (const programmes::Subject& subject : form.pack().subjects)
        add_level_subject(form, at, subject);
}

void fill_period(PackForm& form, std::size_t at) {
    add_names(form, periods, at);
    if (at == 0 || !form.pack().takes_marks()) return;
    form.section(_("How much earlier periods count in it (all empty: it takes marks of its own)"));
    const programmes::Period& now = form.pack().periods[at];
    for (std::size_t before = 0; before < at; ++before) {
        const programmes::Period& part = form.pack().periods[before];
        if (programmes::is_retest(form.pack(), part.key)) continue;
        const auto share = programmes::share_of(now, part.key);
        form.add_decimal("mean-of." + part.key, form.draft().shown(part.name),
                         share > 0 ? std::optional{share} : std::nullopt, {0, any_weight.to, true},
                         [at, key = part.key](Pack& pack, auto value) {
                             programmes::count_in(pack, pack.periods[at], key, value.value_or(0));
                         });
    }
}

void fill_band(PackForm& form, std::size_t at) {
    form.add_words("letter", _("Letter"), form.pack().bands[at].letter,
                   [at](Pack& pack, const std::string& text) { pack.bands[at].letter = text; });
    wxTextCtrl* minimum =
        form.add_decimal("minimum", _("From an average of"), form.pack().bands[at].minimum, any_mark,
                         [at](Pack& pack, auto value) { pack.bands[at].minimum = *value; });
    // The last begins at 0 whatever happens.
    minimum->Enable(at + 1 < form.pack().bands.size());
    add_names(form, bands, at);
}

void add_unit_subjects(PackForm& form, std::size_t at) {
    form.section(_("Subjects that earn it"));
    for (const programmes::Subject& subject : form.pack().subjects) {
        const auto& now = form.pack().units[at].subjects;
        const std::string key = subject.key;
        form.add_tick("subjects." + key, form.draft().shown(subject.name),
                      std::find(now.begin(), now.end(), key) != now.end(), [at, key](Pack& pack, bool on) {
                          auto& list = pack.units[at].subjects;
                          std::erase(list, key);
                          if (on) list.push_back(key);
                      });
    }
}

void fill_unit(PackForm& form, std::size_t at) {
    const programmes::Unit& now = form.pack().units[at];
    add_names(form, units, at);
    form.add_whole("hours", _("Hours (empty: not told)"), now.hours, {1, 10'000, true},
                   [at](Pack& pack, auto value) { pack.units[at].hours = value; });
    form.add_decimal("credits", _("Credits (empty: none)"), now.credits,
                     {any_weight.from, any_weight.to, true},
                     [at](Pack& pack, auto value) { pack.units[at].credits = value; });
    // TRANSLATORS: the Cambodia Qualifications Framework has levels 1 to 8
    form.add_whole("cqf-level", _("Level of the qualifications framework (empty: none)"), now.cqf_level,
                   {1, 8, true}, [at](Pack& pack, auto value) { pack.units[at].cqf_level = value; });
    if (!form.pack().takes_marks()) return;
    form.add_decimal("minimum", _("Earned from an average of"), now.minimum, any_mark,
                     [at](Pack& pack, auto value) { pack.units[at].minimum = *value; });
    add_unit_subjects(form, at);
}

void fill_signer(PackForm& form, std::size_t at) {
    form.add_wording("role", _("Office in Khmer"), _("Office in English"),
                     [at](Pack& pack) -> programmes::Wording& { return pack.award.signers[at].role; });
    form.add_wording("line", _("Line above the signature, in Khmer"),
                     _("Line above the signature, in English"),
                     [at](Pack& pack) -> programmes::Wording& { return pack.award.signers[at].line; });
}

wxString taught_at(const PackDraft& draft, std::size_t at) {
    if (!draft.pack.takes_marks()) return {};
    const auto taught = programmes::at_level(draft.pack, draft.pack.levels[at].key).subjects.size();
    return fill(wxPLURAL("{1} subject", "{1} subjects", static_cast<unsigned>(taught)),
                {widgets::number(static_cast<long long>(taught))});
}

wxString made_of(const PackDraft& draft, std::size_t at) {
    const programmes::Period& period = draft.pack.periods[at];
    if (!draft.pack.takes_marks()) return {};
    if (programmes::is_retest(draft.pack, period.key)) return _("retest");
    if (period.takes_marks()) return _("takes marks");
    return fill(
        wxPLURAL("mean of {1} period", "mean of {1} periods", static_cast<unsigned>(period.mean_of.size())),
        {widgets::number(static_cast<long long>(period.mean_of.size()))});
}

} // namespace

PackPart subjects_part() {
    PackPart part{.id = "subjects", .title = _("Subjects"), .tables = {"subject"}, .fill = fill_subject};
    part.items = items_of(subjects, programmes::add_subject, programmes::remove_subject,
                          [](const PackDraft& draft, std::size_t at) {
                              // TRANSLATORS: {1} is how many marks a subject has at most.
                              return fill(_("out of {1}"), {figure(draft.pack.subjects[at].maximum)});
                          });
    return part;
}

PackPart levels_part() {
    PackPart part{.id = "levels", .title = _("Levels"), .tables = {"level"}, .fill = fill_level};
    part.items = items_of(levels, programmes::add_level, programmes::remove_level, taught_at);
    return part;
}

PackPart periods_part() {
    PackPart part{
        .id = "periods", .title = _("Months, semesters, year"), .tables = {"period"}, .fill = fill_period};
    part.items = items_of(periods, programmes::add_period, programmes::remove_period, made_of);
    return part;
}

PackPart grades_part() {
    PackPart part{.id = "grades", .title = _("Grades"), .tables = {"band"}, .fill = fill_band};
    part.items = items_of(
        bands, programmes::add_band, programmes::remove_band, [](const PackDraft& draft, std::size_t at) {
            // TRANSLATORS: {1} is a grade's letter, {2} the average from which it is given.
            return fill(_("{1} from {2}"),
                        {widgets::wx(draft.pack.bands[at].letter), figure(draft.pack.bands[at].minimum)});
        });
    // A new one stands before the last.
    part.items->add = [](Pack& pack) {
        programmes::add_band(pack);
        return pack.bands.size() < 2 ? std::size_t{0} : pack.bands.size() - 2;
    };
    // They stand by their averages.
    part.items->move = [](Pack&, std::size_t, bool) { return false; };
    part.nothing = [](const Pack& pack) {
        return pack.takes_marks() ? wxString() : _("This programme takes no marks, and so gives no grades.");
    };
    return part;
}

PackPart units_part() {
    PackPart part{.id = "units", .title = _("Units"), .tables = {"unit"}, .fill = fill_unit};
    part.items = items_of(units, programmes::add_unit, programmes::remove_unit,
                          [](const PackDraft& draft, std::size_t at) {
                              const auto& hours = draft.pack.units[at].hours;
                              return hours ? fill(_("{1} hours"), {widgets::number(*hours)}) : wxString();
                          });
    return part;
}

PackPart signers_part() {
    constexpr auto signers = [](auto& pack) -> auto& {
        return pack.award.signers;
    };
    PackPart part{.id = "signers", .title = _("Signers"), .tables = {"award.signer"}, .fill = fill_signer};
    part.items =
        PackPart::Items{.count = [](const Pack& pack) { return pack.award.signers.size(); },
                        .name =
                            [](const PackDraft& draft, std::size_t at) {
                                const wxString name = draft.shown(draft.pack.award.signers[at].role);
                                return name.empty() ? _("(no name yet)") : name;
                            },
                        .more = [](const PackDraft& draft,
                                   std::size_t at) { return draft.shown(draft.pack.award.signers[at].line); },
                        .add =
                            [](Pack& pack) {
                                programmes::add_signer(pack);
                                return pack.award.signers.size() - 1;
                            },
                        .remove = programmes::remove_signer,
                        .move = [signers](Pack& pack, std::size_t at,
                                          bool up) { return programmes::move_item(signers(pack), at, up); }};
    part.nothing = [](const Pack& pack) {
        return pack.award.given() ? wxString() : _("The programme gives no paper, so nobody signs one.");
    };
    return part;
}

} // namespace assessment
