/**
 * A board as an outsider with its facilitator's link reaches it: over HTTP, by the names on it. The browser
 * tests compare what people see on their screens with what this says.
 */

export interface BoardNode {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly notes: string;
  readonly position: { readonly x: number; readonly y: number };
  readonly locked: boolean;
  readonly access: 'edit' | 'read';
}

interface BoardLink {
  readonly label: string;
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly target: string;
  readonly access: 'edit' | 'read';
}

export interface BoardElements {
  readonly title: string;
  readonly nodes: readonly BoardNode[];
  readonly links: readonly BoardLink[];
}

export interface InviteWish {
  readonly viewpoint: string;
  readonly role: 'facilitator' | 'editor' | 'viewer';
  readonly expires?: number;
  readonly maxUses?: number;
}

export interface MadeInvite {
  readonly id: string;
  readonly secret: string;
  readonly url: string;
}

/** What is on the board, in a few words: the rest is given defaults. */
export interface NodeWish {
  readonly id?: string;
  readonly kind: string;
  readonly label?: string;
  readonly position?: { readonly x: number; readonly y: number };
  readonly [field: string]: unknown;
}

export interface LinkWish {
  readonly kind: string;
  readonly source: string;
  readonly target: string;
  readonly [field: string]: unknown;
}

interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly token?: string;
}

async function call<Answer>(
  origin: string,
  path: string,
  { method = 'GET', body, token }: Call,
): Promise<Answer> {
  const response = await fetch(`${origin}/api/boards${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      // A connection kept open may be closed by the server just as it is used again.
      connection: 'close',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
  return (text === '' ? null : JSON.parse(text)) as Answer;
}

export class Board {
  readonly origin: string;
  readonly id: string;
  /** The facilitator's link. */
  readonly link: string;
  readonly #token: string;

  private constructor(link: string, token: string) {
    const { origin, pathname } = new URL(link);
    this.origin = origin;
    this.id = pathname.split('/').at(-1) ?? '';
    this.link = link;
    this.#token = token;
  }

  /** The board a facilitator's link leads to. */
  static async at(link: string): Promise<Board> {
    const { token } = await Board.enter(link);
    return new Board(link, token);
  }

  static async make(
    origin: string,
    wish: { title?: string; template?: string; policy?: string } = {},
  ): Promise<Board> {
    const { url } = await call<{ url: string }>(origin, '', { method: 'POST', body: wish });
    return Board.at(url);
  }

  /** A session of whoever has the link. Throws where the link does not serve. */
  static enter(link: string): Promise<{ token: string; viewpoint: string; role: string }> {
    const { origin, pathname, hash } = new URL(link);
    return call(origin, `${pathname.replace('/b', '')}/session`, {
      method: 'POST',
      body: { secret: hash.slice(1) },
    });
  }

  elements(as?: string): Promise<BoardElements> {
    return this.#call(`/elements${as === undefined ? '' : `?as=${as}`}`);
  }

  /** Sorted ids of what a viewpoint is given. */
  async ids(as?: string): Promise<{ nodes: string[]; links: string[] }> {
    const { nodes, links } = await this.elements(as);
    return { nodes: nodes.map(({ id }) => id).sort(), links: links.map(({ id }) => id).sort() };
  }

  /** Ids of everything the rules show a viewpoint. */
  async visibleTo(viewpoint: string): Promise<string[]> {
    const path = `/visibility?as=${viewpoint}`;
    return Object.keys((await this.#call<{ elements: Record<string, unknown> }>(path)).elements);
  }

  /** Undefined while nothing on the board has that label. */
  async find(label: string, as?: string): Promise<BoardNode | undefined> {
    return (await this.elements(as)).nodes.find((node) => node.label === label);
  }

  async get(label: string): Promise<BoardNode> {
    const node = await this.find(label);
    if (node === undefined) throw new Error(`There is no ${label} on the board.`);
    return node;
  }

  async idOf(label: string): Promise<string> {
    return (await this.get(label)).id;
  }

  /** By id; undefined when it is gone. */
  async node(id: string): Promise<BoardNode | undefined> {
    return (await this.elements()).nodes.find((node) => node.id === id);
  }

  /** The kinds of the links from one node to another, sorted. */
  async linksBetween(source: string, target: string): Promise<string[]> {
    const { links } = await this.elements();
    return links
      .filter((link) => link.source === source && link.target === target)
      .map(({ kind }) => kind)
      .sort();
  }

  /** Throws when anything was refused. Links may name the ids given to nodes of the same call. */
  async add(wish: { nodes?: readonly NodeWish[]; links?: readonly LinkWish[] }): Promise<readonly string[]> {
    const { created, refused } = await this.#call<{ created: string[]; refused: unknown[] }>('/elements', {
      method: 'POST',
      body: wish,
    });
    if (refused.length > 0) throw new Error(`Not everything was made: ${JSON.stringify(refused)}`);
    return created;
  }

  /** What somebody with a link draws. */
  async addAs(
    link: string,
    wish: { nodes?: readonly NodeWish[]; links?: readonly LinkWish[] },
  ): Promise<void> {
    const { token } = await Board.enter(link);
    await call(this.origin, `/${this.id}/elements`, { method: 'POST', body: wish, token });
  }

  invite(wish: InviteWish): Promise<MadeInvite> {
    return this.#call('/invites', { method: 'POST', body: wish });
  }

  /** A link for an editor at a node, by its label. */
  async linkFor(label: string, role: 'editor' | 'viewer' = 'editor'): Promise<string> {
    return (await this.invite({ viewpoint: await this.idOf(label), role })).url;
  }

  async revoke(invite: string): Promise<void> {
    await this.#call(`/invites/${invite}`, { method: 'DELETE' });
  }

  #call<Answer>(path: string, more: Omit<Call, 'token'> = {}): Promise<Answer> {
    return call(this.origin, `/${this.id}${path}`, { ...more, token: this.#token });
  }
}
