/**
 * A failure to start that whoever runs the server can mend. Its message is one line: what is wrong and what
 * to do. Anything else that is thrown at start is a defect and keeps its stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The system's own word for a failed call, such as EACCES; empty when it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
