/** The board that is measured: circles of nine people side by side, and half as many links as nodes. Pure. */

interface Place {
  readonly x: number;
  readonly y: number;
}

interface BenchNode {
  readonly id: string;
  readonly kind: 'circle' | 'person';
  readonly label: string;
  readonly position: Place;
}

interface BenchLink {
  readonly id: string;
  readonly kind: 'contact' | 'guidance' | 'membership';
  readonly source: string;
  readonly target: string;
}

export interface BenchBoard {
  readonly nodes: readonly BenchNode[];
  /** Half as many as nodes, all of them drawn as lines. */
  readonly links: readonly BenchLink[];
  /** Of people in the circle they stand in: drawn as that and not as lines, so only our page has them. */
  readonly memberships: readonly BenchLink[];
  /** A person in the middle, and thirty nodes around them. */
  readonly one: string;
  readonly many: readonly string[];
  readonly middle: Place;
}

const MEMBERS = 9;
const PITCH = 300;
const RING = 68;

export function benchBoard(size: number): BenchBoard {
  const groups = size / (MEMBERS + 1);
  const columns = Math.ceil(Math.sqrt(groups));
  const nodes: BenchNode[] = [];
  const links: BenchLink[] = [];
  const memberships: BenchLink[] = [];
  for (let group = 0; group < groups; group++) {
    const centre = { x: (group % columns) * PITCH, y: Math.floor(group / columns) * PITCH };
    nodes.push({ id: `g${group}`, kind: 'circle', label: `Circle ${group}`, position: centre });
    for (let member = 0; member < MEMBERS; member++) {
      const angle = (member / MEMBERS) * 2 * Math.PI;
      const position = { x: centre.x + RING * Math.cos(angle), y: centre.y + RING * Math.sin(angle) };
      nodes.push({ id: `p${group}-${member}`, kind: 'person', label: `Person ${group} ${member}`, position });
      memberships.push(link('membership', `p${group}-${member}`, `g${group}`));
    }
    const next = (group + 1) % groups;
    links.push(link('guidance', `g${group}`, `g${next}`));
    for (const member of [0, 2, 4, 6]) {
      links.push(link('contact', `p${group}-${member}`, `p${next}-${(member + 4) % MEMBERS}`));
    }
  }
  const centre = Math.floor(columns / 2) * columns + Math.floor(columns / 2);
  const near = [centre, centre + 1, centre + columns];
  return {
    nodes,
    links,
    memberships,
    one: `p${centre}-0`,
    many: near.flatMap((group) => [
      `g${group}`,
      ...[...Array(MEMBERS).keys()].map((at) => `p${group}-${at}`),
    ]),
    middle: nodes.find(({ id }) => id === `g${centre}`)?.position ?? { x: 0, y: 0 },
  };

  function link(kind: BenchLink['kind'], source: string, target: string): BenchLink {
    return { id: `${kind} ${source} ${target}`.replaceAll(' ', '-'), kind, source, target };
  }
}
