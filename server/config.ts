/**
 * The environment, read once and checked. Each bad value is one line that names the variable, what it takes
 * and nothing secret. An empty value counts as absent.
 */
import * as v from 'valibot';
import { WIRE_LIMITS } from '../shared/protocol.ts';
import { MIN_KEY_LENGTH } from './access/key.ts';
import { StartError } from './startError.ts';

const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const whole = (message: string) => v.pipe(v.string(), v.regex(/^\d{1,9}$/, message), v.transform(Number));

const origin = (message: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check((value) => isOrigin(value), message),
    v.transform((value) => new URL(value).origin),
  );

const PORT = 'PORT is a number from 0 to 65535; 0 takes any free port.';
const ORIGINS = 'ALLOWED_ORIGINS is a comma-separated list such as https://a.example,https://b.example.';

const PROXIES = 'TRUSTED_PROXIES is how many proxies of yours stand before the server, from 0 to 9.';

/** Of one processor; lifted, unless it is set, where the limit of messages is. */
const SESSION_CPU_PERCENT = 25;

const SWITCH = ['on', 'off'] as const;
const MIN_TOKEN_LENGTH = 16;

export const ENVIRONMENT = {
  PORT: v.optional(v.pipe(whole(PORT), v.maxValue(65_535, PORT)), '4040'),
  HOST: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9.:_-]+$/, 'HOST is a host name or an address to listen on.')),
    '127.0.0.1',
  ),
  DATA_DIR: v.optional(v.string(), 'data'),
  PUBLIC_URL: v.optional(
    origin('PUBLIC_URL is the address people open, such as https://board.example, without a path.'),
  ),
  ALLOWED_ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.transform((list) => list.split(',')),
      v.array(origin(ORIGINS)),
    ),
  ),
  LOG_LEVEL: v.optional(v.picklist(LEVELS, `LOG_LEVEL is one of ${LEVELS.join(', ')}.`), 'warn'),
  CELLBOARD_KEY: v.optional(
    v.pipe(
      v.string(),
      v.minLength(MIN_KEY_LENGTH, `CELLBOARD_KEY is a secret of at least ${MIN_KEY_LENGTH} characters.`),
    ),
  ),
  MAX_CONNECTIONS_PER_ADDRESS: v.optional(
    whole('MAX_CONNECTIONS_PER_ADDRESS is a whole number; 0 lifts the limit.'),
    '1000',
  ),
  MAX_CONNECTIONS_PER_SESSION: v.optional(
    whole('MAX_CONNECTIONS_PER_SESSION is a whole number; 0 lifts the limit.'),
    '250',
  ),
  MAX_CONNECTIONS_PER_BOARD: v.optional(
    whole('MAX_CONNECTIONS_PER_BOARD is a whole number; 0 lifts the limit.'),
    '2000',
  ),
  SESSION_CPU_PERCENT: v.optional(
    whole('SESSION_CPU_PERCENT is a share of one processor for each session; 0 lifts the limit.'),
  ),
  METRICS_TOKEN: v.optional(
    v.pipe(
      v.string(),
      v.minLength(MIN_TOKEN_LENGTH, `METRICS_TOKEN is a secret of at least ${MIN_TOKEN_LENGTH} characters.`),
    ),
  ),
  ANONYMOUS_BOARDS: v.optional(v.picklist(SWITCH, `ANONYMOUS_BOARDS is one of ${SWITCH.join(', ')}.`), 'on'),
  ANONYMOUS_TEMPLATES: v.optional(
    v.picklist(SWITCH, `ANONYMOUS_TEMPLATES is one of ${SWITCH.join(', ')}.`),
    'on',
  ),
  TRUSTED_PROXIES: v.optional(v.pipe(whole(PROXIES), v.maxValue(9, PROXIES)), '0'),
  MAX_MESSAGES_PER_SECOND: v.optional(
    whole('MAX_MESSAGES_PER_SECOND is a whole number for each connection; 0 lifts the limit.'),
    String(WIRE_LIMITS.messagesPerSecond),
  ),
} as const;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** The origin people open, where it is not the one the server listens on. */
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
  readonly logLevel: (typeof LEVELS)[number];
  readonly key: string | null;
  readonly maxConnectionsPerAddress: number;
  readonly maxConnectionsPerSession: number;
  readonly maxConnectionsPerBoard: number;
  /** Of one processor, for all connections of a session together, after a burst. */
  readonly sessionCpuPercent: number;
  /** What opens `/metrics` from another machine; null where nothing does. */
  readonly metricsToken: string | null;
  /** Whether anybody may make a board; else only operators do. */
  readonly anonymousBoards: boolean;
  /** Whether facilitators may save templates, which everybody on this server is offered. */
  readonly anonymousTemplates: boolean;
  /** How many proxies add themselves to X-Forwarded-For. */
  readonly trustedProxies: number;
  /** Of one connection, after a burst. */
  readonly maxMessagesPerSecond: number;
}

/** Throws a StartError with a line for each bad value. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(ENVIRONMENT).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const parsed = v.safeParse(v.object(ENVIRONMENT), given);
  if (!parsed.success) {
    const lines = new Set(parsed.issues.map((issue) => issue.message));
    throw new StartError([...lines].join('\n'));
  }
  const values = parsed.output;
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    publicUrl: values.PUBLIC_URL ?? null,
    allowedOrigins: values.ALLOWED_ORIGINS ?? [],
    logLevel: values.LOG_LEVEL,
    key: values.CELLBOARD_KEY ?? null,
    maxConnectionsPerAddress: unlessZero(values.MAX_CONNECTIONS_PER_ADDRESS),
    maxConnectionsPerSession: unlessZero(values.MAX_CONNECTIONS_PER_SESSION),
    maxConnectionsPerBoard: unlessZero(values.MAX_CONNECTIONS_PER_BOARD),
    maxMessagesPerSecond: unlessZero(values.MAX_MESSAGES_PER_SECOND),
    sessionCpuPercent: unlessZero(
      values.SESSION_CPU_PERCENT ?? (values.MAX_MESSAGES_PER_SECOND === 0 ? 0 : SESSION_CPU_PERCENT),
    ),
    metricsToken: values.METRICS_TOKEN ?? null,
    anonymousBoards: values.ANONYMOUS_BOARDS === 'on',
    anonymousTemplates: values.ANONYMOUS_TEMPLATES === 'on',
    trustedProxies: values.TRUSTED_PROXIES,
  };
}

function unlessZero(limit: number): number {
  return limit === 0 ? Number.POSITIVE_INFINITY : limit;
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname, search, hash, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && pathname === '/' && `${search}${hash}${username}${password}` === '';
}
