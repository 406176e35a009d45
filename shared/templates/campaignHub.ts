/**
 * A hub of committees, campaigns, institutions and media around an executive, after a party's report of 2014.
 * Labels are Persian, captions translate them. Left to be found: the secular council has no spokesperson, the
 * institution against violence is one person, the video page reaches nobody, and Kaveh has four roles.
 */
import { namedPolicy } from '../policies/policies.ts';
import {
  CAMPAIGNS,
  type Campaign,
  COMMITTEES,
  inPersian,
  PARTNERS,
  PRESS,
  READERS,
  UNREAD,
} from './campaignHubPeople.ts';
import { type At, TemplateBuilder, words } from './layout/drawing.ts';
import type { Template } from './template.ts';
import { VOCABULARIES } from './vocabularies.ts';

const SPOKESPERSON = { label: 'سخنگو', caption: 'spokesperson' };
const EDITOR = { label: 'سردبیر', caption: 'editor' };
const PARTNER = { label: 'رابط', caption: 'contact person' };
/** Persian names start bodies on the right. */
const startsRight = true;

export function campaignHub(): Template {
  const drawing = new TemplateBuilder(inPersian);
  drawHub(drawing);
  drawCampaigns(drawing);
  drawPress(drawing);
  drawNetwork(drawing);
  drawPublic(drawing);
  drawNotes(drawing);
  return {
    id: 'campaign-hub',
    title: 'Campaign hub',
    summary: 'An executive with its committees, campaigns, institutions, press and channel, in Persian.',
    year: '2014',
    source: "An executive's published report to a party congress",
    policy: namedPolicy('open'),
    nodes: drawing.nodes,
    links: drawing.links,
    vocabulary: VOCABULARIES['campaign-hub'],
  };
}

function drawHub(drawing: TemplateBuilder): void {
  drawing.bodyOf('executive', {
    label: 'هیئت اجرایی',
    caption: 'Executive',
    at: [0, 0],
    columns: 4,
    startsRight,
    people: 'Kaveh Mina Arash Shirin Bahram Laleh Nasrin',
  });
  drawing.body('congress', { label: 'کنگره', caption: 'Congress', at: [-420, 0] });
  drawing.link('delegation', ['congress', 'executive'], { caption: 'elects' });
  for (const { key, fa, en, at, people } of COMMITTEES) {
    drawing.bodyOf(key, { label: fa, caption: en, at, people, columns: 2, startsRight });
    drawing.link('guidance', ['executive', key]);
  }
  drawing.seat('Kaveh', 'abroad');
  drawing.seat('Kaveh', 'publications');
  drawing.seat('Kaveh', 'youth');
}

function drawCampaigns(drawing: TemplateBuilder): void {
  const corners: readonly At[] = [
    [-950, -230],
    [950, -230],
    [-950, 230],
    [950, 230],
  ];
  CAMPAIGNS.forEach((campaign, index) => {
    drawCampaign(drawing, campaign, corners[index] ?? [0, 0]);
    drawing.link('guidance', ['executive', campaign.key]);
  });
}

/** A region with its institutions in two rows. */
function drawCampaign(
  drawing: TemplateBuilder,
  { key, fa, en, color, institutions }: Campaign,
  [x, y]: At,
): void {
  drawing.node('area', key, { label: fa, caption: en, at: [x, y], size: { width: 640, height: 384 } });
  institutions.forEach(({ key: institution, fa: label, en: caption, people }, index) => {
    const centred = institutions.length === 3 && index === 2;
    drawing.organization(institution, {
      label,
      caption: `${caption} · institution`,
      at: [x + (centred ? 0 : index % 2 === 0 ? -153 : 153), y + (index < 2 ? -70 : 98)],
      size: { width: 286, height: 144 },
      columns: 3,
      color,
      people,
    });
    drawing.link('membership', [institution, key]);
    const [spokesperson] = words(people);
    if (spokesperson !== undefined && institution !== 'secular') {
      drawing.role(spokesperson, institution, SPOKESPERSON);
    }
  });
}

function drawPress(drawing: TemplateBuilder): void {
  const [x, y]: At = [402, -690];
  const pitch = 250;
  /** At the right, where names begin: the line to the first reader passes beside that of the readers. */
  const aside = 60;
  const column = (index: number) => x + (index - 3.5) * pitch;
  drawing.node('area', 'press', {
    label: 'نشریات',
    caption: 'press',
    at: [x + aside / 2, y],
    size: { width: 2024 + aside, height: 424 },
  });
  drawing.link('guidance', ['publications', 'press']);
  const band = {
    label: 'خوانندگان',
    caption: 'readers',
    at: [x + aside / 2, y + 18] as const,
    size: { width: 1996 + aside, height: 100 },
  };
  drawing.node('area', 'readers', band);
  drawing.link('membership', ['readers', 'press']);
  const readers = words(READERS);
  readers.forEach((name, index) => {
    drawing.person(name, { at: [column(index), y + 18] });
    drawing.seat(name, 'readers');
  });
  PRESS.forEach((row, rowIndex) => {
    row.forEach(({ key, fa, en, people }, index) => {
      const at = [column(index), y + (rowIndex === 0 ? -120 : 150)] as const;
      drawing.bodyOf(key, { label: fa, caption: en, at, people, startsRight, header: 168, color: rowIndex });
      drawing.link('membership', [key, 'press']);
      drawing.role(people, key, EDITOR);
      const reader = readers[index];
      if (reader !== undefined && !UNREAD.has(key)) drawing.link('channel', [key, reader.toLowerCase()]);
    });
  });
}

function drawNetwork(drawing: TemplateBuilder): void {
  const [x, y]: At = [-1002, -690];
  drawing.node('organization', 'network', {
    label: 'شبکهٔ بین‌المللی',
    caption: 'International network',
    at: [x, y],
    size: { width: 704, height: 250 },
    color: 1,
  });
  drawing.link('guidance', ['abroad', 'network']);
  PARTNERS.forEach(({ key, fa, en, people }, index) => {
    const place = index < 3 ? x + (index - 1) * 226 : x + (index - 3.5) * 226;
    drawing.bodyOf(key, {
      label: fa,
      caption: en,
      header: 148,
      at: [place, y + (index < 3 ? -24 : 66)],
      people,
      startsRight,
      color: 1,
    });
    drawing.link('membership', [key, 'network']);
    drawing.role(people, key, PARTNER);
  });
}

function drawPublic(drawing: TemplateBuilder): void {
  drawing.bodyOf('channel', {
    label: 'کانال ماهواره‌ای',
    caption: 'Daily satellite channel',
    at: [0, 480],
    startsRight,
    people: 'Naghmeh Ahmad Sanaz Setareh',
  });
  drawing.link('guidance', ['media', 'channel']);
  const circle = drawing.circle.bind(drawing);
  circle('viewers', {
    label: 'بینندگان',
    caption: 'viewers',
    at: [500, 640],
    color: 7,
    people: 'Shahin Soheila Latif Mozhgan Nilufar Fereydun',
  });
  drawing.link('channel', ['channel', 'viewers'], { caption: 'broadcast' });
  circle('factory', {
    label: 'کارخانه',
    caption: 'workplace',
    at: [-500, 640],
    color: 3,
    people: 'Siavash Mahin Sohrab Parviz Azar',
  });
  circle('hospital', {
    label: 'بیمارستان',
    caption: 'workplace',
    at: [-860, 720],
    color: 3,
    people: 'Roya Taraneh Yashar Zohreh Mehri',
  });
  circle('contributors', {
    label: 'یاری‌دهندگان',
    caption: 'contributors',
    at: [860, 720],
    color: 0,
    people: 'Omid Mitra Shiva Karam Golbarg',
  });
  drawing.contacts('Negar–Mahin Mehran–Taraneh');
  drawing.link('tie', ['contributors', 'finance'], { caption: 'contributes' });
}

function drawNotes(drawing: TemplateBuilder): void {
  drawing.note('note-spokesperson', {
    label: 'هر نهاد با چهره‌های شناخته‌شده‌اش معرفی می‌شود.',
    at: [-110, 680],
  });
  drawing.note('note-costs', { label: 'هزینه‌های سالانه را یاری‌دهندگان می‌پردازند.', at: [110, 680] });
  drawing.note('note-report', { label: 'هیئت اجرایی به کنگره گزارش می‌دهد.', at: [420, 0] });
}
