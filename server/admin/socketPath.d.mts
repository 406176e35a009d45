/** The path of the operator's socket of a data directory. */
export function socketPath(dataDir: string): string;
