-- SPDX-License-Identifier: GPL-3.0-or-later
-- Programme packs as they were when first used: closed work keeps its copy.

CREATE TABLE pack (
    id INTEGER PRIMARY KEY,
    programme TEXT NOT NULL,
    version TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    source TEXT NOT NULL,
    loaded_at TEXT NOT NULL,
    UNIQUE (programme, version, digest)
) STRICT;
