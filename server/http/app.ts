/**
 * Everything that answers over HTTP, in one place: the interface of boards, the page, and what operators ask.
 * Every answer gets the security headers; every refusal and failure becomes the same shape of JSON here.
 */
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Logger } from 'pino';
import { Counter, type Registry } from 'prom-client';
import { addressOf } from '../limits/address.ts';
import { type OriginRule, originServes } from '../limits/origin.ts';
import { type ApiOptions, api } from './api.ts';
import { CLOSED_POLICY, SECURITY_HEADERS } from './headers.ts';
import { mayReadMetrics } from './metricsAccess.ts';
import type { Page } from './page.ts';
import { foreignOrigin, internal, notFound, Problem } from './problem.ts';

export interface AppOptions
  extends Pick<ApiOptions, 'making' | 'access' | 'roomProvider' | 'clock' | 'anonymous'> {
  readonly origins: OriginRule;
  /** How many proxies of one's own stand before this server. */
  readonly trustedProxies?: number;
  readonly metrics: Registry;
  /** What opens `/metrics` from another machine; null where nothing does. */
  readonly metricsToken?: string | null;
  readonly log: Logger;
  /** Null where something else serves the page. */
  readonly page: Page | null;
  /** False while the server is coming up or going down. */
  readonly ready: () => boolean | Promise<boolean>;
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export function httpApp(options: AppOptions): Hono {
  const { origins, trustedProxies = 0, metrics, metricsToken = null, log, page, ready } = options;
  const app = new Hono();
  const requests = new Counter({
    name: 'cellboard_http_requests_total',
    help: 'Requests answered, by status.',
    labelNames: ['status'],
    registers: [metrics],
  });
  const originOf = (c: Context) => origins.publicUrl ?? new URL(c.req.url).origin;

  app.use(async (c, next) => {
    const start = performance.now();
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', CLOSED_POLICY);
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
    const { status } = c.res;
    requests.inc({ status });
    log.debug({ method: c.req.method, path: c.req.path, status, ms: performance.now() - start }, 'request');
  });

  app.use(async (c, next) => {
    const given = { origin: c.req.header('Origin'), host: c.req.header('Host') };
    if (!READING.has(c.req.method) && !originServes(origins, given)) throw foreignOrigin();
    await next();
  });

  app.use(
    '/api/*',
    cors({ origin: [...origins.allowedOrigins], allowHeaders: ['Authorization', 'Content-Type'] }),
  );
  const from = (c: Context) => callerOf(c, trustedProxies);
  app.route('/api', api({ ...options, originOf, addressOf: from }));

  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => ((await ready()) ? c.text('ready\n') : c.text('not ready\n', 503)));
  app.get('/metrics', async (c, next) => {
    const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
    const caller = { peer: incoming?.socket.remoteAddress, headers: incoming?.headers ?? c.req.header() };
    if (!mayReadMetrics(caller, metricsToken)) return next();
    c.header('Content-Type', metrics.contentType);
    return c.body(await metrics.metrics());
  });

  app.get('*', (c, next) => {
    const answer = page?.({
      path: c.req.path,
      origin: originOf(c),
      acceptEncoding: c.req.header('Accept-Encoding') ?? '',
      ifNoneMatch: c.req.header('If-None-Match') ?? '',
    });
    return answer == null ? next() : Promise.resolve(answer);
  });

  app.notFound((c) => (c.req.path.startsWith('/api/') ? refuse(c, notFound()) : c.text('Not found\n', 404)));
  app.onError((error, c) => {
    if (error instanceof Problem) return refuse(c, error);
    log.error({ err: error, method: c.req.method, path: c.req.path }, 'request failed');
    return refuse(c, internal());
  });
  return app;
}

function refuse(c: Context, problem: Problem): Response {
  if (problem.status === 401) c.header('WWW-Authenticate', 'Bearer');
  if (problem.status === 429) c.header('Retry-After', '5');
  return c.json(problem.body, problem.status);
}

/** The address of the peer; all that have none, as in a test without sockets, count as one. */
function callerOf(c: Context, proxies: number): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return incoming === undefined ? '' : addressOf(incoming, { proxies });
}
