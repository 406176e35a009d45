/**
 * The board of the design's pictures, in English and in Persian: the same people at the same places, so that the
 * page can be laid beside them.
 */
import type { LinkWish, NodeWish } from '../helpers/browserBoard.ts';

export type Language = 'en' | 'fa';
type Words = Readonly<Record<Language, string>>;

interface Sketch {
  readonly id: string;
  readonly kind: string;
  readonly name: Words;
  readonly at: readonly [x: number, y: number];
  readonly caption?: Words;
  readonly size?: readonly [width: number, height: number];
  readonly color?: number;
  readonly disclosure?: string;
}

const person = (id: string, en: string, fa: string, at: Sketch['at']): Sketch => ({
  id,
  kind: 'person',
  name: { en, fa },
  at,
});

const SKETCHES: readonly Sketch[] = [
  {
    id: 'riverside',
    kind: 'area',
    name: { en: 'Riverside', fa: 'کنار رود' },
    at: [217, 338],
    size: [262, 616],
  },
  {
    id: 'reading',
    kind: 'circle',
    name: { en: 'Reading circle', fa: 'حلقهٔ مطالعه' },
    at: [217, 195],
    size: [208, 208],
    color: 0,
  },
  {
    id: 'garden',
    kind: 'circle',
    name: { en: 'Garden circle', fa: 'حلقهٔ باغچه' },
    at: [217, 508],
    size: [216, 216],
    color: 3,
  },
  {
    id: 'friday',
    kind: 'circle',
    name: { en: 'Friday circle', fa: 'حلقهٔ جمعه' },
    at: [980, 176],
    size: [216, 216],
    color: 7,
  },
  {
    id: 'choir',
    kind: 'circle',
    name: { en: 'Choir circle', fa: 'حلقهٔ هم‌خوانی' },
    at: [958, 484],
    size: [208, 208],
    color: 6,
    disclosure: 'open',
  },
  { id: 'cell1', kind: 'cell', name: { en: 'Cell 1', fa: 'هستهٔ ۱' }, at: [440, 303], color: 4 },
  { id: 'cell2', kind: 'cell', name: { en: 'Cell 2', fa: 'هستهٔ ۲' }, at: [604, 437], color: 2 },
  { id: 'cell3', kind: 'cell', name: { en: 'Cell 3', fa: 'هستهٔ ۳' }, at: [769, 303], color: 5 },
  {
    id: 'centre',
    kind: 'body',
    name: { en: 'Centre', fa: 'مرکز' },
    caption: { en: 'Committee', fa: 'کمیته' },
    at: [604, 148],
    size: [156, 56],
  },
  {
    id: 'harbour',
    kind: 'organization',
    name: { en: 'Harbour Union', fa: 'اتحادیهٔ بندر' },
    at: [605, 640],
    size: [320, 152],
    color: 1,
  },
  {
    id: 'desk',
    kind: 'body',
    name: { en: 'Bulletin desk', fa: 'میز خبرنامه' },
    caption: { en: 'Bureau', fa: 'دفتر' },
    at: [605, 660],
    size: [148, 52],
  },
  {
    id: 'note',
    kind: 'note',
    name: {
      en: 'Agree the bulletin handover before the 12th. Ask Tariq.',
      fa: 'تحویل خبرنامه را پیش از دوازدهم هماهنگ کنید. از طارق بپرسید.',
    },
    at: [319, 712],
    size: [166, 88],
  },
  person('dara', 'Dara', 'دارا', [174, 149]),
  person('ada', 'Ada', 'آدا', [259, 149]),
  person('chen', 'Chen', 'چن', [174, 233]),
  person('bilal', 'Bilal', 'بلال', [259, 233]),
  person('esra', 'Esra', 'اسرا', [217, 444]),
  person('farid', 'Farid', 'فرید', [160, 486]),
  person('hana', 'Hana', 'هانا', [274, 486]),
  person('ivo', 'Ivo', 'ایوو', [181, 552]),
  person('goran', 'Goran', 'گوران', [252, 552]),
  person('omar', 'Omar', 'عمر', [980, 113]),
  person('noor', 'Noor', 'نور', [923, 153]),
  person('quinn', 'Quinn', 'کویین', [1037, 153]),
  person('petra', 'Petra', 'پترا', [944, 220]),
  person('rana', 'Rana', 'رعنا', [1015, 220]),
  person('mina', 'Mina', 'مینا', [958, 420]),
  person('kofi', 'Kofi', 'کوفی', [898, 480]),
  person('lena', 'Lena', 'لنا', [1018, 480]),
  person('jun', 'Jun', 'جون', [958, 540]),
  person('tariq', 'Tariq', 'طارق', [487, 658]),
  person('sofia', 'Sofia', 'سوفیا', [722, 658]),
];

const MEMBERS: Readonly<Record<string, string>> = {
  riverside: 'reading garden',
  reading: 'dara ada chen bilal',
  garden: 'esra farid hana ivo goran',
  friday: 'omar noor quinn petra rana',
  choir: 'mina kofi lena jun',
  harbour: 'tariq desk sofia',
  cell1: 'ada bilal esra',
  cell2: 'hana goran kofi',
  cell3: 'noor petra mina',
};

const LINKS: readonly (readonly [source: string, kind: string, target: string, label?: Words])[] = [
  ['reading', 'delegation', 'centre', { en: 'delegates', fa: 'نماینده' }],
  ['friday', 'delegation', 'centre', { en: 'delegates', fa: 'نماینده' }],
  ['centre', 'guidance', 'cell1'],
  ['centre', 'guidance', 'cell2', { en: 'guides', fa: 'راهنما' }],
  ['centre', 'guidance', 'cell3'],
  ['desk', 'channel', 'cell2', { en: 'bulletin', fa: 'خبرنامه' }],
  ['chen', 'contact', 'farid'],
  ['bilal', 'contact', 'hana'],
  ['farid', 'contact', 'goran'],
  ['goran', 'contact', 'tariq'],
  ['rana', 'contact', 'mina'],
  ['choir', 'tie', 'harbour'],
];

export const RIVERSIDE_TITLE: Words = { en: 'Riverside network', fa: 'شبکهٔ کنار رود' };

/** Its parts, for a board under the policy `fractions`: cells are detached, the circles internal. */
export function riverside(language: Language): { nodes: NodeWish[]; links: LinkWish[] } {
  const nodes = SKETCHES.map(
    ({ id, kind, name, at: [x, y], caption, size, color, disclosure }): NodeWish => ({
      id,
      kind,
      label: name[language],
      position: { x, y },
      ...(caption !== undefined && { caption: caption[language] }),
      ...(size !== undefined && { size: { width: size[0], height: size[1] } }),
      ...(color !== undefined && { color }),
      ...(disclosure !== undefined && { disclosure }),
      ...(id === 'note' && { audience: ['everyone'] }),
      ...(id === 'ada' && {
        notes: language === 'en' ? 'Keeps the reading list. Best reached on weekday evenings.' : '',
      }),
    }),
  );
  const memberships = Object.entries(MEMBERS).flatMap(([group, members]) =>
    members.split(' ').map((source): LinkWish => ({ kind: 'membership', source, target: group })),
  );
  const links = LINKS.map(
    ([source, kind, target, label]): LinkWish => ({
      kind,
      source,
      target,
      ...(label !== undefined && { label: label[language] }),
    }),
  );
  return { nodes, links: [...memberships, ...links] };
}
