-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rounds of returns with their due days, what an office explains, what a province decided and a district was told,
-- and the days that an accepted return has shut.

-- What is asked for every month, semester or school year: due so many days after the period's last day. since: the
-- first period asked for begins on that day or later.
CREATE TABLE return_round (
    kind TEXT PRIMARY KEY CHECK (kind IN ('month', 'semester', 'year')),
    layout TEXT NOT NULL CHECK (layout <> ''),
    due_days INTEGER NOT NULL CHECK (due_days BETWEEN 0 AND 366),
    since TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

-- What the office wrote about a finding of a period, under the finding's own key: it goes into every version built later.
CREATE TABLE return_explanation (
    period TEXT NOT NULL,
    finding TEXT NOT NULL CHECK (finding <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    actor TEXT NOT NULL,
    explained_at TEXT NOT NULL,
    PRIMARY KEY (period, finding)
) STRICT, WITHOUT ROWID;

-- Findings to be explained that nobody explained; nothing for a file that came before they were counted. places: where
-- the keys stood in the workbook as it came (zstd).
ALTER TABLE received_return ADD COLUMN unexplained INTEGER CHECK (unexplained >= 0);
ALTER TABLE received_return ADD COLUMN places BLOB;
ALTER TABLE built_return ADD COLUMN unexplained INTEGER CHECK (unexplained >= 0);

-- Each time a return was accepted or sent back. number counts the decisions on an office's period: with the moment it says
-- which is the later one. digest is of the signed text.
CREATE TABLE return_decision (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    received_id INTEGER NOT NULL REFERENCES received_return (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    ruling TEXT NOT NULL CHECK (ruling IN ('accepted', 'rejected')),
    digest BLOB CHECK (digest IS NULL OR length(digest) = 32),
    actor TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    CHECK (ruling = 'accepted' OR reason <> '')
) STRICT;

CREATE INDEX return_decision_by_received ON return_decision (received_id);

-- What is to be mended in a row or cell. It belongs to the next decision on its return until one was made.
CREATE TABLE return_remark (
    id INTEGER PRIMARY KEY,
    received_id INTEGER NOT NULL REFERENCES received_return (id),
    decision_id INTEGER REFERENCES return_decision (id),
    sheet TEXT NOT NULL,
    row_key TEXT NOT NULL,
    column_key TEXT NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE INDEX return_remark_by_received ON return_remark (received_id);

-- A district's side: the decisions on its returns, as signed receipts brought them.
CREATE TABLE return_receipt (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    period TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    number INTEGER NOT NULL CHECK (number >= 1),
    file_verdict TEXT NOT NULL CHECK (file_verdict IN ('verified', 'edited')),
    ruling TEXT NOT NULL CHECK (ruling IN ('accepted', 'rejected')),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    office_code TEXT NOT NULL,
    -- The receipt's own signed text.
    content BLOB NOT NULL,
    signature BLOB NOT NULL,
    key_id BLOB NOT NULL CHECK (length(key_id) = 8),
    file_name TEXT NOT NULL,
    taken_at TEXT NOT NULL
) STRICT;

CREATE INDEX return_receipt_by_period ON return_receipt (period);

CREATE TABLE return_receipt_remark (
    receipt_id INTEGER NOT NULL REFERENCES return_receipt (id),
    ordinal INTEGER NOT NULL,
    sheet TEXT NOT NULL,
    row_key TEXT NOT NULL,
    column_key TEXT NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (receipt_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Days that are shut because what was counted in them was accepted; basis names the decision. With a reason they are open
-- again for a correction.
CREATE TABLE period_lock (
    period TEXT PRIMARY KEY,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    basis TEXT NOT NULL,
    shut_at TEXT NOT NULL,
    opened_at TEXT,
    reason TEXT,
    CHECK (first_day <= last_day),
    CHECK ((opened_at IS NULL) = (reason IS NULL))
) STRICT, WITHOUT ROWID;
