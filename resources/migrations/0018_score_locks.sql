-- SPDX-License-Identifier: GPL-3.0-or-later
-- Periods of a class whose marks are locked. Locking one also holds the periods that it is the mean of.

CREATE TABLE score_lock (
    class_id INTEGER NOT NULL REFERENCES class (id),
    period TEXT NOT NULL,
    locked_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (class_id, period)
) STRICT, WITHOUT ROWID;
