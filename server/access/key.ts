/**
 * The server's key, from which every link's secret is derived. It stands in the environment or in a file of
 * its own, never in the database. Losing it closes every link that was handed out; boards are not touched.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { RandomBytes } from '../../shared/model/ids.ts';
import { errorCode, StartError } from '../startError.ts';

export const MIN_KEY_LENGTH = 32;

/** The key given, else the one in the directory, which is made there when missing. */
export function loadKey({
  given,
  dir,
  random,
}: {
  given: string | null;
  dir: string;
  random: RandomBytes;
}): Buffer {
  if (given !== null) return Buffer.from(given);
  const path = join(dir, 'secret.key');
  const kept = read(path);
  if (kept === null) return Buffer.from(create(path, random));
  if (kept.length < MIN_KEY_LENGTH) {
    throw new StartError(
      `The key file ${path} is damaged: restore it from a backup, or delete it and hand out every link anew.`,
    );
  }
  return Buffer.from(kept);
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new StartError(`Cannot read the key file ${path} (${errorCode(error)}): check its permissions.`);
  }
}

/** Under another name until it is whole and on the disk, so that no kill leaves half a key. */
function create(path: string, random: RandomBytes): string {
  const key = Buffer.from(random(new Uint8Array(32))).toString('base64url');
  const draft = `${path}.new`;
  try {
    const file = openSync(draft, 'w', 0o600);
    writeSync(file, `${key}\n`);
    fsyncSync(file);
    closeSync(file);
    renameSync(draft, path);
  } catch (error) {
    throw new StartError(
      `Cannot write the key file ${path} (${errorCode(error)}): check the data directory.`,
    );
  }
  return key;
}
