/** What comes over HTTP: bodies, addresses, headers and subprotocols, links and tokens. */

import type { Hono } from 'hono';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { readConfig } from '../../../server/config.ts';
import { httpApp } from '../../../server/http/app.ts';
import { network } from '../../../server/limits/address.ts';
import { originServes } from '../../../server/limits/origin.ts';
import { StartError } from '../../../server/startError.ts';
import { admit } from '../../../server/ws/admission.ts';
import { accessBench } from '../../helpers/accessBench.ts';
import { FakeRoom, fakeRooms } from '../../helpers/fakeRoom.ts';
import { bytesOf, must, type Target, textOf } from '../target.ts';

const bench = await accessBench();
const roomProvider = fakeRooms({ [bench.board]: new FakeRoom() });
const token = await bench.enter(bench.invite);
const app: Hono = httpApp({
  ...bench,
  making: bench,
  roomProvider,
  origins: { publicUrl: null, allowedOrigins: ['https://friend.example'] },
  metrics: new Registry(),
  log: pino({ level: 'silent' }),
  page: null,
  ready: () => true,
});

const ROUTES = [
  'POST /api/boards',
  'POST /api/boards/BOARD/session',
  'GET /api/boards/BOARD/elements?as=',
  'POST /api/boards/BOARD/elements',
  'GET /api/boards/BOARD/visibility?as=',
  'POST /api/boards/BOARD/invites',
  'POST /api/boards/BOARD/invites/bulk',
  'POST /api/boards/BOARD/invites/x/replace',
  'POST /api/boards/BOARD/decline',
  'POST /api/boards/BOARD/call',
  'DELETE /api/boards/BOARD/hands/',
  'POST /api/boards/BOARD/templates',
  'DELETE /api/boards/BOARD/sessions/',
];

const BODIES = [
  { title: 'T', policy: 'open' },
  { title: 'T', template: 'fractions', policy: { name: 'detached', guidesSeeMembers: true, commons: false } },
  { secret: 'x.y', name: 'Ada' },
  {
    nodes: [{ kind: 'person', label: 'A', position: { x: 1, y: 2 } }],
    links: [{ kind: 'tie', source: 'a', target: 'b' }],
  },
  { viewpoint: 'cell', role: 'editor', expires: '2030-01-31T12:00:00Z', maxUses: 3, label: 'L' },
  { viewpoints: ['cell'], role: 'viewer' },
  { elements: ['n'] },
];

/** The first byte chooses the route, the rest is the body, or the end of the address. */
const http: Target = {
  name: 'http',
  seeds: ROUTES.flatMap((_, index) =>
    BODIES.map((body) => Uint8Array.of(index, ...bytesOf(JSON.stringify(body)))),
  ),
  words: ['"nodes"', '"links"', '"policy"', '"viewpoint"', '"expires"', '"audience"', 'facilitator'],
  async run(input) {
    const [method = 'GET', path = '/'] = (ROUTES[(input[0] ?? 0) % ROUTES.length] ?? '').split(' ');
    const rest = input.slice(1);
    const isBodied = method === 'POST';
    const url = `http://localhost${path.replace('BOARD', bench.board)}${isBodied ? '' : encodeURIComponent(textOf(rest))}`;
    bench.pass(10_000);
    const response = await app.request(url, {
      method,
      headers: { authorization: `Bearer ${token}`, host: 'localhost' },
      ...(isBodied && { body: rest }),
    });
    const text = await response.text();
    must(response.status < 500, `answered ${response.status}: ${text}`);
    if (response.status >= 400) must('error' in (JSON.parse(text) as object), 'a refusal of another shape');
  },
};

const door: Target = {
  name: 'door',
  seeds: [
    `/sync/${bench.board}/facilitator\ncellboard.v1, ${token}\nhttp://localhost:4040\nlocalhost:4040\n::ffff:10.0.0.1`,
    `/sync/${bench.board}/x?edit=1\ncellboard.v1\nnull\n\n2001:db8::1`,
    `/sync//\n,,\nhttps://friend.example\nh\n1.2.3.4`,
  ].map(bytesOf),
  async run(input) {
    const [url = '', list = '', origin = '', host = '', address = ''] = textOf(input).split('\n');
    const [path = '', query = ''] = url.split('?');
    const asked = {
      path,
      query: new URLSearchParams(query),
      protocols: list.split(',').map((one) => one.trim()),
    };
    const admission = await admit({ access: bench.access, roomProvider }, asked);
    if (admission.ok) must(asked.protocols.includes(token), 'let in without the token');
    const serves = originServes({ publicUrl: null, allowedOrigins: [] }, { origin, host });
    if (serves) must(new URL(origin).host === host.toLowerCase(), 'served a foreign origin');
    network(address);
  },
};

const link: Target = {
  name: 'link',
  seeds: [
    bytesOf(bench.access.secret(bench.invite)),
    bytesOf(`${bench.invite.id}.`),
    bytesOf('.'),
    bytesOf(token),
  ],
  async run(input) {
    const secret = textOf(input);
    const entry = await bench.access.enter({ board: bench.board, secret, name: '' });
    if (entry !== null) must(secret === bench.access.secret(bench.invite), 'another secret served');
    const { state } = await bench.access.session(secret);
    if (state === 'live') must(secret === token, 'another token served');
  },
};

const NAMES = ['PORT', 'HOST', 'DATA_DIR', 'PUBLIC_URL', 'ALLOWED_ORIGINS', 'LOG_LEVEL', 'CELLBOARD_KEY'];
const LIMITS = [
  'MAX_CONNECTIONS_PER_ADDRESS',
  'MAX_MESSAGES_PER_SECOND',
  'SESSION_CPU_PERCENT',
  'TRUSTED_PROXIES',
];

const config: Target = {
  name: 'config',
  seeds: [
    'PORT=1\nHOST=::1',
    'PUBLIC_URL=https://a.example',
    'ALLOWED_ORIGINS=https://a,http://b:1',
    'TRUSTED_PROXIES=1',
  ].map(bytesOf),
  words: [...NAMES, ...LIMITS],
  run(input) {
    const env = Object.fromEntries(
      textOf(input)
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    try {
      const read = readConfig(env);
      must(read.port >= 0 && read.port <= 65_535, 'a port out of range');
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
    }
  },
};

export const httpTargets: readonly Target[] = [http, door, link, config];
