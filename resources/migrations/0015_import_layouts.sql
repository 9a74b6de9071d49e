-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a list was read where a person set it right, remembered for the next of the same layout; and rows held back that
-- can be taken up later.

-- A layout is known by its headings. columns is JSON: each column by its place among the headings, and what it means.
CREATE TABLE import_layout (
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    kind TEXT NOT NULL CHECK (kind IN ('learners', 'attendance', 'scores', 'institutions', 'classes')),
    sheet TEXT NOT NULL,
    heading_rows INTEGER NOT NULL CHECK (heading_rows IN (1, 2)),
    columns TEXT NOT NULL,
    actor TEXT NOT NULL,
    remembered_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The lines above the list and what its columns mean, as JSON: with them a held row is judged again. Nothing for an
-- import made before they were kept.
ALTER TABLE import ADD COLUMN head TEXT;
-- The import whose held rows this one took up.
ALTER TABLE import ADD COLUMN taken_from INTEGER REFERENCES import (id);

-- A row may be decided in a later import than the one that held it; facts is JSON, those of its reason.
ALTER TABLE import_row RENAME TO import_row_before;
CREATE TABLE import_row (
    import_id INTEGER NOT NULL REFERENCES import (id),
    row INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('update', 'review', 'refuse')),
    code TEXT NOT NULL,
    cell TEXT NOT NULL,
    facts TEXT NOT NULL,
    cells TEXT NOT NULL,
    decided TEXT CHECK (decided IN ('taken', 'merged', 'dropped')),
    decided_in INTEGER REFERENCES import (id),
    CHECK ((decided IS NULL) = (decided_in IS NULL)),
    PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;
INSERT INTO import_row (import_id, row, verdict, code, cell, facts, cells, decided, decided_in)
SELECT import_id, row, verdict, code, cell, '[]', cells, decided, CASE WHEN decided IS NULL THEN NULL ELSE import_id END
FROM import_row_before;
DROP TABLE import_row_before;
CREATE INDEX import_row_decided_in ON import_row (decided_in) WHERE decided_in IS NOT NULL;
