/**
 * Work inside mass organisations, after a resolution of 1926: fractions in organisations that belong to
 * everybody in them, each guided by the party body of the same level. Left to be found: the relief society
 * and the rowing club have no fraction, and the Esperanto group hardly has anyone else.
 */
import { namedPolicy } from '../policies/policies.ts';
import { type At, TemplateBuilder } from './layout/drawing.ts';
import type { Template } from './template.ts';
import { VOCABULARIES } from './vocabularies.ts';

interface Organization {
  readonly key: string;
  readonly label: string;
  readonly caption: string;
  readonly at: At;
  readonly color: number;
  readonly people: string;
  /** Those of the people who form the fraction; empty where there is none. */
  readonly fraction: string;
}

const OUTER = 1040;
const INNER = 620;
const UP = -480;
const DOWN = 480;

const NATIONAL: readonly Organization[] = [
  {
    key: 'metal',
    label: "Metalworkers' union",
    caption: 'union · national',
    at: [-OUTER, UP],
    color: 1,
    people: 'Ismail Teo Lena Tariq Wen Roya Jamal Zoran Kaja Tanja Magda Dag',
    fraction: 'Kaja Tanja Magda Dag',
  },
  {
    key: 'coop',
    label: 'Co-operative union',
    caption: 'co-operative · national',
    at: [-INNER, UP],
    color: 4,
    people: 'Cyril Sanna Karim Janos Mina Maya Sami Wiktor Isak Aylin Felix Bruna',
    fraction: 'Aylin Isak Felix',
  },
  {
    key: 'peace',
    label: 'Peace league',
    caption: 'sympathising · national',
    at: [-INNER, DOWN],
    color: 7,
    people: 'Viktor Naima Carlos Mei Ahmed Kenji Anouk Anja Alma Xenia Ebba Mara',
    fraction: 'Naima Carlos Mei',
  },
];

const TOWN: readonly Organization[] = [
  {
    key: 'council',
    label: 'Factory council',
    caption: 'factory council · town',
    at: [INNER, UP],
    color: 0,
    people: 'Aldo Zara Jakob Freya Irena Mahir Damir Karl Mona Dorsa Farid Jun',
    fraction: 'Dorsa Mona Farid Jun',
  },
  {
    key: 'tenants',
    label: "Tenants' association",
    caption: "tenants' association · town",
    at: [OUTER, UP],
    color: 3,
    people: 'Adil Nasrin Arne Ivo Sven Enzo Hugo Lars Elif Pablo Priya Fikret',
    fraction: 'Priya Pablo Elif',
  },
  {
    key: 'relief',
    label: 'Relief society',
    caption: 'sympathising · town',
    at: [INNER, DOWN],
    color: 5,
    people: 'Dora Wanda Esra Salma Anton Leon Bao Henk Noor Eva Hassan Nuri',
    fraction: '',
  },
  {
    key: 'esperanto',
    label: 'Esperanto',
    caption: 'association · town',
    at: [OUTER, DOWN - 36],
    color: 6,
    people: 'Aiko Ada Davit Daria Ana',
    fraction: 'Ada Davit Daria Aiko',
  },
];

/** A cell stands between its organization and the middle; below, beside the header of the organization. */
const fractionAt = ([x, y]: At): At => (y < 0 ? [x, -205] : [x + 100, 205]);

export function fractions(): Template {
  const drawing = new TemplateBuilder();
  drawLevel(drawing, {
    body: {
      key: 'national',
      label: 'National',
      caption: 'guiding body · national',
      at: [-830, 0],
      people: 'Birgit Mehdi Narin Bela',
    },
    level: 'national',
    organizations: NATIONAL,
  });
  drawLeague(drawing);
  drawLevel(drawing, {
    body: {
      key: 'town',
      label: 'Town',
      caption: 'guiding body · town',
      at: [830, 0],
      people: 'Simon Katya Murat Nadia',
    },
    level: 'town',
    organizations: TOWN,
  });
  drawing.link('guidance', ['national', 'town']);
  drawCommittees(drawing);
  drawPublisher(drawing);
  drawNotes(drawing);
  return {
    id: 'fractions',
    title: 'Fractions in organisations',
    summary: 'Mass organisations, the fractions in them, united-front committees and a publisher.',
    year: '1926',
    source: 'Published resolution on work in mass organisations',
    policy: namedPolicy('fractions'),
    nodes: drawing.nodes,
    links: drawing.links,
    vocabulary: VOCABULARIES.fractions,
  };
}

interface FractionLevel {
  readonly body: { key: string; label: string; caption: string; at: At; people: string };
  readonly level: string;
  readonly organizations: readonly Organization[];
}

function drawLevel(drawing: TemplateBuilder, { body, level, organizations }: FractionLevel): void {
  drawing.bodyOf(body.key, body);
  for (const { fraction, ...organization } of organizations) {
    drawing.organization(organization.key, { ...organization, columns: 4 });
    if (fraction === '') continue;
    drawFraction(drawing, {
      ...organization,
      seats: fraction,
      caption: `fraction · ${level}`,
      guide: body.key,
    });
  }
}

function drawFraction(
  drawing: TemplateBuilder,
  {
    key,
    at,
    color,
    seats,
    caption,
    guide,
  }: { key: string; at: At; color: number; seats: string; caption: string; guide: string },
): void {
  const cell = `${key}-fraction`;
  drawing.cell(cell, { label: 'Fraction', caption, at: fractionAt(at), color, seats });
  drawing.link('membership', [cell, key]);
  drawing.link('guidance', [guide, cell]);
}

/** The league has members of its own, and a club that joined as a whole. */
function drawLeague(drawing: TemplateBuilder): void {
  const [x, y]: At = [-OUTER, DOWN + 45];
  const league = { key: 'league', color: 2, at: [-OUTER, DOWN] as At };
  drawing.organization('league', {
    label: 'Sports league',
    caption: 'sports league · national',
    at: [x, y],
    color: league.color,
    size: { width: 368, height: 372 },
    columns: 4,
    people: 'Astrid Klara Selma Omid Miro Amal Malik',
  });
  drawing.organization('club', {
    label: 'Rowing club',
    caption: 'sports club · town',
    at: [x, y + 102],
    color: 1,
    columns: 3,
    people: 'Helga Yuki Quinn',
    size: { width: 330, height: 140 },
  });
  drawing.link('membership', ['club', 'league'], { caption: 'collective' });
  drawing.link('membership', ['helga', 'league'], { caption: 'delegate' });
  drawFraction(drawing, {
    ...league,
    seats: 'Klara Selma Omid',
    caption: 'fraction · national',
    guide: 'national',
  });
}

function drawCommittees(drawing: TemplateBuilder): void {
  drawing.bodyOf('hours', {
    label: 'Eight hours',
    caption: 'united-front committee',
    at: [0, UP],
    columns: 4,
    people: 'Jana Hana Yasmin Igor Anya Nora Rita',
  });
  drawing.bodyOf('aid', {
    label: 'Winter aid',
    caption: 'united-front committee',
    at: [0, DOWN - 20],
    columns: 4,
    people: 'Emil Georg Asha Femi Galina Sigrid Pavel',
  });
  drawing.link('delegation', ['coop', 'hours'], { caption: 'sends' });
  drawing.link('delegation', ['council', 'hours'], { caption: 'sends' });
  drawing.link('delegation', ['peace', 'aid'], { caption: 'sends' });
  drawing.link('delegation', ['relief', 'aid'], { caption: 'sends' });
  drawing.seat('Igor', 'council');
  drawing.seat('Femi', 'relief');
}

function drawPublisher(drawing: TemplateBuilder): void {
  drawing.circle('readers', {
    label: 'Readers',
    caption: 'readers',
    at: [0, -190],
    people: 'Agnes Timur Yusuf Joao Chidi Zeki Umut Yonas Kofi',
  });
  drawing.bodyOf('publisher', {
    label: 'New Pages',
    caption: 'publishing house',
    at: [0, 110],
    color: 4,
    people: 'Ben Bodil Efe Azad',
    disclosure: 'open',
  });
  drawing.fan('channel', 'publisher', ['readers', 'coop', 'council', 'peace', 'relief']);
}

function drawNotes(drawing: TemplateBuilder): void {
  drawing.note('note-member', {
    label: 'To the organisation, those in a fraction are members like any other.',
    at: [-110, 640],
  });
  drawing.note('note-level', { label: 'A fraction is guided by the body of its own level.', at: [110, 640] });
}
