-- SPDX-License-Identifier: GPL-3.0-or-later
-- One person, one record: who is not the same, what was merged, and under which numbers a person was known before.

-- Two learners a person looked at and found to be two; by uid, the smaller first, so that it outlives the file.
CREATE TABLE other_person (
    first_uid BLOB NOT NULL CHECK (length(first_uid) = 16),
    second_uid BLOB NOT NULL CHECK (length(second_uid) = 16),
    actor TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (first_uid, second_uid),
    CHECK (first_uid < second_uid)
) STRICT, WITHOUT ROWID;

-- A record that was merged into another. Its number still leads to the person and is never given again; nor is its
-- id, so that undoing the merge finds its place free.
CREATE TABLE learner_alias (
    former_id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number TEXT NOT NULL UNIQUE,
    learner_id INTEGER NOT NULL REFERENCES learner (id)
) STRICT;

CREATE INDEX learner_alias_by_learner ON learner_alias (learner_id);

-- One row is one merge: the changeset takes it back.
CREATE TABLE learner_merge (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kept_uid BLOB NOT NULL CHECK (length(kept_uid) = 16),
    gone_uid BLOB NOT NULL CHECK (length(gone_uid) = 16),
    kept_number TEXT NOT NULL,
    gone_number TEXT NOT NULL,
    -- What the record that went was called, for the list.
    gone_name_km TEXT NOT NULL,
    gone_name TEXT NOT NULL,
    actor TEXT NOT NULL,
    merged_at TEXT NOT NULL,
    changeset BLOB NOT NULL,
    undone_at TEXT
) STRICT;
