/**
 * Why the server closes a WebSocket: every cause named once, for both ends. Codes 4400 to 4499 are final, a
 * client does not come back by itself; any other is worth another attempt (the rule of y-websocket).
 */

export const CLOSE = {
  /** A frame or update that no sound client sends. */
  malformed: 4400,
  /** No token, or one that opens nothing here. */
  unauthorized: 4401,
  /** The invite or session was revoked, or has expired. */
  revoked: 4403,
  /** No such board or viewpoint, or not for this token: the two answer alike. */
  notFound: 4404,
  /** The view was rebuilt: drop the local copy and start afresh. */
  renewed: 4410,
  /** A frame larger than the limit named in the welcome. */
  tooLarge: 4413,
  /** More messages than a person makes. */
  tooFast: 4529,
  /** The server is stopping and will be back. */
  restarting: 1012,
  /** The client reads more slowly than the board changes. */
  tooSlow: 1013,
} as const;

export type CloseName = keyof typeof CLOSE;
export type CloseCode = (typeof CLOSE)[CloseName];
