// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+Z on a page whose records are changed in forms.
#pragma once

#include "office/ui/session.hpp"
#include "storage/transaction.hpp"
#include "widgets/page.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace office {

// Adds the command `id` to the page: it takes back what was saved last on the page called `name`, calls
// `changed` with the record it was ("12"; empty where nothing was changed), and tells it.
void add_undo_command(widgets::Page& page, Session& session, std::string id, std::string name,
                      std::function<void(const std::string& what)> changed);

template<typename Named, typename Id>
UndoList::Subject subject_of(const Session& session, std::string page, const Named& named, Id id) {
    return {std::move(page), std::to_string(static_cast<std::int64_t>(id)),
            std::string(shown_name(session, named).utf8_str())};
}

// A form changed a record that `find(database)` reads and `update(tx, record)` writes. Called after it was
// kept.
template<typename Record, typename Find, typename Update>
void remember_change(Session& session, UndoList::Subject subject, const Record& was, Find find,
                     Update update) {
    const std::optional<Record> is = find(session.database);
    if (!is || *is == was) return;
    const std::string name = subject.name;
    session.undo.remember({std::move(subject), [&session, was, is = *is, name, find, update] {
                               storage::Transaction tx(session.database, session.actor);
                               const core::Expected<void> done =
                                   put_back(find(session.database), was, is, name,
                                            [&](const Record& record) { return update(tx, record); });
                               if (done) tx.commit();
                               return done;
                           }});
}

} // namespace office
