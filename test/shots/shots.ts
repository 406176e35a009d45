/**
 * Pictures of the real page on the example board, made anew by one command: every screen into `shots/`, which
 * is not committed, and the few the README shows into `shared/docs/images/`.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test';
import { findChromium } from '../chromium.mjs';
import { Board } from '../helpers/browserBoard.ts';
import { Person } from '../helpers/browserPerson.ts';
import { startServer } from '../helpers/server.ts';

const OUT = 'shots';
const README_IMAGES = 'shared/docs/images';
const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** As long as a zoom to fit and a toast's arrival take. */
const CALM_MS = 900;

async function launch(): Promise<Browser> {
  const executablePath = findChromium() ?? undefined;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [...asRoot, '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
}

async function person(browser: Browser, name: string, options: BrowserContextOptions): Promise<Person> {
  return Person.in(await browser.newContext(options), name);
}

async function shoot({ page }: Person, name: string): Promise<void> {
  await page.waitForTimeout(CALM_MS);
  await page.screenshot({ path: `${OUT}/${name}.png` });
  console.log(`${OUT}/${name}.png`);
}

async function screens(browser: Browser, origin: string, link: string): Promise<void> {
  const board = await Board.at(link);
  const sara = await person(browser, 'Sara', DESKTOP);
  await sara.page.goto(origin);
  await shoot(sara, 'start');
  await sara.join(link);
  const hana = await person(browser, 'Hana', DESKTOP);
  await hana.join(await board.linkFor('Cell 1'));
  const omar = await person(browser, 'Omar', DESKTOP);
  await omar.join(await board.linkFor('Harbour'));
  await hana.page.mouse.move(560, 470);
  await omar.page.mouse.move(720, 330);
  await shoot(sara, 'facilitator');
  await shoot(hana, 'cell');
  await sara.node(await board.idOf('Chen')).click();
  await shoot(sara, 'inspector');
  await sara.page.keyboard.press('Escape');
  await sara.page.getByRole('button', { name: 'Share' }).click();
  await shoot(sara, 'share');

  const mina = await person(browser, 'Mina', PHONE);
  await mina.join(await board.linkFor('Cell 1'));
  await shoot(mina, 'phone');
  const dara = await person(browser, 'Dara', { ...DESKTOP, colorScheme: 'dark' });
  await dara.join(link);
  await shoot(dara, 'dark');
  const context = await browser.newContext({ ...DESKTOP, colorScheme: 'dark' });
  await context.addInitScript(() => localStorage.setItem('cellboard.locale', 'fa'));
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForTimeout(CALM_MS);
  await page.screenshot({ path: `${OUT}/start-fa.png` });
}

mkdirSync(OUT, { recursive: true });
mkdirSync(README_IMAGES, { recursive: true });
const server = await startServer();
const browser = await launch();
try {
  await screens(browser, server.url, server.exampleLink);
  for (const name of ['facilitator', 'cell'])
    copyFileSync(`${OUT}/${name}.png`, `${README_IMAGES}/${name}.png`);
} finally {
  await browser.close();
  await server.stop();
}
