/** Routing: the start page, or a board with the secret from the link's fragment. */
import { useSyncExternalStore } from 'react';
import { isId } from '../../shared/model/ids.ts';

export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'board'; readonly board: string; readonly secret: string };

export function parseRoute({ pathname, hash }: { pathname: string; hash: string }): Route {
  const [, board] = /^\/b\/([^/]+)\/?$/.exec(pathname) ?? [];
  if (board === undefined || !isId(board)) return { page: 'start' };
  return { page: 'board', board, secret: decodeSafely(hash.replace(/^#/, '')) };
}

/** The board and secret of a pasted link, whatever its host; null where it is no link to a board. */
export function parseInvite(text: string): { board: string; secret: string } | null {
  try {
    const route = parseRoute(new URL(text.trim(), 'http://board.invalid'));
    return route.page === 'board' && route.secret !== '' ? route : null;
  } catch {
    return null;
  }
}

export function boardPath({ board, secret }: { board: string; secret: string }): string {
  return `/b/${board}${secret === '' ? '' : `#${encodeURIComponent(secret)}`}`;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const CHANGED = 'cellboard:navigated';

export function navigate(path: string): void {
  history.pushState(null, '', path);
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(listener: () => void): () => void {
  const events = ['popstate', 'hashchange', CHANGED];
  for (const event of events) window.addEventListener(event, listener);
  return () => {
    for (const event of events) window.removeEventListener(event, listener);
  };
}

let last: { href: string; route: Route } = { href: '', route: { page: 'start' } };

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, () => {
    if (last.href !== location.href) last = { href: location.href, route: parseRoute(location) };
    return last.route;
  });
}
