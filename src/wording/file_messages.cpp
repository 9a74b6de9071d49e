// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // The office file.
    Message{
        "file.missing", translatable("There is no such office file."),
        translatable("Look for it in the folder where it was kept. A backup lies here: {backup}. To go on "
                     "from it: srokctl restore BACKUP FILE"),
        "offers", "backup"},
    Message{"file.missing", translatable("There is no such office file."),
            translatable("Look for it in the folder where it was kept, or make a new one.")},
    Message{"file.exists", translatable("A file of this name is already there; nothing was written."),
            translatable("Choose another name.")},
    Message{"file.not-ours", translatable("This is not an office file of Srok."),
            translatable("Choose a file whose name ends in .srok.")},
    Message{"file.newer",
            translatable("A newer Srok made this file (version {has}; this one knows {knows})."),
            translatable("Install the newer Srok and open it again.")},
    Message{"file.older",
            translatable("This file was made by an older Srok and has not been brought up to date."),
            translatable("Open it once in Srok for writing.")},
    Message{"file.damaged", translatable("The file is damaged: a quotation mark is opened and never closed."),
            translatable("Close it, or save the list again from the spreadsheet program."), "why", "quote"},
    Message{"file.damaged", translatable("The file is damaged."),
            translatable("Keep it as it is. A backup lies here: {backup}. To go on from it: srokctl restore "
                         "BACKUP FILE --replace"),
            "offers", "backup"},
    Message{"file.damaged", translatable("The file is damaged."),
            translatable("Take a good copy: a backup, or ask the sender to send it again.")},
    Message{"file.dangling", translatable("A row of {table} points to one that is gone."),
            translatable("Restore the last good backup, and keep this file for the help desk.")},
    Message{"file.locked", translatable("The office file is open elsewhere: {holder}."),
            translatable("Close it there first. One program at a time writes an office file.")},
    Message{"file.read-only", translatable("The file cannot be written: it or its folder is read-only."),
            translatable("Copy it to a folder of your own and open it there.")},
    Message{"file.replaced",
            translatable(
                "The office file was moved, deleted or replaced while it was open; this was not written."),
            translatable("Close Srok, see which file is the right one, and open that.")},
    Message{
        "file.stale-log",
        translatable("Beside the office file lies the log of another one: the file was replaced by a copy."),
        translatable("Move {log} to another folder, keep it there, and open the file again.")},
    Message{"file.network",
            translatable("The office file lies on a shared network folder, where it could be damaged."),
            translatable("Copy it to this computer's own disk and open it there.")},
    Message{"file.synced-folder",
            translatable("The office file lies in a folder that is copied to the internet."),
            translatable("Keep it in an ordinary folder, and put only backups here.")},
    Message{"file.cannot-open", translatable("The file cannot be opened."),
            translatable("See that it is there and that you may read it.")},
    Message{"file.not-found", translatable("There is no such file."),
            translatable("See that the name is right.")},
    Message{"file.read", translatable("The file could not be read to its end."),
            translatable("See that the disk or stick is well and still in place, and try again.")},
    Message{"file.write", translatable("The file could not be written."),
            translatable("See that the disk has room and that you may write there, and try again.")},
    Message{
        "file.would-be-lost",
        translatable("A file that must not be lost stands there: an office file, or one that is being read."),
        translatable("Give what is written another name.")},
    Message{"folder.write", translatable("The folder cannot be made or written."),
            translatable("Choose a folder of your own.")},
    Message{"folder.missing", translatable("There is no such folder."),
            translatable("Make the folder first, or choose another.")},
    Message{"disk.full", translatable("The disk is full; what was not saved is not in the file."),
            translatable("Make room on the disk and do it again.")},
    Message{"disk.failed", translatable("The disk failed while Srok was reading or writing."),
            translatable("Make a backup to another disk at once, and have this one looked at.")},
    Message{"memory.full", translatable("The computer has no memory left for this."),
            translatable("Close other programs and try again.")},
    Message{"audit.altered", translatable("The record of changes was altered at row {row}."),
            translatable("Keep this file as it is and tell the province.")},

    // Files handed to us.
    Message{"file.empty", translatable("The file is empty."),
            translatable("Ask the sender to send it again.")},
    Message{"file.xls", translatable("This is an old Excel file (.xls)."),
            translatable("Open it in Excel or LibreOffice and save it as .xlsx.")},
    Message{"file.xlsb", translatable("This is a binary Excel file (.xlsb)."),
            translatable("Open it in Excel and save it as .xlsx.")},
    Message{"file.ods", translatable("This is a LibreOffice file (.ods)."),
            translatable("Open it in LibreOffice and save it as .xlsx.")},
    Message{"file.html", translatable("This is a web page, whatever its name says."),
            translatable("Open it in Excel or LibreOffice and save it as .xlsx.")},
    Message{"file.csv", translatable("This is a text list (.csv), whatever its name says."),
            translatable("Give it a name that ends in .csv, or save it as .xlsx.")},
    Message{"file.encrypted", translatable("The file is protected with a password."),
            translatable("Open it with its password and save it without one.")},
    Message{"file.encoding", translatable("The text of the file is in an encoding that Srok cannot tell."),
            translatable("Save it as .xlsx, or as CSV in UTF-8.")},
    Message{"file.doctype",
            translatable("The file holds instructions that a workbook has no need of; it was not read."),
            translatable("Open it in Excel or LibreOffice and save it as .xlsx.")},
    Message{"file.not-a-spreadsheet",
            translatable("This is not a workbook or a list (it looks like: {looks-like})."),
            translatable("Choose an .xlsx or .csv file.")},
    Message{"file.too-big", translatable("The list has more than {maximum} rows."),
            translatable("Divide it into several files."), "what", "rows"},
    Message{"file.too-big", translatable("The list has more than {maximum} columns."),
            translatable("Remove the columns that are not needed."), "what", "columns"},
    Message{"file.too-big", translatable("The file is larger than Srok reads (limit of {what}: {maximum})."),
            translatable("Remove what does not belong to the list: other sheets, pictures, empty rows.")},
    Message{"file.too-large", translatable("The file has {bytes} bytes; Srok reads at most {maximum}."),
            translatable("Choose a smaller one.")},
    Message{"image.not-png-or-jpeg", translatable("This picture is neither PNG nor JPEG."),
            translatable("Save it as JPEG and choose it again.")},
    Message{"image.too-large", translatable("The picture is too large."),
            translatable("Make it smaller and choose it again.")},
    Message{"image.damaged", translatable("The picture is damaged."),
            translatable("Choose another copy of it.")},

    // A learner's photo.
    Message{"photo.not-png-or-jpeg", translatable("This photo is neither PNG nor JPEG."),
            translatable("Save it as JPEG and choose it again.")},
    Message{"photo.too-large", translatable("The photo is too large: 8 MB and 20 million points at most."),
            translatable("Make it smaller and choose it again.")},
    Message{"photo.too-small", translatable("The photo is too small: {pixels} points; {minimum} at least."),
            translatable("Choose one that shows more.")},
    Message{"photo.damaged", translatable("The photo is damaged."),
            translatable("Choose another copy of it.")},
    Message{"photo.unreadable", translatable("The photo cannot be read."),
            translatable("See whether the file is still there and opens elsewhere.")},
    Message{"photo.nothing-copied", translatable("No picture was copied."),
            translatable("Copy the picture in the other program first, then paste it here.")},

    // Keys and the program itself.
    Message{"key.wrong-passphrase", translatable("The passphrase of the signing key is wrong."),
            translatable("Type it again; mind capital letters and the keyboard's language.")},
    Message{"key.damaged", translatable("The signing key is damaged."),
            translatable("Restore the last good backup of the office file.")},
    Message{"catalogue.damaged", translatable("The translations are damaged; the English words are shown."),
            translatable("Install Srok again.")},
    Message{"icu.data-missing", translatable("This computer lacks the rules of Khmer writing (ICU: {icu})."),
            translatable("Install Srok again.")},
    Message{"font.missing", translatable("The font {font} is not on this computer."),
            translatable("Install Srok again, with its fonts.")},
    Message{"font.damaged", translatable("The font is damaged."),
            translatable("Install Srok again, with its fonts.")},
    Message{"pdf.not-written", translatable("The document could not be written."),
            translatable("See that the disk has room and that you may write there, and try again.")},
    Message{"program.bug", translatable("Srok stopped because of a fault of its own ({detail})."),
            translatable("Nothing was half-written. Tell the help desk what you were doing.")},
    Message{"job.failed", translatable("The work stopped because of a fault in Srok."),
            translatable("Nothing was half-written. Tell the help desk what you were doing.")},
    Message{"cancelled", translatable("The work was cancelled; nothing was written.")},
};

} // namespace

std::span<const Message> file_messages() {
    return messages;
}

} // namespace wording
