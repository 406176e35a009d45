import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKey } from '../../../../server/access/key.ts';
import { random } from '../../../helpers/accessBench.ts';
import { tempDir } from '../../../helpers/tempDir.ts';

describe('the server key', () => {
  it('is made once, kept in a file of its own that only its owner reads, and found again', () => {
    const dir = tempDir();
    const key = loadKey({ given: null, dir, random });
    expect(key.length).toBeGreaterThanOrEqual(32);
    expect(statSync(join(dir, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir)).toEqual(['secret.key']);
    expect(loadKey({ given: null, dir, random }).equals(key)).toBe(true);
  });

  it('differs from directory to directory', () => {
    const keys = [tempDir(), tempDir()].map((dir) => loadKey({ given: null, dir, random }).toString());
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('from the environment leaves no file', () => {
    const dir = tempDir();
    expect(loadKey({ given: 'x'.repeat(32), dir, random }).toString()).toBe('x'.repeat(32));
    expect(readdirSync(dir)).toEqual([]);
  });

  it('that is cut short stops the start, in one line, and stays as it is', () => {
    const dir = tempDir();
    writeFileSync(join(dir, 'secret.key'), 'short');
    expect(() => loadKey({ given: null, dir, random })).toThrow(/^The key file [^\n]+ is damaged: [^\n]+$/);
    expect(readFileSync(join(dir, 'secret.key'), 'utf8')).toBe('short');
  });
});
