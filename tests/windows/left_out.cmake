# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of the rooms that are not run on Windows, each with its reason.
set(left_out_on_windows
    spreadsheet.resave # has LibreOffice of this machine save our files again
    returns.resave     # likewise
)
