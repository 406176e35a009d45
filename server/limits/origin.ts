/**
 * Which pages may write here and open sockets. A browser names the page's origin; it must be this server's own
 * or one that the environment allows. A request that names none is not from another's page and is let through:
 * tokens are not ambient, no browser attaches one by itself, so there is nothing to ride on.
 */
export interface OriginRule {
  /** Set where the server is reached under another name than it listens on. */
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
}

/** `origin` and `host` as the request's headers have them. */
export function originServes(
  { publicUrl, allowedOrigins }: OriginRule,
  { origin, host }: { origin: string | undefined; host: string | undefined },
): boolean {
  if (origin === undefined) return true;
  if (allowedOrigins.includes(origin)) return true;
  if (publicUrl !== null) return origin === publicUrl;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
