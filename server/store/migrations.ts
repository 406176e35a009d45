/**
 * The tables, as steps that lead from an empty file to today's schema. The file's `user_version` says how
 * many steps it has taken. A step that has been released is never edited: a change is a new step.
 */

export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE boards (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    policy TEXT NOT NULL,
    created INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE elements (
    board TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (board, id)
  ) WITHOUT ROWID;

  CREATE TABLE bin (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    board TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (board, id)
  );

  CREATE TABLE activity (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    board TEXT NOT NULL,
    at INTEGER NOT NULL,
    session TEXT NOT NULL,
    viewpoint TEXT NOT NULL,
    verb TEXT NOT NULL,
    element TEXT,
    fields TEXT NOT NULL
  );
  CREATE INDEX activity_of_board ON activity (board, seq);

  CREATE TABLE views (
    board TEXT NOT NULL,
    viewpoint TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (board, viewpoint)
  ) WITHOUT ROWID;

  CREATE TABLE updates (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    board TEXT NOT NULL,
    viewpoint TEXT NOT NULL,
    bytes BLOB NOT NULL
  );
  CREATE INDEX updates_of_view ON updates (board, viewpoint, seq);

  CREATE TABLE invites (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    board TEXT NOT NULL,
    viewpoint TEXT NOT NULL,
    role TEXT NOT NULL,
    label TEXT NOT NULL,
    generation INTEGER NOT NULL,
    expires INTEGER,
    maxUses INTEGER,
    uses INTEGER NOT NULL,
    created INTEGER NOT NULL,
    lastUsed INTEGER,
    revoked INTEGER
  );
  CREATE INDEX invites_of_board ON invites (board, seq);

  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    board TEXT NOT NULL,
    invite TEXT NOT NULL,
    role TEXT NOT NULL,
    viewpoint TEXT NOT NULL,
    name TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX sessions_of_invite ON sessions (invite);
  CREATE INDEX sessions_by_end ON sessions (expires);

  CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  ALTER TABLE boards ADD COLUMN state TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE sessions ADD COLUMN lastSeen INTEGER;
  CREATE INDEX sessions_of_board ON sessions (board, created);
  `,
  `
  CREATE TABLE templates (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    board TEXT NOT NULL,
    title TEXT NOT NULL,
    created INTEGER NOT NULL,
    size INTEGER NOT NULL,
    thumbnail TEXT NOT NULL,
    body TEXT NOT NULL
  );
  `,
  `
  CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    bytes BLOB NOT NULL
  );
  ALTER TABLE boards ADD COLUMN carried INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE updates ADD COLUMN lengths TEXT;
  `,
  `
  CREATE TABLE spoilt (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    board TEXT,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    row TEXT NOT NULL,
    at INTEGER NOT NULL
  );
  CREATE INDEX spoilt_of_board ON spoilt (board);
  `,
];
