/**
 * The built page: every file is read at start and served from memory. Files whose name carries a hash never
 * change and are cached for good; the rest is asked for again each time. Only `/` and `/b/:board` are pages.
 * Text is sent in Brotli where the build made that (`<file>.br`) and the browser takes it, else in gzip, else plainly.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { StartError } from '../startError.ts';
import { CLOSED_POLICY, pagePolicy } from './headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = /^(text|application\/json|application\/manifest|image\/svg)/;
const HASHED = /^\/assets\//;
const PAGES = /^\/(?:b\/[^/]+\/?)?$/;

interface PageFile {
  readonly type: string;
  readonly bytes: Buffer<ArrayBuffer>;
  readonly brotli: Buffer<ArrayBuffer> | null;
  readonly gzip: Buffer<ArrayBuffer> | null;
  readonly etag: string;
  readonly cache: string;
}

interface PageRequest {
  readonly path: string;
  /** The origin that people open. */
  readonly origin: string;
  readonly acceptEncoding: string;
  readonly ifNoneMatch: string;
}

/** The answer for a path; null where there is no such page or file. */
export type Page = (request: PageRequest) => Response | null;

/** Reads a built page. Throws a StartError when it is not built. */
export function builtPage(dir: string): Page {
  const built = new Map(read(dir));
  const files = new Map(
    [...built]
      .filter(([path]) => !path.endsWith('.br'))
      .map(([path, bytes]) => [path, pageFile(path, { bytes, brotli: built.get(`${path}.br`) ?? null })]),
  );
  const index = files.get('/index.html');
  if (index === undefined)
    throw new StartError(`The page is not built in ${dir}: run "npm start" or "npm run build".`);
  return ({ path, ...request }) => {
    if (PAGES.test(path)) return answer(index, { ...request, policy: pagePolicy(request.origin) });
    const file = files.get(path);
    return file === undefined || file === index ? null : answer(file, { ...request, policy: CLOSED_POLICY });
  };
}

function read(dir: string): [path: string, bytes: Buffer<ArrayBuffer>][] {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [`/${relative(dir, file).split(sep).join('/')}`, readFileSync(file)];
    });
}

function pageFile(path: string, { bytes, brotli }: Pick<PageFile, 'bytes' | 'brotli'>): PageFile {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return {
    type,
    bytes,
    brotli,
    gzip: COMPRESSED.test(type) ? gzipSync(bytes) : null,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
    cache: HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

function answer(
  { type, bytes, brotli, gzip, etag, cache }: PageFile,
  { acceptEncoding, ifNoneMatch, policy }: Omit<PageRequest, 'path'> & { readonly policy: string },
): Response {
  const headers = new Headers({
    'Content-Type': type,
    'Cache-Control': cache,
    'Content-Security-Policy': policy,
    ETag: etag,
    Vary: 'Accept-Encoding',
  });
  if (ifNoneMatch === etag) return new Response(null, { status: 304, headers });
  if (brotli !== null && accepts(acceptEncoding, 'br')) {
    headers.set('Content-Encoding', 'br');
    return new Response(brotli, { headers });
  }
  if (gzip !== null && accepts(acceptEncoding, 'gzip')) {
    headers.set('Content-Encoding', 'gzip');
    return new Response(gzip, { headers });
  }
  return new Response(bytes, { headers });
}

/** Whether `Accept-Encoding` names the coding, and not with a weight of zero. */
function accepts(acceptEncoding: string, coding: string): boolean {
  return acceptEncoding
    .split(',')
    .map((part) => part.split(';').map((piece) => piece.trim().toLowerCase()))
    .some(([name, weight = '']) => name === coding && !/^q=0(?:\.0*)?$/.test(weight));
}
