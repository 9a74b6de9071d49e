// SPDX-License-Identifier: GPL-3.0-or-later
// An office file from a backup again, and the rehearsal of that.
//
// The restored file begins a new generation, higher than any that is known of. Another life of the file may
// have gone on after the backup and given numbers: those are lost to this one (office/restoration.hpp), and
// no return's version comes twice.
#pragma once

#include "backups/backup_store.hpp"
#include "backups/unpack.hpp"
#include "storage/actor.hpp"

#include <optional>

namespace backups {

struct RestoreOrder {
    std::filesystem::path backup;
    std::string_view secret; // passphrase or recovery code; of a plain copy nobody asks for it
    std::filesystem::path target;
    // An office file that stands there is kept aside under another name instead of refusing.
    bool replace = false;
};

struct Restored {
    Told told;
    int generation = 2;
    std::int64_t lost_serials = 0;
    std::int64_t lost_learner_numbers = 0;
    std::optional<std::filesystem::path> kept_aside{};
};

// What restore would refuse the order for before it opens the backup.
core::Expected<void> check_target(const RestoreOrder& order, storage::Environment environment);

// On any failure the target is as it was, and nothing else stands there. Errors: those of unpack;
// backup.same-file; backup.other-office: another office's file stands there; file.would-be-lost: no office
// file does; restore.would-replace {newest, made, newer}: what stands there was last written `newest`, the
// backup is of `made`; newer is yes where it holds more than the backup; clock.behind {now, newest}: this
// computer's clock stands before the backup's moment. WorldFailure: those of unpack; file.locked {holder};
// folder.missing; file.network; file.damaged.
core::Expected<Restored> restore(const RestoreOrder& order, storage::Environment environment,
                                 const storage::Actor& actor, core::Progress& progress);

// Restores into a folder, looks through everything that `check` looks through, counts, and takes it away
// again. `findings` are what it found; `actor` writes into what is taken away. Errors and WorldFailure as
// restore.
struct Rehearsed {
    Told told;
    Rehearsal rehearsal;
    std::vector<core::Error> findings;
};
core::Expected<Rehearsed> rehearse(const std::filesystem::path& backup, std::string_view secret,
                                   const std::filesystem::path& folder, storage::Environment environment,
                                   const storage::Actor& actor, core::Progress& progress);

} // namespace backups
