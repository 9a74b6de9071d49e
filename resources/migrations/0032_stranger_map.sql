-- SPDX-License-Identifier: GPL-3.0-or-later
-- Returns of a district without Srok: how its own spreadsheet is read, mapped once, and that a file read so may count.

-- Of one sending office and one layout. last_period: the last one that was read by it, the next one follows.
CREATE TABLE stranger_map (
    id INTEGER PRIMARY KEY,
    office_code TEXT NOT NULL CHECK (office_code GLOB '[0-9][0-9][0-9][0-9]'),
    layout TEXT NOT NULL CHECK (layout <> ''),
    last_period TEXT,
    saved_at TEXT NOT NULL,
    UNIQUE (office_code, layout)
) STRICT;

-- A sheet of the layout that the file has: in which of its own sheets, below which headings and behind which column of
-- labels. Rows and columns count from 0, as the reader counts them.
CREATE TABLE stranger_map_sheet (
    map_id INTEGER NOT NULL REFERENCES stranger_map (id),
    sheet_key TEXT NOT NULL CHECK (sheet_key <> ''),
    sheet_name TEXT NOT NULL,
    label_column INTEGER NOT NULL CHECK (label_column >= 0),
    heading_row INTEGER NOT NULL CHECK (heading_row >= 0),
    heading_rows INTEGER NOT NULL CHECK (heading_rows BETWEEN 0 AND 3),
    PRIMARY KEY (map_id, sheet_key)
) STRICT, WITHOUT ROWID;

-- What a row or column of the file is called there, and which of the layout's it is; nothing where it is left out on
-- purpose. A row or column of the layout stands in the file once at most.
CREATE TABLE stranger_map_label (
    map_id INTEGER NOT NULL,
    sheet_key TEXT NOT NULL,
    axis TEXT NOT NULL CHECK (axis IN ('row', 'column')),
    label TEXT NOT NULL CHECK (label <> ''),
    key TEXT CHECK (key <> ''),
    PRIMARY KEY (map_id, sheet_key, axis, label),
    UNIQUE (map_id, sheet_key, axis, key),
    FOREIGN KEY (map_id, sheet_key) REFERENCES stranger_map_sheet (map_id, sheet_key)
) STRICT, WITHOUT ROWID;

-- A file without a signature may have an office, a period and content now: those that a person gave it by a map. Other tables
-- name this one, so it is made anew under its name.
CREATE TEMPORARY TABLE received_before AS
SELECT id, digest, verdict, uid, office_code, period, version, key_id, sample, generation, audit_rows, audit_head, content,
       cells, answers, file_name, received_at, state, decided_at, reason, unexplained, places,
       learners, declared_learners
FROM received_return;
DROP TABLE received_return;
CREATE TABLE received_return (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    verdict TEXT NOT NULL CHECK (verdict IN ('verified', 'edited', 'unsigned', 'wrong-key', 'damaged')),
    -- What the signed text says of itself, or, of an unsigned file that was mapped, what the person said who read it.
    uid BLOB CHECK (uid IS NULL OR length(uid) = 16),
    office_code TEXT,
    period TEXT,
    version INTEGER CHECK (version >= 1),
    key_id BLOB CHECK (key_id IS NULL OR length(key_id) = 8),
    sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
    generation INTEGER,
    audit_rows INTEGER,
    audit_head TEXT,
    content BLOB,
    -- Edited cells, and what was written into cells left open: a line each, its fields apart by tabs.
    cells TEXT NOT NULL,
    answers TEXT NOT NULL,
    file_name TEXT NOT NULL,
    received_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'accepted', 'replaced', 'rejected')),
    decided_at TEXT,
    reason TEXT,
    unexplained INTEGER CHECK (unexplained >= 0),
    places BLOB,
    -- Counted from registers, and declared beside them.
    learners INTEGER CHECK (learners >= 0),
    declared_learners INTEGER CHECK (declared_learners >= 0),
    CHECK (verdict <> 'damaged' OR office_code IS NULL),
    CHECK (verdict IN ('unsigned', 'damaged') OR office_code IS NOT NULL),
    CHECK (verdict <> 'unsigned' OR key_id IS NULL),
    CHECK ((office_code IS NULL) = (content IS NULL)),
    CHECK ((office_code IS NULL) = (period IS NULL)),
    CHECK ((office_code IS NULL) = (version IS NULL)),
    CHECK (state NOT IN ('accepted', 'replaced')
           OR verdict = 'verified' OR (verdict = 'unsigned' AND office_code IS NOT NULL))
) STRICT;
INSERT INTO received_return (id, digest, verdict, uid, office_code, period, version, key_id, sample, generation, audit_rows,
                             audit_head, content, cells, answers, file_name, received_at, state, decided_at, reason,
                             unexplained, places, learners, declared_learners)
SELECT id, digest, verdict, uid, office_code, period, version, key_id, sample, generation, audit_rows, audit_head, content,
       cells, answers, file_name, received_at, state, decided_at, reason, unexplained, places,
       learners, declared_learners
FROM received_before;
DROP TABLE received_before;

CREATE INDEX received_return_by_office ON received_return (office_code, period);

-- Of one office and period at most one version is the accepted one.
CREATE UNIQUE INDEX received_return_accepted ON received_return (office_code, period) WHERE state = 'accepted';

-- The file of a return without a signature as it came: it is read by a map, and again where the map was wrong.
CREATE TABLE stranger_file (
    received_id INTEGER PRIMARY KEY REFERENCES received_return (id),
    bytes BLOB NOT NULL
) STRICT;
