/**
 * An answer that refuses: its status, a code for programs and a sentence for people. Thrown by handlers, turned
 * into JSON in one place. Everything that must answer alike shares one of the constants below.
 */
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500;

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: ProblemStatus;
  readonly code: string;

  constructor(status: ProblemStatus, { code, message }: { code: string; message: string }) {
    super(message);
    this.status = status;
    this.code = code;
  }

  get body(): { error: { code: string; message: string } } {
    return { error: { code: this.code, message: this.message } };
  }
}

export const badRequest = (message: string) => new Problem(400, { code: 'bad-request', message });

/** Also for a board that does not exist: whoever has no token for it learns nothing. */
export const unauthorized = () =>
  new Problem(401, { code: 'unauthorized', message: 'A session token of this board is needed.' });

/** For any secret that does not serve and for any board that does not exist. */
export const linkRefused = () =>
  new Problem(403, { code: 'link-refused', message: 'This link does not open a board, or no longer does.' });

export const facilitatorsOnly = () =>
  new Problem(403, { code: 'facilitator-only', message: 'Only facilitators may do this.' });

export const foreignOrigin = () =>
  new Problem(403, { code: 'origin', message: 'Pages of this origin may not write here.' });

/** Where operators alone make boards. */
export const boardsOff = () =>
  new Problem(403, {
    code: 'boards-off',
    message: 'Boards are made by who runs this server: ask there for a link.',
  });

export const templatesOff = () =>
  new Problem(403, { code: 'templates-off', message: 'No templates are saved on this server.' });

/** For what does not exist and for what the caller may not see. */
export const notFound = () => new Problem(404, { code: 'not-found', message: 'There is nothing here.' });

export const full = (message: string) => new Problem(409, { code: 'full', message });

export const tooLarge = (maxBytes: number) =>
  new Problem(413, { code: 'too-large', message: `A request has at most ${maxBytes} bytes.` });

export const tooMany = () =>
  new Problem(429, {
    code: 'too-many',
    message: 'Too many requests from this address. Try again in a moment.',
  });

export const internal = () =>
  new Problem(500, { code: 'internal', message: 'The server failed. What was saved is kept.' });
