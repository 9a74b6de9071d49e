// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/blank_numbers.hpp"
#include "certificates/block_file.hpp"
#include "certificates/ui/stock_dialog.hpp"
#include "core/numerals.hpp"
#include "documents/file.hpp"
#include "institutions/institution_store.hpp"
#include "office/gazetteer_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "widgets/form.hpp"
#include "widgets/reason_dialog.hpp"
#include "widgets/text.hpp"

#include <fmt/format.h>
#include <wx/button.h>
#include <wx/sizer.h>

namespace certificates {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;
using widgets::wx;

wxString block_files() {
    return _("Serial numbers (*.srokb)|*.srokb");
}

wxString origin_word(Origin origin) {
    switch (origin) {
    // TRANSLATORS: where a block of serial numbers came from.
    case Origin::own:
        return _("This office's own");
    case Origin::province:
        return _("Given by the province");
    case Origin::parcel:
        return _("Given by the district");
    }
    return {};
}

// "000001 – 000500"
wxString range_words(std::int64_t first, std::int64_t last) {
    return wx(fmt::format("{:06} – {:06}", first, last));
}

// Which numbers, and why.
struct MarkWish {
    std::string first;
    std::string last;
    std::string reason;
    State state = State::spoiled;
};

std::optional<MarkWish> ask_mark(wxWindow* parent, office::Session& session) {
    widgets::FormDialog dialog(parent, "mark-numbers", _("Blank numbers that are spoiled or lost"),
                               _("Mark the numbers"));
    auto* form = new widgets::Form(dialog.body(), 2);
    wxTextCtrl* first = form->add_text("mark-numbers.first", _("Serial number"));
    wxTextCtrl* last = form->add_text("mark-numbers.last", _("To, where they are several"));
    // TRANSLATORS: what became of a blank serial number.
    wxChoice* state =
        form->add_choice("mark-numbers.state", _("What became of them"), {_("Spoiled"), _("Lost")}, 0);
    wxTextCtrl* reason = form->add_text("mark-numbers.reason", _("Reason, kept in the register"));
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.hint(_("Nothing is ever issued under them, even where a lost one is found again."));
    dialog.on_accept([&] {
        form->forget_complaints();
        const auto numbers =
            read_numbers(widgets::typed(first->GetValue()), widgets::typed(last->GetValue()));
        if (!numbers) form->complain(first, session.sentence(numbers.error()));
        if (widgets::typed(reason->GetValue()).empty()) form->complain(reason, _("A reason is needed."));
        return numbers && !widgets::typed(reason->GetValue()).empty();
    });
    dialog.fit(560);
    first->CallAfter([first] { first->SetFocus(); });
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return MarkWish{widgets::typed(first->GetValue()), widgets::typed(last->GetValue()),
                    widgets::typed(reason->GetValue()),
                    state->GetSelection() == 1 ? State::lost : State::spoiled};
}

std::optional<BlockWish> ask_give(wxWindow* parent, office::Session& session) {
    widgets::FormDialog dialog(parent, "give-numbers", _("Give serial numbers to an office"),
                               _("Write the file..."));
    auto* form = new widgets::Form(dialog.body(), 1);
    const std::vector<office::Area> districts = office::areas_below(session.database, session.area_code);
    std::vector<wxString> names;
    for (const office::Area& one : districts)
        names.push_back(wx(one.code + "  ") + office::shown_name(session, one));
    wxChoice* to = form->add_choice("give-numbers.office", _("Office"), names, 0);
    wxTextCtrl* year =
        form->add_text("give-numbers.year", _("Year"),
                       std::to_string(static_cast<int>(session.database.clock().today().year())));
    wxTextCtrl* count = form->add_text("give-numbers.count", _("How many numbers"), "500");
    wxTextCtrl* first =
        form->add_text("give-numbers.first", _("From number; empty: after the last one given"));
    dialog.rows().Add(form, 1, wxEXPAND);
    BlockWish wish;
    dialog.on_accept([&] {
        form->forget_complaints();
        bool good = true;
        const auto whole = [&](wxTextCtrl* field) {
            const auto value = core::read_integer(widgets::typed(field->GetValue()));
            if (value) return *value;
            form->complain(field, session.sentence(value.error()));
            good = false;
            return std::int64_t{0};
        };
        if (to->GetSelection() == wxNOT_FOUND) return false;
        wish.office = districts[static_cast<std::size_t>(to->GetSelection())].code;
        wish.year = static_cast<int>(whole(year));
        wish.count = whole(count);
        wish.first = std::nullopt;
        if (!widgets::typed(first->GetValue()).empty()) wish.first = whole(first);
        return good;
    });
    dialog.fit(440);
    to->CallAfter([to] { to->SetFocus(); });
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return wish;
}

class BlocksDialog final : public StockDialog {
  public:
    BlocksDialog(wxWindow* parent, office::Session& session)
        : StockDialog(parent, session, "serial-blocks", _("Blocks of serial numbers"),
                      {{.title = _("Office"), .width = 90},
                       {.title = _("Year"), .width = 70},
                       {.title = _("Numbers"), .width = 190},
                       // TRANSLATORS: heads where a block of serial numbers came from.
                       {.title = _("Where from"), .width = 200, .grows = true},
                       // TRANSLATORS: heads how many numbers of a block are still blank.
                       {.title = _("Blank"), .width = 90, .right = true},
                       {.title = _("State"), .width = 240, .grows = true}},
                      _("No serial number was given yet. The first certificate of a year begins with number "
                        "1, unless "
                        "the province gave numbers.")) {
        const office::Level level = office::load_office(session.database).level;
        if (level == office::Level::province)
            add_button("serial-blocks.give", _("&Give numbers..."), [this] { give(); });
        if (level == office::Level::district)
            add_button("serial-blocks.take", _("&Take the province's file..."), [this] { take(); });
        if (level == office::Level::district) {
            m_release = add_button("serial-blocks.release", _("Take &back..."), [this] { release(); });
            m_list->on_select([this] { m_release->Enable(held().has_value()); });
        }
        add_button("serial-blocks.mark", _("&Spoiled or lost..."), [this] { mark(); });
        show();
    }
    bool changed() const { return m_changed; }

  private:
    void show() {
        m_blocks = load_blocks(m_session.database);
        m_files = load_block_files(m_session.database);
        std::erase_if(m_files, [](const KeptBlockFile& file) { return !file.given; });
        m_list->set_rows(m_blocks.size() + m_files.size(), [this](std::size_t row, std::size_t column) {
            return row < m_blocks.size() ? cell_of(m_blocks[row], column)
                                         : cell_of(m_files[row - m_blocks.size()], column);
        });
        if (m_release != nullptr) m_release->Enable(held().has_value());
        const auto few = few_left(m_session.database);
        note(few ? m_session.sentence(*few) : wxString(), Tone::warning);
    }

    widgets::Cell cell_of(const SerialBlock& block, std::size_t column) const {
        switch (column) {
        case 0:
            return {wx(block.office)};
        case 1:
            return {number(block.year)};
        case 2:
            return {range_words(block.first, block.last)};
        case 3:
            return {origin_word(block.origin), Tone::muted};
        case 4:
            return {number(block.left)};
        default:
            // TRANSLATORS: {1} is an institution.
            if (block.held_by)
                return {fill(_("Held by {1}"),
                             {office::shown_name(m_session, institutions::load_institution(m_session.database,
                                                                                           *block.held_by))}),
                        Tone::info};
            // TRANSLATORS: serial numbers that nobody knows whether they were given.
            if (lost_by_restoring(m_session.database, block))
                return {_("Lost: the file was restored from a backup"), Tone::muted};
            // TRANSLATORS: no number of a block of serial numbers is given any more.
            if (block.closed_at) return {_("Closed: the province gives the numbers"), Tone::muted};
            // TRANSLATORS: all serial numbers of a block are used.
            if (block.left == 0) return {_("Used up"), Tone::warning};
            // TRANSLATORS: a block of serial numbers that certificates get their numbers from.
            return {_("Gives the next numbers"), Tone::good};
        }
    }

    static widgets::Cell cell_of(const KeptBlockFile& file, std::size_t column) {
        switch (column) {
        case 0:
            return {wx(file.to)};
        case 1:
            return {number(file.year)};
        case 2:
            return {range_words(file.first, file.last)};
        case 3:
            return {_("This province"), Tone::muted};
        case 4:
            return {wxString()};
        default:
            // TRANSLATORS: a block of serial numbers that a province gave an office; {1} is a day.
            return {fill(_("Given on {1}"), {widgets::shown(core::day_in_cambodia(file.given_at))}),
                    Tone::good};
        }
    }

    void take() {
        const auto path = ask_open(_("The province's file of serial numbers"), block_files());
        if (!path) return;
        const auto file = load_block_file(*path);
        if (!file) return tell(file.error());
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto taken = take_block_file(tx, *file);
        if (!taken) return tell(taken.error());
        if (taken->same) return tell_good(_("These numbers were taken before."));
        tx.commit();
        m_changed = true;
        show();
        tell_good(fill(_("{1} serial numbers of {2} were taken."),
                       {number(file->last - file->first + 1), number(file->year)}));
    }

    void give() {
        const auto wish = ask_give(this, m_session);
        if (!wish) return;
        const auto path =
            ask_save(_("Give serial numbers to an office"),
                     wx(fmt::format("{}_{}_numbers.srokb", wish->office, wish->year)), block_files());
        if (!path) return;
        if (!m_session.unlock_signing(this)) return;
        const auto key = office::signing_key(m_session);
        if (!key) return tell(key.error());
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto given = give_block(tx, *wish, *key);
        if (!given) return tell(given.error());
        documents::write_file(*path, given->bytes);
        tx.commit();
        m_changed = true;
        show();
        // TRANSLATORS: {1} a code of an office, {2} the first and the last number.
        m_messages->tell_file(fill(_("Office {1} gets the numbers {2}. Hand the file over to it."),
                                   {wx(given->block.to), range_words(given->block.first, given->block.last)}),
                              *path);
    }

    // The chosen block, where an institution holds it.
    std::optional<SerialBlock> held() const {
        const auto row = m_list->selected();
        if (!row || *row >= m_blocks.size() || !m_blocks[*row].held_by) return std::nullopt;
        return m_blocks[*row];
    }

    void release() {
        const auto block = held();
        if (!block) return;
        const auto reason = widgets::ask_reason(
            this, "release-block",
            {.title = _("Take back the numbers of an institution"),
             // TRANSLATORS: {1} the first and the last number, {2} an institution.
             .explanation = fill(
                 _("{2} holds the numbers {1}. Take in its last parcel first: what it gave under them is "
                   "not taken in any more once this office gives them again."),
                 {range_words(block->first, block->last),
                  office::shown_name(m_session,
                                     institutions::load_institution(m_session.database, *block->held_by))}),
             .reason_label = _("Reason, kept in the register"),
             .do_label = _("Take them back")});
        if (!reason) return;
        storage::Transaction tx(m_session.database, m_session.actor);
        if (auto released = release_block(tx, block->id, *reason); !released) return tell(released.error());
        tx.commit();
        m_changed = true;
        show();
        tell_good(
            fill(_("This office gives the numbers {1} again."), {range_words(block->first, block->last)}));
    }

    void mark() {
        const auto wish = ask_mark(this, m_session);
        if (!wish) return;
        run(_("Marking the numbers"), [this, wish = *wish](core::Progress&) -> widgets::JobRunner::Finish {
            storage::Transaction tx(m_session.database, m_session.actor);
            const auto marked =
                mark_blank(tx, read_numbers(wish.first, wish.last).value(), wish.state, wish.reason);
            if (marked) tx.commit();
            return [this, marked] {
                if (!marked) return tell(marked.error());
                m_changed = true;
                show();
                tell_good(fill(_("Numbers that nothing will be issued under: {1} more."), {number(*marked)}));
            };
        });
    }

    std::vector<SerialBlock> m_blocks;
    std::vector<KeptBlockFile> m_files;
    wxButton* m_release = nullptr;
    bool m_changed = false;
};

} // namespace

bool show_serial_blocks(wxWindow* parent, office::Session& session) {
    BlocksDialog dialog(parent, session);
    dialog.ShowModal();
    return dialog.changed();
}

} // namespace certificates
