/**
 * What every answer says to browsers. The page runs no inline script and speaks to nobody but its own server;
 * nobody may frame it; no address with a board in it leaves as a referrer.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** For answers that no browser renders. */
export const CLOSED_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * The page's content security policy. Its sockets are named by host, because older Safari does not count them
 * under 'self'. React and React Flow set styles from script, which needs no 'unsafe-inline'.
 */
export function pagePolicy(origin: string): string {
  const sockets = origin.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${sockets}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
