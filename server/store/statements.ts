/**
 * What the embedded store asks its database, by name: see migrations for the tables. Each is prepared once and run
 * with its values in the order of the question marks.
 */
import type { InviteRow, SessionRow } from './store.ts';

export const INVITE_FIELDS = [
  'id',
  'board',
  'viewpoint',
  'role',
  'label',
  'generation',
  'expires',
  'maxUses',
  'uses',
  'created',
  'lastUsed',
  'revoked',
] as const satisfies readonly (keyof InviteRow)[];

export const SESSION_FIELDS = [
  'id',
  'board',
  'invite',
  'role',
  'viewpoint',
  'name',
  'created',
  'expires',
  'lastSeen',
] as const satisfies readonly (keyof SessionRow)[];

export const SQL = {
  putBoard: 'INSERT INTO boards (id, title, policy, state, created) VALUES (?, ?, ?, ?, ?)',
  board: 'SELECT title, policy, state FROM boards WHERE id = ?',
  putMeta: 'UPDATE boards SET title = ?, policy = ?, state = ? WHERE id = ?',
  elements: 'SELECT id, body FROM elements WHERE board = ?',
  putElement: 'INSERT OR REPLACE INTO elements (board, id, body) VALUES (?, ?, ?)',
  dropElement: 'DELETE FROM elements WHERE board = ? AND id = ?',
  bin: 'SELECT id, body FROM bin WHERE board = ? ORDER BY seq',
  putBin: 'INSERT OR REPLACE INTO bin (board, id, body) VALUES (?, ?, ?)',
  dropBin: 'DELETE FROM bin WHERE board = ? AND id = ?',
  /** As many rows as the JSON has: calling the driver costs more than a row. */
  putActivity: `INSERT INTO activity (board, at, session, viewpoint, verb, element, fields)
    SELECT ?1, value ->> 'at', value ->> 'session', value ->> 'viewpoint', value ->> 'verb',
      value ->> 'element', value -> 'fields'
    FROM json_each(?2)`,
  activity:
    'SELECT at, session, viewpoint, verb, element, fields FROM activity WHERE board = ? ORDER BY seq DESC LIMIT ?',
  view: 'SELECT body FROM views WHERE board = ? AND viewpoint = ?',
  putView: 'INSERT OR REPLACE INTO views (board, viewpoint, body) VALUES (?, ?, ?)',
  updates: 'SELECT seq, bytes, lengths FROM updates WHERE board = ? AND viewpoint = ? ORDER BY seq',
  putUpdate: 'INSERT INTO updates (board, viewpoint, bytes, lengths) VALUES (?, ?, ?, ?)',
  dropUpdates: 'DELETE FROM updates WHERE board = ? AND viewpoint = ?',
  putInvite: `INSERT INTO invites (${INVITE_FIELDS.join(', ')}) VALUES (${INVITE_FIELDS.map(() => '?').join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${INVITE_FIELDS.map((field) => `${field} = excluded.${field}`).join(', ')}`,
  invite: `SELECT ${INVITE_FIELDS.join(', ')} FROM invites WHERE board = ? AND id = ?`,
  invites: `SELECT ${INVITE_FIELDS.join(', ')} FROM invites WHERE board = ? ORDER BY seq`,
  useInvite: `UPDATE invites SET uses = uses + 1, lastUsed = ?1
    WHERE id = ?2 AND board = ?3 AND generation = ?4 AND revoked IS NULL
      AND (expires IS NULL OR expires > ?1) AND (maxUses IS NULL OR uses < maxUses)`,
  revokeInvite: 'UPDATE invites SET revoked = ? WHERE board = ? AND id = ? AND revoked IS NULL',
  putSession: `INSERT INTO sessions (${SESSION_FIELDS.join(', ')}) VALUES (${SESSION_FIELDS.map(() => '?').join(', ')})`,
  revokeInvitesTo: `UPDATE invites SET revoked = ? WHERE board = ? AND viewpoint IN (SELECT value FROM json_each(?))
      AND revoked IS NULL RETURNING id`,
  replaceInvite: `UPDATE invites SET generation = generation + 1, uses = 0, lastUsed = NULL, expires = ?
    WHERE board = ? AND id = ? AND revoked IS NULL`,
  session: `SELECT ${SESSION_FIELDS.join(', ')} FROM sessions WHERE id = ?`,
  sessions: `SELECT ${SESSION_FIELDS.join(', ')} FROM sessions WHERE board = ? ORDER BY created, id`,
  seeSession: 'UPDATE sessions SET lastSeen = ? WHERE id = ?',
  dropSession: 'DELETE FROM sessions WHERE board = ? AND id = ?',
  dropSessionsOf: 'DELETE FROM sessions WHERE invite = ?',
  dropSessionsBefore: 'DELETE FROM sessions WHERE expires < ?',
  putTemplate: `INSERT INTO templates (id, board, title, created, size, thumbnail, body)
    VALUES (?, ?, ?, ?, ?, ?, ?)`,
  templates: 'SELECT id, board, title, created, size, thumbnail FROM templates ORDER BY seq DESC',
  template: 'SELECT title, body FROM templates WHERE id = ?',
  dropTemplate: 'DELETE FROM templates WHERE board = ? AND id = ?',
  /** What operators list: when a board was last used is when a session of it was last seen or a link last used. */
  boards: `SELECT b.id, b.title, b.created,
      max(b.created, coalesce((SELECT max(coalesce(lastSeen, created)) FROM sessions WHERE board = b.id), 0),
        coalesce((SELECT max(lastUsed) FROM invites WHERE board = b.id), 0)) AS lastUsed,
      (SELECT count(*) FROM elements WHERE board = b.id) AS elements,
      coalesce((SELECT sum(length(body)) FROM elements WHERE board = b.id), 0)
        + coalesce((SELECT sum(length(bytes)) FROM updates WHERE board = b.id), 0)
        + coalesce((SELECT sum(length(body)) FROM bin WHERE board = b.id), 0) AS bytes
    FROM boards b ORDER BY lastUsed DESC`,
  revokeAllInvites: 'UPDATE invites SET revoked = ? WHERE board = ? AND revoked IS NULL',
  dropSessionsAt: 'DELETE FROM sessions WHERE board = ?',
  dropAnyTemplate: 'DELETE FROM templates WHERE id = ?',
  trimActivity: `DELETE FROM activity WHERE board = ?1
    AND seq < (SELECT seq FROM activity WHERE board = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ?2)`,
  setting: 'SELECT value FROM settings WHERE key = ?',
  dropSetting: 'DELETE FROM settings WHERE key = ?',
  unmade: 'SELECT key FROM settings WHERE substr(key, 1, length(?1)) = ?1',
  putSetting: 'INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)',
} as const;
