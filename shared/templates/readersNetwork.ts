/**
 * Networks of readers around a paper, after accounts from the 2010s: from the reader to the distributor, the
 * writer, the study group and the members. Left to be found: nobody on the night shift is in a study group,
 * the fort hangs on one distributor, and the one in the rail yard's repair hall hands to too many.
 */

import type { Position } from '../model/element.ts';
import { LIMITS } from '../model/limits.ts';
import { namedPolicy } from '../policies/policies.ts';
import { type At, keyOf, TemplateBuilder, words } from './layout/drawing.ts';
import { handedOn, HANDED_ON_RADIUS as RADIUS } from './layout/handedOn.ts';
import { CONTRIBUTORS, NORTH, type Site, SOUTH, WRITERS } from './readersSites.ts';
import type { Template } from './template.ts';
import { VOCABULARIES } from './vocabularies.ts';

/** From the paper to the sites above and below: far enough that no line to a site crosses another. */
const BAND = { above: 434, below: 390 };
const PADDING = 20;
/** Above a circle, for the name of its site and its own. */
const HEADER = 84;
const BETWEEN_SITES = 30;
/** Beside a site of two networks: lines to them pass there. */
const BESIDE_LARGE_SITE = 134;
/** The line to the outer network passes between the names of the two. */
const BETWEEN_NETWORKS = 150;
const PAPER: Position = { x: 0, y: 0 };

const ALONE = 'repair';
const THIN = 'fort';

export function readersNetwork(): Template {
  const drawing = new TemplateBuilder();
  drawPaper(drawing);
  const readers = new Map([...drawRow(drawing, NORTH, -1), ...drawRow(drawing, SOUTH, 1)]);
  for (const group of STUDY_GROUPS) drawStudyGroup(drawing, group, readers);
  for (const name of words(WRITERS)) drawing.remark(name, { caption: 'writer' });
  for (const name of words(CONTRIBUTORS)) drawing.remark(name, { caption: 'contributor' });
  drawNotes(drawing);
  return {
    id: 'readers-network',
    title: 'Readers around a paper',
    summary: 'A paper, the networks that hand it on at work, in barracks and schools, and study groups.',
    year: '2010s',
    source: 'Published accounts of work around a party paper',
    policy: namedPolicy('open'),
    nodes: drawing.nodes,
    links: drawing.links,
    vocabulary: VOCABULARIES['readers-network'],
  };
}

function drawPaper(drawing: TemplateBuilder): void {
  const { x, y } = PAPER;
  drawing.node('organization', 'paper', {
    label: 'The paper',
    caption: 'paper',
    at: [x, y],
    size: { width: 540, height: 152 },
  });
  const editorial = { label: 'Editorial', caption: 'editorial collective', at: [x, y + 24] as const };
  drawing.bodyOf('editorial', { ...editorial, people: 'Wen Roya Yuki Eva Umut' });
  drawing.link('membership', ['editorial', 'paper']);
  for (const [key, side, people] of [
    ['members-west', -1, 'Sina Arne Aiko Mahir'],
    ['members-east', 1, 'Feng Ilse Hans Kenji'],
  ] as const) {
    drawing.bodyOf(key, { label: 'Members', caption: 'members', at: [side * 526, 0], people, header: 124 });
  }
}

const widthOf = ({ networks }: Site) =>
  networks.length * 2 * RADIUS + (networks.length - 1) * BETWEEN_NETWORKS + 2 * PADDING;

function gapBetween(site: Site, next: Site | undefined): number {
  if (next === undefined) return 0;
  return site.networks.length === 1 && next.networks.length === 1 ? BETWEEN_SITES : BESIDE_LARGE_SITE;
}

/** A row of sites above (-1) or below (1) the band. Returns the outer readers of each network. */
function drawRow(
  drawing: TemplateBuilder,
  sites: readonly Site[],
  side: -1 | 1,
): [network: string, readers: string[]][] {
  const height = HEADER + 2 * RADIUS + PADDING;
  const y = side * ((side < 0 ? BAND.above : BAND.below) + height / 2);
  const gaps = sites.map((site, index) => gapBetween(site, sites[index + 1]));
  const total = sites.reduce((sum, site, index) => sum + widthOf(site) + (gaps[index] ?? 0), 0);
  const readers: [string, string[]][] = [];
  let left = -total / 2;
  for (const [place, site] of sites.entries()) {
    const width = widthOf(site);
    const { key, label, caption, networks } = site;
    drawing.node('area', key, { label, caption, at: [left + width / 2, y], size: { width, height } });
    networks.forEach((network, index) => {
      const at: At = [
        left + PADDING + RADIUS + index * (2 * RADIUS + BETWEEN_NETWORKS),
        y + (HEADER - PADDING) / 2,
      ];
      readers.push([network.key, drawNetwork(drawing, { site, network, at })]);
    });
    left += width + (gaps[place] ?? 0);
  }
  return readers;
}

const COLORS = [
  'assembly',
  'paint',
  'recruits',
  'apprentices',
  'day',
  'night',
  'drivers',
  'repair',
  'pickers',
  'crew',
  'students',
  'staff',
];

function drawNetwork(
  drawing: TemplateBuilder,
  { site, network: { key, label, people }, at }: { site: Site; network: Site['networks'][number]; at: At },
): string[] {
  const color = COLORS.indexOf(key) % LIMITS.colors;
  const outer = handedOn(drawing, key, {
    label,
    caption: 'network',
    at,
    color,
    people,
    from: PAPER,
    alone: key === ALONE,
  });
  drawing.link('membership', [key, site.key]);
  const [distributor = ''] = words(people);
  drawing.link('channel', ['paper', keyOf(distributor)]);
  const second = straightest(drawing, outer);
  if (site.networks.length === 1 && site.key !== THIN) {
    drawing.link('channel', ['paper', keyOf(second)]);
    drawing.remark(second, { caption: 'distributor' });
  }
  return outer;
}

/** Of the two who stand where the paper comes in, the one whose line is the steeper. */
function straightest(drawing: TemplateBuilder, outer: readonly string[]): string {
  const [first = '', last = ''] = [outer.at(0), outer.at(-1)];
  const aside = (name: string) => Math.abs(drawing.positionOf(name).x);
  return aside(first) < aside(last) ? first : last;
}

interface StudyGroup {
  readonly key: string;
  readonly at: At;
  readonly color: number;
  /** The member who leads it. */
  readonly leader: string;
  readonly networks: readonly string[];
}

const STUDY_GROUPS: readonly StudyGroup[] = [
  { key: 'study-1', at: [-860, -300], color: 0, leader: 'Sina', networks: ['assembly', 'paint'] },
  { key: 'study-2', at: [-220, -300], color: 2, leader: 'Aiko', networks: ['recruits'] },
  { key: 'study-3', at: [220, -300], color: 3, leader: 'Feng', networks: ['apprentices'] },
  { key: 'study-4', at: [860, -300], color: 4, leader: 'Hans', networks: ['day'] },
  { key: 'study-5', at: [-860, 300], color: 6, leader: 'Arne', networks: ['drivers', 'repair'] },
  { key: 'study-6', at: [-220, 300], color: 0, leader: 'Mahir', networks: ['pickers'] },
  { key: 'study-7', at: [220, 300], color: 1, leader: 'Ilse', networks: ['crew'] },
  { key: 'study-8', at: [860, 300], color: 2, leader: 'Kenji', networks: ['students', 'staff'] },
];

/** A group takes those of its networks' outer readers who are drawn nearest to it. */
function drawStudyGroup(
  drawing: TemplateBuilder,
  { key, at, color, leader, networks }: StudyGroup,
  readers: ReadonlyMap<string, readonly string[]>,
): void {
  const distance = (name: string) => {
    const { x, y } = drawing.positionOf(name);
    return Math.hypot(x - at[0], y - at[1]);
  };
  const taken = networks.flatMap((network) =>
    [...(readers.get(network) ?? [])]
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, networks.length === 1 ? 3 : 2),
  );
  drawing.cell(key, {
    label: 'Study group',
    caption: 'study group',
    at,
    color,
    seats: [leader, ...taken].join(' '),
  });
}

function drawNotes(drawing: TemplateBuilder): void {
  drawing.note('note-steps', {
    label: 'Step by step: reader, distributor, writer or contributor, study group, member.',
    at: [-1280, 0],
  });
  drawing.note('note-hands', {
    label: 'Each line is a paper handed on. Some readers hand on more.',
    at: [1280, 0],
  });
}
