-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a certificate says and the template it was printed with: a duplicate says the same, whatever the learner, the
-- class or the template says by then. Certificates issued before this have their document and no words.

CREATE TABLE document_template (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    name TEXT NOT NULL CHECK (name <> ''),
    source TEXT NOT NULL CHECK (source <> '')
) STRICT;

-- place: what stands between {{ and }} in the template. An empty text has no row.
CREATE TABLE certificate_word (
    certificate_id INTEGER NOT NULL REFERENCES certificate (id),
    place TEXT NOT NULL CHECK (place <> ''),
    words TEXT NOT NULL CHECK (words <> ''),
    PRIMARY KEY (certificate_id, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER certificate_word_never_changes BEFORE UPDATE ON certificate_word
BEGIN
    SELECT RAISE (ABORT, 'what was issued is frozen');
END;

CREATE TRIGGER certificate_word_never_goes BEFORE DELETE ON certificate_word
BEGIN
    SELECT RAISE (ABORT, 'what was issued is frozen');
END;

-- A certificate takes the place of one other.
CREATE UNIQUE INDEX certificate_replaces_once ON certificate (replaces) WHERE replaces IS NOT NULL;
