-- SPDX-License-Identifier: GPL-3.0-or-later
-- Figures that no register gives: of a centre without names yet, rooms, money. They are told with their source, its day and
-- who said so, and stand apart from what is counted.

-- figure: a key of the layout's list of what can be declared. institution_id: nothing where the office itself is meant.
-- female: of a number of people only. total of money is in riel.
CREATE TABLE declared_figure (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    period TEXT NOT NULL CHECK (period <> ''),
    figure TEXT NOT NULL CHECK (figure <> ''),
    institution_id INTEGER REFERENCES institution (id),
    total INTEGER NOT NULL CHECK (total >= 0),
    female INTEGER CHECK (female BETWEEN 0 AND total),
    source TEXT NOT NULL CHECK (source <> ''),
    source_day TEXT NOT NULL CHECK (source_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    declared_by TEXT NOT NULL CHECK (declared_by <> ''),
    actor TEXT NOT NULL,
    declared_at TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX declared_figure_once ON declared_figure (period, figure, coalesce(institution_id, 0));

-- What a verified return says of its learners: counted from registers, and declared beside them. Nothing for a file that came
-- before this was read.
ALTER TABLE received_return ADD COLUMN learners INTEGER CHECK (learners >= 0);
ALTER TABLE received_return ADD COLUMN declared_learners INTEGER CHECK (declared_learners >= 0);
