-- SPDX-License-Identifier: GPL-3.0-or-later
-- Papers of certificates on their way to the disk. A row is written with the certificate and goes when its file stands
-- at its place; what a power cut leaves here is written again from the register.

CREATE TABLE draft_certificate_file (
    certificate_id INTEGER PRIMARY KEY REFERENCES certificate (id),
    file TEXT NOT NULL CHECK (file <> ''),
    -- In a file of several, from 1; 0 where the file is this certificate's alone.
    page INTEGER NOT NULL CHECK (page >= 0)
) STRICT;
