/**
 * What captions say: the words of the templates' vocabularies that checks go by, in English and Persian. A
 * caption says a word when it contains it, whatever else it says ("Weekly publication" is a publication), in
 * any case and with or without Persian vowel marks. What follows " · " is a level ("fraction · town").
 */
import { plainCaption } from '../templates/plainCaption.ts';
import type { PictureLink, PictureNode } from './picture.ts';

/** Each form as `plainCaption` leaves it. */
export const WORDS = {
  centre: ['centre', 'center', 'مرکز'],

  factoryCell: ['factory cell', 'حوزه کارخانه'],
  streetCell: ['street cell', 'حوزه خیابان'],
  bureau: ['bureau', 'دفتر'],
  districtBureau: ['district bureau', 'دفتر بخش'],
  areaCommittee: ['area committee', 'کمیته ناحیه'],
  appointed: ['appointed', 'منصوب'],
  district: ['district', 'بخش'],
  localGroup: ['local group', 'گروه محلی'],
  area: ['area', 'ناحیه'],
  helps: ['helps', 'کمک می‌کند'],

  fraction: ['fraction', 'فراکسیون'],
  guidingBody: ['guiding body', 'ارگان رهبری'],
  delegate: ['delegate', 'نماینده'],

  executive: ['executive', 'هییت اجرایی'],
  institution: ['institution', 'نهاد'],
  spokesperson: ['spokesperson', 'سخنگو'],
  editor: ['editor', 'سردبیر'],
  publication: ['publication', 'نشریه'],
  channel: ['channel', 'کانال'],
  website: ['website', 'وبگاه'],
  page: ['page', 'صفحه'],
  broadcast: ['broadcast', 'رادیو'],

  paper: ['paper', 'نشریه'],
  workplace: ['workplace', 'محل کار'],
  barracks: ['barracks', 'پادگان'],
  school: ['school', 'مدرسه'],
  network: ['network', 'شبکه'],
  studyGroup: ['study group', 'گروه مطالعه'],
  reader: ['reader', 'خواننده'],
} as const;
export type CaptionWord = keyof typeof WORDS;

const LEVEL = ' · ';

/** Whether a node's caption says that it is one of these. */
export function isCalled({ caption }: PictureNode, ...words: readonly CaptionWord[]): boolean {
  return words.some((word) => saysWord(caption, word));
}

/** Whether a link's caption or label says it. */
export function says({ caption, label }: PictureLink, word: CaptionWord): boolean {
  return saysWord(caption, word) || saysWord(label, word);
}

export function hasCaption({ caption = '' }: PictureNode): boolean {
  return caption.trim() !== '';
}

/** The level a caption ends with; null where it says none. */
export function levelOf({ caption = '' }: PictureNode): string | null {
  const at = caption.lastIndexOf(LEVEL);
  const level = at < 0 ? '' : plainCaption(caption.slice(at + LEVEL.length)).trim();
  return level === '' ? null : level;
}

/** The first whole number in a text, in Latin, Persian or Arabic digits; null where there is none. */
export function numberIn(text = ''): number | null {
  const digits = text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .match(/\d+/);
  return digits === null ? null : Number(digits[0]);
}

function saysWord(text: string | undefined, word: CaptionWord): boolean {
  if (text === undefined || text === '') return false;
  const said = ` ${plainCaption(text)} `;
  return WORDS[word].some((form) => said.includes(` ${form} `));
}
