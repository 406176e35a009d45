/**
 * Pictures of the real page on real boards, made anew by one command: the design's six screens, each on a
 * desktop, on a phone, in the dark and in Persian, into `shots/`, which is not committed; those the README and
 * the notes on the templates show into `shared/docs/images/`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { en, type Messages } from '../../client/ui/messages/en.ts';
import { fa } from '../../client/ui/messages/fa.ts';
import { TEMPLATE_IDS } from '../../shared/templates/template.ts';
import { Board } from '../helpers/browserBoard.ts';
import { chromiumOptions, ensureChromium } from '../helpers/chromium.ts';
import { startServer } from '../helpers/server.ts';
import { withPalette } from './palettePng.ts';
import { type Language, RIVERSIDE_TITLE, riverside } from './riverside.ts';

const OUT = 'shots';
const IMAGES = 'shared/docs/images';
const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** As long as a zoom to fit and a popup's arrival take. */
const IDLE_MS = 700;
const MESSAGES: Readonly<Record<Language, Messages>> = { en, fa };

interface Variant {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly language: Language;
}

const VARIANTS: readonly Variant[] = [
  { name: '', options: DESKTOP, language: 'en' },
  { name: '-phone', options: PHONE, language: 'en' },
  { name: '-dark', options: { ...DESKTOP, colorScheme: 'dark' }, language: 'en' },
  { name: '-fa', options: DESKTOP, language: 'fa' },
];
const DARK_FA: Variant = { name: '', options: { ...DESKTOP, colorScheme: 'dark' }, language: 'fa' };
const DARK_FA_PHONE: Variant = { name: '-phone', options: { ...PHONE, colorScheme: 'dark' }, language: 'fa' };

async function launch(): Promise<Browser> {
  ensureChromium();
  return chromium.launch(chromiumOptions());
}

/** Boards opened before, as this device would remember them. */
async function recents(boards: Readonly<Record<Language, Board>>, origin: string, language: Language) {
  const hour = 3_600_000;
  const rows: { board: Board; title: string; eyes: string; ago: number }[] = [
    { board: boards[language], title: RIVERSIDE_TITLE[language], eyes: 'facilitator', ago: 0.03 },
  ];
  for (const [index, template] of (['fractions', 'territorial', 'readers-network'] as const).entries()) {
    rows.push({
      board: await Board.make(origin, { template }),
      title: MESSAGES[language].start.templates[template].name,
      eyes: ['participant', 'everyone', 'facilitator'][index] ?? '',
      ago: [25, 24 * 8, 24 * 13][index] ?? 1,
    });
  }
  return rows.map(({ board, title, eyes, ago }) => ({
    board: board.id,
    secret: new URL(board.link).hash.slice(1),
    title,
    role: eyes === 'facilitator' ? 'facilitator' : 'editor',
    eyes,
    opened: Date.now() - ago * hour,
  }));
}

/** A page of somebody's own. */
async function open(browser: Browser, { options, language }: Variant, recent: unknown = []): Promise<Page> {
  const context = await browser.newContext(options);
  await context.addInitScript(
    ([locale, boards]) => {
      if (localStorage.getItem('cellboard.locale') !== null) return;
      localStorage.setItem('cellboard.locale', locale);
      localStorage.setItem('cellboard.recent', boards);
    },
    [language, JSON.stringify(recent)] as const,
  );
  return context.newPage();
}

async function join(page: Page, link: string, who: { name: string; language: Language }): Promise<void> {
  const { join } = MESSAGES[who.language];
  await page.goto(link);
  await page.getByLabel(join.name).fill(who.name);
  await page.getByRole('button', { name: join.enter }).click();
  await page.locator('.live-state[data-state="live"]').waitFor({ state: 'attached' });
  await page.locator('.react-flow__node').first().waitFor();
}

async function shoot(page: Page, file: string): Promise<void> {
  await page.waitForTimeout(IDLE_MS);
  await page.screenshot({ path: file });
  console.log(file);
}

/** In the design's pictures the board begins under the top bar, and in Persian beside the inspector. */
const ORIGIN = { ltr: { x: 0, y: 48 }, rtl: { x: 263, y: 48 } } as const;

/** A picture for the docs, which are kept small. */
function show(file: string, target: string): void {
  writeFileSync(target, withPalette(readFileSync(file)));
}

/** Brings the board to the design's place, at 100 %. On a phone it stays as it was fitted. */
async function asDrawn(page: Page, board: Board): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) < 1000) return;
  await page.waitForTimeout(IDLE_MS);
  await page.keyboard.press('Control+0');
  await page.waitForTimeout(IDLE_MS);
  const { nodes } = await board.elements();
  const node = page.locator('.react-flow__node').first();
  const id = await node.getAttribute('data-id');
  const box = await node.boundingBox();
  const place = nodes.find((each) => each.id === id)?.position;
  if (box === null || place === undefined) return;
  const direction = (await page.locator('html').getAttribute('dir')) === 'rtl' ? 'rtl' : 'ltr';
  const { x, y } = ORIGIN[direction];
  await page.mouse.move(720, 700);
  await page.mouse.wheel(box.x + box.width / 2 - place.x - x, box.y + box.height / 2 - place.y - y);
}

interface Stage {
  readonly browser: Browser;
  readonly origin: string;
  readonly boards: Readonly<Record<Language, Board>>;
}

async function labelled(board: Board, name: Record<Language, string>, language: Language): Promise<string> {
  return board.idOf(name[language]);
}

const CELL_2 = { en: 'Cell 2', fa: 'هستهٔ ۲' };
const ADA = { en: 'Ada', fa: 'آدا' };
const MINA = { en: 'Mina', fa: 'مینا' };
const CENTRE = { en: 'Centre', fa: 'مرکز' };

async function click(page: Page, id: string): Promise<void> {
  await page.locator(`.react-flow__node[data-id="${id}"]`).click({ force: true });
}

/** The screens of one variant. Others are on the board with their cursors. */
async function screens({ browser, origin, boards }: Stage, variant: Variant): Promise<void> {
  const { name, language } = variant;
  const board = boards[language];
  const words = MESSAGES[language];
  const recent = await recents(boards, origin, language);
  const sara = await open(browser, variant, recent);
  await sara.goto(origin);
  await sara.locator('.template-thumb svg').nth(5).waitFor();
  await shoot(sara, `${OUT}/start${name}.png`);

  await join(sara, board.link, { name: language === 'en' ? 'Sara' : 'سارا', language });
  await asDrawn(sara, board);
  await click(sara, await labelled(board, ADA, language));
  await shoot(sara, `${OUT}/facilitator${name}.png`);
  await sara.keyboard.press('Escape');
  await sara.keyboard.press('Escape');

  const lens = sara.locator('.lens-button');
  if ((await lens.count()) > 0 && (await lens.isVisible())) {
    await lens.click();
    await sara.waitForTimeout(IDLE_MS);
    await chooseLensViewpoint(sara, CELL_2[language]);
    await click(sara, await labelled(board, MINA, language));
    await shoot(sara, `${OUT}/lens${name}.png`);
    await sara.keyboard.press('Escape');
    await lens.click();
  }

  await sara.getByRole('button', { name: words.top.share, exact: true }).click();
  await sara.getByRole('dialog').getByRole('table').waitFor();
  await shoot(sara, `${OUT}/share${name}.png`);
  await sara.context().close();

  const hana = await open(browser, variant);
  await join(
    hana,
    (await board.invite({ viewpoint: await labelled(board, CELL_2, language), role: 'editor' })).url,
    {
      name: language === 'en' ? 'Hana' : 'هانا',
      language,
    },
  );
  await asDrawn(hana, board);
  await click(hana, await labelled(board, CENTRE, language));
  await hana.keyboard.press('Delete');
  await click(hana, await labelled(board, CELL_2, language));
  await shoot(hana, `${OUT}/cell${name}.png`);
  await hana.context().close();
}

async function chooseLensViewpoint(page: Page, name: string): Promise<void> {
  await page.locator('.lens-bar .picker-button').first().click();
  await page.getByRole('option', { name }).first().click();
  await page.waitForTimeout(IDLE_MS);
}

async function darkRtl({ browser, boards }: Stage, variant: Variant): Promise<void> {
  const page = await open(browser, variant);
  await join(page, boards.fa.link, { name: 'سارا', language: 'fa' });
  await asDrawn(page, boards.fa);
  await click(page, await labelled(boards.fa, CELL_2, 'fa'));
  await shoot(page, `${OUT}/dark-rtl${variant.name}.png`);
  await page.context().close();
}

/** A cell and somebody of a circle are on the board too, with their cursors where the design has them. */
async function company({ browser, boards }: Stage): Promise<() => Promise<void>> {
  const variant = { name: '', options: DESKTOP, language: 'en' } as const;
  const who = [
    { name: 'Hana', at: CELL_2, cursor: [402, 452] },
    { name: 'Quinn', at: { en: 'Friday circle', fa: 'حلقهٔ جمعه' }, cursor: [712, 112] },
    { name: 'Mina', at: { en: 'Choir circle', fa: 'حلقهٔ هم‌خوانی' }, cursor: null },
  ] as const;
  const pages: Page[] = [];
  for (const { name, at, cursor } of who) {
    const page = await open(browser, variant);
    const url = (await boards.en.invite({ viewpoint: await labelled(boards.en, at, 'en'), role: 'editor' }))
      .url;
    await join(page, url, { name, language: 'en' });
    pages.push(page);
    if (cursor === null) continue;
    await asDrawn(page, boards.en);
    await page.waitForTimeout(IDLE_MS);
    await page.mouse.move(cursor[0], cursor[1]);
  }
  return async () => {
    for (const page of pages) await page.context().close();
  };
}

/** Each template whole, as its facilitator first sees it. */
async function templates({ browser, origin }: Stage): Promise<void> {
  mkdirSync(`${IMAGES}/templates`, { recursive: true });
  const variant = { name: '', options: DESKTOP, language: 'en' } as const;
  for (const template of TEMPLATE_IDS) {
    const board = await Board.make(origin, { template });
    const page = await open(browser, variant);
    await join(page, board.link, { name: 'Sara', language: 'en' });
    await shoot(page, `${OUT}/template-${template}.png`);
    show(`${OUT}/template-${template}.png`, `${IMAGES}/templates/${template}.png`);
    await page.context().close();
  }
}

async function riversideBoard(origin: string, language: Language): Promise<Board> {
  const board = await Board.make(origin, { title: RIVERSIDE_TITLE[language], policy: 'fractions' });
  await board.add(riverside(language));
  return board;
}

if (process.argv.length === 2) rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
mkdirSync(IMAGES, { recursive: true });
const server = await startServer();
const browser = await launch();
/** Names of screens, where not all are wanted. */
const wanted = process.argv.slice(2);
const want = (what: string) => wanted.length === 0 || wanted.includes(what);
try {
  const origin = server.url;
  const boards = { en: await riversideBoard(origin, 'en'), fa: await riversideBoard(origin, 'fa') };
  const stage = { browser, origin, boards };
  if (want('screens')) {
    const leave = await company(stage);
    for (const variant of VARIANTS) await screens(stage, variant);
    for (const variant of [DARK_FA, DARK_FA_PHONE]) await darkRtl(stage, variant);
    await leave();
    for (const name of ['facilitator', 'cell']) show(`${OUT}/${name}.png`, `${IMAGES}/${name}.png`);
  }
  if (want('templates')) await templates(stage);
} finally {
  await browser.close();
  await server.stop();
}
