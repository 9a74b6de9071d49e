-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register's chain: the link of an event covers the event, what was handed out with it and the link before, so
-- that whoever alters the file with another tool is found. Events from before the chain are linked with the first
-- that is written after them.

CREATE TABLE certificate_link (
    event_id INTEGER PRIMARY KEY REFERENCES certificate_event (id),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER certificate_link_never_changes BEFORE UPDATE ON certificate_link
BEGIN
    SELECT RAISE (ABORT, 'the register only grows');
END;

CREATE TRIGGER certificate_link_never_goes BEFORE DELETE ON certificate_link
BEGIN
    SELECT RAISE (ABORT, 'the register only grows');
END;
