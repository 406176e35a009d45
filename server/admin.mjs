/**
 * `npm run admin -- <command>`: what an operator does to a running server, over its socket in the data directory
 * (DATA_DIR). Only the user who runs the server can open it.
 */
import { request } from 'node:http';
import { socketPath } from './admin/socketPath.mjs';

const USAGE = `Usage: npm run admin -- <command>

  boards                    every board: size, last use, title
  sessions <board>          who has joined a board, and who is there now
  revoke <board>            revokes every link of a board, ends its sessions, and prints a new facilitator's link
  delete-board <board>      deletes a board and all that is kept of it, for good
  make [template]           makes a board and prints its facilitator's link
  templates                 the templates saved on this server
  delete-template <id>      deletes one of them

DATA_DIR is the server's data directory (now: ${process.env.DATA_DIR || 'data'}).`;

const [command = '', target = ''] = process.argv.slice(2);
const path = (...parts) => `/${parts.map(encodeURIComponent).join('/')}`;

const COMMANDS = {
  boards: async () => {
    const { boards } = await call('GET', '/boards');
    table(
      ['board', 'elements', 'size', 'last used', 'made', 'title'],
      boards.map((b) => [b.id, b.elements, bytes(b.bytes), day(b.lastUsed), day(b.created), b.title]),
    );
  },
  sessions: async () => {
    const { sessions } = await call('GET', path('boards', needed('board'), 'sessions'));
    table(
      ['here', 'role', 'viewpoint', 'joined', 'last seen', 'name'],
      sessions.map((s) => [
        s.here ? 'yes' : '',
        s.role,
        s.viewpoint,
        day(s.created),
        day(s.lastSeen),
        s.name,
      ]),
    );
  },
  revoke: async () => {
    const { url } = await call('POST', path('boards', needed('board'), 'revoke'));
    console.log(`Every link of the board is revoked and everybody is out. A new facilitator's link:\n${url}`);
  },
  'delete-board': async () => {
    await call('DELETE', path('boards', needed('board')));
    console.log('The board is deleted.');
  },
  make: async () => {
    const query = target === '' ? '' : `?template=${encodeURIComponent(target)}`;
    const { url } = await call('POST', `/boards${query}`);
    console.log(url);
  },
  templates: async () => {
    const { templates } = await call('GET', '/templates');
    table(
      ['template', 'board', 'nodes', 'made', 'title'],
      templates.map((t) => [t.id, t.board, t.size, day(t.created), t.title]),
    );
  },
  'delete-template': async () => {
    await call('DELETE', path('templates', needed('template')));
    console.log('The template is deleted.');
  },
};

if (!Object.hasOwn(COMMANDS, command)) fail(USAGE);
await COMMANDS[command]();

function needed(what) {
  if (target === '') fail(`Say which ${what}.\n\n${USAGE}`);
  return target;
}

/** Answers with the parsed body; ends the process with a line where the server refuses or is not there. */
function call(method, url) {
  const socket = socketPath(process.env.DATA_DIR || 'data');
  return new Promise((resolve) => {
    const sent = request({ socketPath: socket, method, path: url }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => {
        const body = text === '' ? {} : JSON.parse(text);
        if (response.statusCode >= 400) fail(body.error);
        resolve(body);
      });
    });
    sent.on('error', (error) => fail(explained(error, socket)));
    sent.end();
  });
}

function explained(error, socket) {
  if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED')
    return `No server runs on this data directory (${socket}): start it, or set DATA_DIR to the one it uses.`;
  if (error.code === 'EACCES') return `Only the user who runs the server may open ${socket}.`;
  return `The server did not answer: ${error.message}`;
}

function table(head, rows) {
  const texts = [head, ...rows.map((row) => row.map((cell) => plain(cell)))];
  const widths = head.map((_, column) => Math.max(...texts.map((row) => row[column].length)));
  for (const row of texts)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  if (rows.length === 0) console.log('(none)');
}

/** Titles and names are people's: what would steer a terminal is left out. */
function plain(cell) {
  return String(cell ?? '').replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}

function day(time) {
  return time === null || time === undefined
    ? ''
    : new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}

function bytes(count) {
  return count < 1024 * 1024 ? `${Math.ceil(count / 1024)} kB` : `${(count / 1024 / 1024).toFixed(1)} MB`;
}

function fail(line) {
  console.error(line);
  process.exit(1);
}
