import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtPage } from '../../../../server/http/page.ts';
import { StartError } from '../../../../server/startError.ts';
import { tempDir } from '../../../helpers/tempDir.ts';

function bench() {
  const dir = tempDir();
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html>');
  writeFileSync(join(dir, 'icon.svg'), '<svg/>');
  writeFileSync(join(dir, 'assets/main-abc.js'), 'let a;');
  writeFileSync(join(dir, 'assets/main-abc.js.br'), 'in brotli');
  writeFileSync(join(dir, 'assets/main-abc.js.map'), '{}');
  writeFileSync(join(dir, 'assets/font.woff2'), 'font');
  const page = builtPage(dir);
  return (path: string, given: { acceptEncoding?: string; ifNoneMatch?: string } = {}) =>
    page({ path, origin: 'https://board.example', acceptEncoding: '', ifNoneMatch: '', ...given });
}

describe('the page', () => {
  it.each(['/', '/b/some-board', '/b/some-board/'])(
    'answers %s with the document, asked for again each time',
    async (path) => {
      const answer = bench()(path);
      expect(answer?.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
      expect(answer?.headers.get('Cache-Control')).toBe('no-cache');
      expect(await answer?.text()).toBe('<!doctype html>');
    },
  );

  it.each([
    '/index.html',
    '/b',
    '/b/',
    '/b/a/b',
    '/bb/a',
    '/assets/',
    '/assets/main-abc.js.br',
    '/assets/main-abc.js.map',
    '/../package.json',
    '/nope',
  ])('has nothing at %s', (path) => {
    expect(bench()(path)).toBeNull();
  });

  it('[B-1.11] runs its own scripts only, speaks to its own server only, and is framed by nobody', () => {
    const policy = bench()('/')?.headers.get('Content-Security-Policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self' wss://board.example",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy).not.toContain('unsafe');
  });

  it('lets hashed files be kept for good, and no others', () => {
    const get = bench();
    expect(get('/assets/main-abc.js')?.headers.get('Cache-Control')).toBe(
      'public, max-age=31536000, immutable',
    );
    expect(get('/icon.svg')?.headers.get('Cache-Control')).toBe('no-cache');
  });

  it('answers 304 to whoever has the file already', async () => {
    const get = bench();
    const etag = get('/icon.svg')?.headers.get('ETag') ?? '';
    const again = get('/icon.svg', { ifNoneMatch: etag });
    expect(again?.status).toBe(304);
    expect(await again?.text()).toBe('');
    expect(get('/icon.svg', { ifNoneMatch: '"other"' })?.status).toBe(200);
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, BR;q=0.1', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['gzip', 'gzip'],
    ['x-gzip, brr', null],
    ['gzip; q=0.000, br;q=0.0', null],
    ['', null],
  ])('to a browser that accepts "%s" is sent as %s', async (acceptEncoding, encoding) => {
    const answer = bench()('/assets/main-abc.js', { acceptEncoding });
    expect(answer?.headers.get('Content-Encoding')).toBe(encoding);
    expect(answer?.headers.get('Vary')).toBe('Accept-Encoding');
    const body = Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
    const sent = encoding === 'gzip' ? gunzipSync(body) : body;
    expect(sent.toString()).toBe(encoding === 'br' ? 'in brotli' : 'let a;');
  });

  it('is sent in gzip where the build made no Brotli, and plainly where it is compressed in itself', () => {
    const get = bench();
    const acceptEncoding = 'gzip, br';
    expect(get('/icon.svg', { acceptEncoding })?.headers.get('Content-Encoding')).toBe('gzip');
    expect(get('/assets/font.woff2', { acceptEncoding })?.headers.get('Content-Encoding')).toBeNull();
  });

  it('that is not built stops the start with what to do', () => {
    expect(() => builtPage(join(tempDir(), 'nowhere'))).toThrow(StartError);
  });
});
