/**
 * The process: reads the environment, starts the server, prints where it is, and ends it when asked to. Two
 * plain lines on standard output are for people; the log goes to standard error, one JSON object a line.
 */
import { fileURLToPath } from 'node:url';
import { builtPage } from './http/page.ts';
import { runProcess } from './process.ts';
import { startServer } from './server.ts';

/** Beside the bundle: dist/server/main.js and dist/client. */
const PAGE_DIR = fileURLToPath(new URL('../client', import.meta.url));

await runProcess((given) => startServer({ ...given, page: builtPage(PAGE_DIR) }));
