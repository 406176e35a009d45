/**
 * What every way of running the server has in common: configuration, log, the lines for people, signals, and
 * a clear end. It is the only place that ends the process.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { destination, type Logger, pino } from 'pino';
import type { Registry } from 'prom-client';
import { type Config, readConfig } from './config.ts';
import { processMetrics } from './metrics/processMetrics.ts';
import type { RunningServer } from './server.ts';
import { StartError } from './startError.ts';

/** After a signal the process is gone within this time, whatever still hangs. */
const EXIT_TIMEOUT_MS = 10_000;

/** In the data directory. */
const EXAMPLE_LINK_FILE = 'example-board.url';

export type Start = (given: { config: Config; log: Logger; metrics: Registry }) => Promise<RunningServer>;

/** Starts and keeps running. What people can mend is told in plain lines on standard error, with exit code 1. */
export async function runProcess(start: Start): Promise<void> {
  // What it writes, the key and the boards among it, is for its own user.
  process.umask(0o077);
  try {
    const config = readConfig(process.env);
    const log = pino({ level: config.logLevel }, destination({ dest: 2, sync: true }));
    const server = await start({ config, log, metrics: processMetrics() });
    endOnSignal(server, log);
    console.log(`Cellboard is running at ${server.url}`);
    console.log(`Example board (facilitator): ${shownLink(server.exampleLink, config.dataDir)}`);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/**
 * The link opens the board for whoever reads it, so it is shown on a terminal alone: what is printed elsewhere ends up
 * in logs. Scripts read it from a file that only the server's own user may open.
 */
function shownLink(link: string, dataDir: string): string {
  const file = join(dataDir, EXAMPLE_LINK_FILE);
  writeFileSync(file, `${link}\n`, { mode: 0o600 });
  return process.stdout.isTTY ? link : `its link stands in ${file}`;
}

function endOnSignal(server: RunningServer, log: Logger): void {
  let ending = false;
  const end = async (signal: NodeJS.Signals) => {
    // Asked twice: somebody is waiting at a keyboard. What was told to be saved is saved already.
    if (ending) process.exit(1);
    ending = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), EXIT_TIMEOUT_MS).unref();
    await server.stop();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
