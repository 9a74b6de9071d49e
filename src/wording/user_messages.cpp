// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // Logging in.
    Message{"auth.needed", translatable("This office file asks for a log-in before anything is written."),
            translatable("Log in, or at the shell give --as NAME and a password file; what is signed also "
                         "needs --key-password-file.")},
    Message{"auth.wrong", translatable("The name and the password do not belong together."),
            translatable("Type both again; see whether Caps Lock or another keyboard is on.")},
    Message{"auth.wait",
            translatable("After several refused log-ins this name has to wait {seconds} seconds."),
            translatable("Wait, then type the password slowly.")},
    Message{"auth.disabled", translatable("{name} may not log in any more."),
            translatable("Ask an administrator of this office.")},

    // Rights.
    Message{"auth.not-allowed", translatable("Your role does not allow this."),
            translatable("Ask somebody whose role does: Settings, Users shows who they are.")},
    Message{"auth.elsewhere", translatable("This is not of your institution, or it concerns more than one."),
            translatable("Ask somebody who works for the whole office.")},
    Message{"auth.two-needed", translatable("This needs a second person."),
            translatable("Ask a head or an administrator to log in beside you; at the shell give --second "
                         "NAME and --second-password-file.")},
    Message{"auth.second", translatable("{name} may not stand for this beside you."),
            translatable("The second person is another one: an administrator, a headteacher or an officer of "
                         "the whole office.")},

    Message{"file.look-only", translatable("The office file is open to look only: nothing is written to it."),
            translatable("Open it again once it is closed elsewhere, or copy it to a folder of your own.")},

    // Passwords.
    Message{"password.short", translatable("A password has at least {least} letters or digits."),
            translatable("Take a few words that only you put together.")},
    Message{"password.is-name", translatable("The password is the log-in name."),
            translatable("Take another one.")},
    Message{"password.file-empty", translatable("The first line of the password file is empty."),
            translatable("Write the password there, and nothing else.")},
    Message{"password.needed", translatable("The new user's password is missing."),
            translatable("Give --new-password-file.")},
    Message{"password.differ", translatable("The two passwords are not the same."),
            translatable("Type both again.")},
    Message{"passphrase.short",
            translatable("The office's passphrase has at least {least} letters or digits."),
            translatable("Take a sentence that you remember and nobody guesses.")},
    Message{"passphrase.differ", translatable("The two passphrases are not the same."),
            translatable("Type both again.")},

    // Users and roles.
    Message{"user.name", translatable("“{text}” cannot be a log-in name."),
            translatable("At most 40 letters or digits, without a space or a +.")},
    Message{"user.exists", translatable("There is a user {name} already."),
            translatable("Take another name.")},
    Message{"user.unknown", translatable("There is no user {name}."), translatable("See the list of users.")},
    Message{"user.no-role", translatable("A user without a role could do nothing."),
            translatable("Choose a role.")},
    Message{"user.last-administrator", translatable("{name} is the only administrator."),
            translatable("Make another administrator first.")},
    Message{"role.not-here", translatable("An office of this level has no such role."),
            translatable("Choose another role.")},
    Message{"role.whole-office", translatable("This role is for the whole office."),
            translatable("Leave the institution empty.")},
    Message{"role.not-given", translatable("{name} does not have this role."),
            translatable("See the list of users.")},

    // Erasing a person.
    Message{"erasure.in-class", translatable("The learner is in the class {class}, which is open."),
            translatable("End the enrolment first, or close the class.")},
    Message{"erasure.no-reason", translatable("An erasure is done for a reason."),
            translatable("Say who asked for it, or which rule.")},

    // The end of set-up, and recovery.
    Message{"set-up.ended", translatable("Set-up has ended already."),
            translatable("Log in as an administrator to add users.")},
    Message{"set-up.not-administrator", translatable("The first user is an administrator."),
            translatable("Choose the role of administrator; others are added afterwards.")},
    Message{"recovery.wrong", translatable("This is not the recovery code of this office file."),
            translatable("Type it as it was printed: five groups of five letters and digits.")},
    Message{"recovery.none", translatable("This office file has no recovery code: set-up has not ended."),
            translatable("Nobody has to log in yet.")},
    Message{
        "recovery.not-administrator", translatable("{name} is no administrator."),
        translatable("The recovery code gives an administrator a new password, who gives others theirs.")},
};

} // namespace

std::span<const Message> user_messages() {
    return messages;
}

} // namespace wording
