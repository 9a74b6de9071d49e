-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forms that were begun and not saved. Tables named draft_* hold nothing that anyone has said is so: they are
-- written by storage::DraftWrite without an audit row, count in no figure and travel in no file.

-- One half-typed learner's form: one for a new learner and one for each known learner, of each person who types.
CREATE TABLE draft_learner (
    id INTEGER PRIMARY KEY,
    actor TEXT NOT NULL,
    -- The known learner's uid, or empty for a new one. No key: a learner may go while a draft is left.
    learner_uid BLOB NOT NULL CHECK (length(learner_uid) IN (0, 16)),
    kept_at TEXT NOT NULL,
    -- The picture chosen for the learner, cut and written anew.
    photo BLOB,
    UNIQUE (actor, learner_uid)
) STRICT;

-- What stood in a field, letter for letter; a field without a row was empty.
CREATE TABLE draft_learner_field (
    draft_id INTEGER NOT NULL REFERENCES draft_learner (id),
    field TEXT NOT NULL,
    typed TEXT NOT NULL CHECK (typed <> ''),
    PRIMARY KEY (draft_id, field)
) STRICT, WITHOUT ROWID;
