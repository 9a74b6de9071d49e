// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // Making a backup.
    Message{"backup.unequal", translatable("The copy is not equal to the office file and was not kept."),
            translatable("Make the backup again, on another disk if it fails twice.")},
    Message{"backup.not-kept",
            translatable("The stick or disk did not keep what was written to it; the backup does not count."),
            translatable("Use another stick or disk. The backup from before is still there.")},
    Message{"backup.other-office", translatable("The file there is a backup of another office."),
            translatable("Choose another name or folder.")},
    Message{"backup.same-file", translatable("The backup would take the office file's own place."),
            translatable("Choose another name or folder, best on a stick.")},

    // Its passphrase.
    Message{"backup.passphrase-short", translatable("The passphrase needs {least} characters at least."),
            translatable("Take four words that have nothing to do with each other.")},
    Message{"backup.no-key", translatable("Backups of this office have no passphrase yet."),
            translatable("Give them one first.")},
    Message{"backup.wrong-passphrase", translatable("The passphrase of the backup is wrong."),
            translatable("Type the passphrase that the office had on the backup's day; mind capital letters "
                         "and the keyboard's language.")},

    // Opening one.
    Message{"backup.not-a-backup", translatable("This is not a backup of Srok."),
            translatable("Choose a file whose name ends in .srokbak or .srok.")},
    Message{"backup.newer",
            translatable("A newer Srok made this backup (format {has}; this one knows {knows})."),
            translatable("Install the newest Srok and restore it with that.")},
    Message{"backup.damaged", translatable("The backup is damaged; nothing of it was used."),
            translatable("Take another backup: the one before it, or the one on the stick.")},
    Message{"restore.would-replace",
            translatable("An office file stands there that is newer than the backup: it was last written on "
                         "{newest}, the backup is of {made}. Nothing was restored."),
            translatable("Restore under another name, or agree that the newer file is kept aside."), "newer",
            "yes"},
    Message{"restore.would-replace",
            translatable("An office file stands there, last written on {newest}; the backup is of {made}. "
                         "Nothing was restored."),
            translatable("Restore under another name, or agree that the file there is kept aside."), "newer",
            "no"},
    Message{"restore.would-replace",
            translatable("An office file stands there that cannot be read; the backup is of {made}. Nothing "
                         "was restored."),
            translatable("Restore under another name, or agree that the file there is kept aside.")},

    // The clock.
    Message{"clock.behind",
            translatable("This computer's clock says {now}, but something was written on {newest}."),
            translatable("Set the clock right; numbers and dates follow it.")},
    Message{"clock.ahead",
            translatable("This computer's clock says {now}; the last writing was on {newest}, more than a "
                         "year ago."),
            translatable("See that the clock is right; numbers and dates follow it.")},
};

} // namespace

std::span<const Message> backup_messages() {
    return messages;
}

} // namespace wording
