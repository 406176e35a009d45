/** How much script a board needs before it is there: everything that its page imports, not what it loads later. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const ASSETS = 'dist/client/assets';
const MAX_BYTES = 300_000;

/** A chunk with all that it imports, and they import. */
function withImports(entries: readonly string[]): Set<string> {
  const found = new Set(entries);
  for (const chunk of found) {
    const code = readFileSync(join(ASSETS, chunk), 'utf8');
    for (const [, name] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g))
      if (name) found.add(name);
  }
  return found;
}

describe('the first load of a board', () => {
  it('needs less than 300 kB of compressed script', () => {
    const html = readFileSync('dist/client/index.html', 'utf8');
    const entries = [...html.matchAll(/(?:src|href)="\/assets\/([\w.-]+\.js)"/g)].flatMap(
      ([, name]) => name ?? [],
    );
    const page = readdirSync(ASSETS).filter((name) => /^BoardPage-.*\.js$/.test(name));
    expect(entries.length).toBeGreaterThan(0);
    expect(page).toHaveLength(1);
    const chunks = [...withImports([...entries, ...page])];
    const sizes = chunks.map((name) => ({ name, bytes: gzipSync(readFileSync(join(ASSETS, name))).length }));
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const largest = sizes.sort((a, b) => b.bytes - a.bytes).slice(0, 8);
    expect(chunks.length).toBeGreaterThan(entries.length + 3);
    expect(total, JSON.stringify(largest)).toBeGreaterThan(100_000);
    expect(total, JSON.stringify(largest)).toBeLessThan(MAX_BYTES);
  });

  it('has each script, style and page of any size in Brotli too, smaller than in gzip', () => {
    const text = readdirSync('dist/client', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(js|css|html)$/.test(name))
      .map((name) => join('dist/client', name))
      .filter((file) => statSync(file).size > 500);
    expect(text.length).toBeGreaterThan(10);
    let [brotli, gzip] = [0, 0];
    for (const file of text) {
      const [plain, compressed] = [readFileSync(file), readFileSync(`${file}.br`)];
      expect(brotliDecompressSync(compressed).equals(plain), file).toBe(true);
      brotli += compressed.length;
      gzip += gzipSync(plain).length;
    }
    expect(brotli).toBeLessThan(gzip);
  });
});
