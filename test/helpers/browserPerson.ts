/**
 * A person at a browser of their own: a context, a page, and what they do on a board. Everything waits for
 * what it needs; nothing sleeps. What goes wrong in the page is gathered, so that a test fails on it.
 */
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the canvas of a page shows, in places on the screen. */
interface View {
  readonly origin: Point;
  readonly zoom: number;
  readonly middle: Point | null;
}

/** A sign of trouble that a test brings about on purpose. */
export type Expected = RegExp;

/** Said by Chromium whenever the server is away, or goes while something is under way. */
export const SERVER_AWAY: Expected =
  /WebSocket connection to .* failed|ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE)/;
export const ANSWERED = (status: number): Expected => new RegExp(`status of ${status}`);

export class Person {
  readonly name: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #troubles: string[] = [];
  readonly #expected: Expected[] = [];
  readonly #received: Buffer[] = [];
  readonly #bodies: Promise<void>[] = [];

  private constructor(name: string, context: BrowserContext, page: Page) {
    this.name = name;
    this.context = context;
    this.page = page;
  }

  static async in(context: BrowserContext, name: string): Promise<Person> {
    const page = await context.newPage();
    const person = new Person(name, context, page);
    await person.#listen();
    return person;
  }

  /** Opens a link and joins the board under this person's name. */
  async join(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByLabel('Your name').fill(this.name);
    await this.page.getByRole('button', { name: 'Join board' }).click();
    await this.onBoard();
  }

  /** Waits until the board is there, live and whole, and the view stands where it opens. */
  async onBoard(): Promise<void> {
    await this.page.locator('.canvas:not([data-unplaced])').waitFor();
    await this.page.locator('.live-state[data-state="live"]').waitFor({ state: 'attached' });
  }

  get canvas(): Locator {
    return this.page.getByRole('application', { name: 'Board canvas' });
  }

  get saved(): Locator {
    return this.page.getByTestId('saved');
  }

  /** Waits until everything this person did is with the server, and kept there. */
  async allSaved(): Promise<void> {
    await expect(this.saved).toHaveAttribute('data-state', 'saved');
  }

  get toasts(): Locator {
    return this.page.locator('.toast-title');
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' });
  }

  /** The field in which a name is typed on the canvas. */
  get nameField(): Locator {
    return this.canvas.locator('.rename');
  }

  node(id: string): Locator {
    return this.canvas.locator(`.react-flow__node[data-id="${id}"]`);
  }

  link(id: string): Locator {
    return this.canvas.locator(`.react-flow__edge[data-id="${id}"]`);
  }

  /** Ids of everything drawn, sorted. Memberships drawn as containment are no lines of their own. */
  async drawn(): Promise<{ nodes: string[]; links: string[] }> {
    const ids = (selector: string) =>
      this.canvas
        .locator(selector)
        .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-id') ?? '').sort());
    return { nodes: await ids('.react-flow__node'), links: await ids('.react-flow__edge') };
  }

  /** Where a place on the board is on the screen. */
  async toScreen({ x, y }: Point): Promise<Point> {
    const { origin, zoom } = await this.#view();
    return { x: origin.x + x * zoom, y: origin.y + y * zoom };
  }

  async zoom(): Promise<number> {
    return (await this.#view()).zoom;
  }

  /** The middle of a node, on the screen. */
  async middleOf(id: string): Promise<Point> {
    return (await this.#viewOf(id)).middle;
  }

  /** Where a node is drawn, on the board. */
  async placeOf(id: string): Promise<Point> {
    const { origin, zoom, middle } = await this.#viewOf(id);
    return { x: (middle.x - origin.x) / zoom, y: (middle.y - origin.y) / zoom };
  }

  /** Waits until a node is drawn at a place on the board, within a unit. */
  async expectAt(id: string, { x, y }: Point): Promise<void> {
    const away = async () => {
      const at = await this.placeOf(id);
      return Math.round(Math.hypot(at.x - x, at.y - y));
    };
    await expect.poll(away, { message: `${id} is drawn for ${this.name} at ${x}, ${y}` }).toBe(0);
  }

  /** Drags a node until its middle lies at a place on the board. `by` is the point it is held at, from its middle. */
  async drag(id: string, to: Point, by: Point = { x: 0, y: 0 }): Promise<void> {
    await this.pickUp(id, by);
    await this.moveHeld(to, by);
    await this.page.mouse.up();
  }

  async pickUp(id: string, by: Point = { x: 0, y: 0 }): Promise<void> {
    const zoom = await this.zoom();
    const from = await this.middleOf(id);
    await this.page.mouse.move(from.x + by.x * zoom, from.y + by.y * zoom);
    await this.page.mouse.down();
    // A first short step, as a hand makes it: only from there on is it a drag and not a click.
    await this.page.mouse.move(from.x + by.x * zoom + 2, from.y + by.y * zoom + 3);
  }

  async moveHeld(to: Point, by: Point = { x: 0, y: 0 }): Promise<void> {
    const { x, y } = await this.toScreen({ x: to.x + by.x, y: to.y + by.y });
    await this.page.mouse.move(x, y, { steps: 6 });
  }

  /** Clicks the bare board at a place. */
  async clickAt(at: Point): Promise<void> {
    const { x, y } = await this.toScreen(at);
    await this.page.mouse.click(x, y);
  }

  async select(id: string, by: Point = { x: 0, y: 0 }): Promise<void> {
    const zoom = await this.zoom();
    const { x, y } = await this.middleOf(id);
    await this.page.mouse.click(x + by.x * zoom, y + by.y * zoom);
    await this.page.locator(`.react-flow__node.selected[data-id="${id}"]`).waitFor();
  }

  /** Opens the name of a node for typing, the caret at its end. */
  async openName(id: string, by: Point = { x: 0, y: 0 }): Promise<Locator> {
    const zoom = await this.zoom();
    const { x, y } = await this.middleOf(id);
    await this.page.mouse.dblclick(x + by.x * zoom, y + by.y * zoom);
    await this.nameField.waitFor();
    await this.nameField.press('End');
    return this.nameField;
  }

  async rename(id: string, name: string, by: Point = { x: 0, y: 0 }): Promise<void> {
    const field = await this.openName(id, by);
    await field.fill(name);
    await field.press('Enter');
    await field.waitFor({ state: 'detached' });
  }

  /** Picks a tool by its key and clicks the board. Ends with a name, where one is given. */
  async place(key: string, at: Point, name?: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.clickAt(at);
    await this.nameField.waitFor();
    if (name === undefined) return;
    await this.page.keyboard.type(name);
    await this.nameField.press(key === 'n' ? 'Control+Enter' : 'Enter');
    await this.nameField.waitFor({ state: 'detached' });
  }

  /** Draws a link with the link tool and chooses its kind. */
  async connect(source: string, target: string, kind: string): Promise<void> {
    await this.page.keyboard.press('l');
    for (const id of [source, target]) {
      const { x, y } = await this.middleOf(id);
      await this.page.mouse.click(x, y);
    }
    await this.page.getByRole('menuitem', { name: kind, exact: true }).click();
  }

  /** Chooses from a field that opens a list. */
  async choose(field: Locator, option: string): Promise<void> {
    await field.click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Takes this person's network away. */
  async cutOff(): Promise<void> {
    this.expects(SERVER_AWAY, /ERR_INTERNET_DISCONNECTED/);
    await this.context.setOffline(true);
  }

  async reconnect(): Promise<void> {
    await this.context.setOffline(false);
  }

  /** Every frame and every answer of the interface that came to this browser, one after the other. */
  async received(): Promise<Buffer> {
    await Promise.all(this.#bodies);
    return Buffer.concat(this.#received);
  }

  /** What the page shows and what it has put by: its document, and whatever it keeps in this browser. */
  async kept(): Promise<string> {
    return this.page.evaluate(async () => {
      const of = (storage: Storage) => JSON.stringify({ ...storage });
      const databases: unknown[] = [];
      for (const { name } of (await indexedDB.databases?.()) ?? []) {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name ?? '');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        for (const store of db.objectStoreNames) {
          const all = db.transaction(store).objectStore(store).getAll();
          databases.push(await new Promise((resolve) => (all.onsuccess = () => resolve(all.result))));
        }
        db.close();
      }
      const caches = 'caches' in window ? await window.caches.keys() : [];
      const document = window.document.documentElement.outerHTML;
      return [document, of(localStorage), of(sessionStorage), JSON.stringify(databases), caches].join('\n');
    });
  }

  /** Whether a text came to this browser, in a frame or in an answer. */
  async hasReceived(text: string): Promise<boolean> {
    await Promise.all(this.#bodies);
    return this.#received.some((bytes) => bytes.includes(text));
  }

  /** What is said in the console from now on, and matches, is no trouble. */
  expects(...signs: Expected[]): void {
    this.#expected.push(...signs);
  }

  get troubles(): readonly string[] {
    return this.#troubles.filter((trouble) => !this.#expected.some((sign) => sign.test(trouble)));
  }

  async #listen(): Promise<void> {
    const { page } = this;
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`content security policy: ${violatedDirective} ${blockedURI}`);
      });
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.#troubles.push(`${this.name}: ${message.text()} (${message.location().url})`);
      }
    });
    page.on('pageerror', (error) => this.#troubles.push(`${this.name}: ${error.stack ?? error.message}`));
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.#received.push(Buffer.from(payload)));
    });
    page.on('response', (response) => {
      if (!new URL(response.url()).pathname.startsWith('/api/')) return;
      const taken = response.body().then(
        (body) => void this.#received.push(body),
        // An answer of a page that was left meanwhile: nobody read it.
        () => {},
      );
      this.#bodies.push(taken);
    });
  }

  /** Zooms out, or in, about the middle until a zoom is reached that the keys reach. */
  async zoomTo(zoom: number): Promise<void> {
    for (let at = await this.zoom(); Math.abs(at - zoom) > 0.12 * zoom; at = await this.zoom()) {
      await this.page.keyboard.press(at > zoom ? 'Control+-' : 'Control+=');
      await expect.poll(() => this.zoom()).not.toBe(at);
    }
  }

  /** Where the board's origin is on the screen, how large a unit is, and the middle of a node. */
  async #viewOf(id: string): Promise<View & { middle: Point }> {
    await this.node(id).waitFor();
    const { middle, ...view } = await this.#view(id);
    if (middle === null) throw new Error(`${id} is not on the screen of ${this.name}.`);
    return { ...view, middle };
  }

  /** All at one moment, and once it has stayed for a frame: a view that goes somewhere is waited for. */
  #view(id?: string): Promise<View> {
    return this.page.locator('.canvas').evaluate(async (canvas, id) => {
      const nextFrame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      const read = (): View => {
        const pane = canvas.getBoundingClientRect();
        const layer = canvas.querySelector('.react-flow__viewport');
        const { a: zoom, e, f } = new DOMMatrix(layer ? getComputedStyle(layer).transform : '');
        const box =
          id === undefined
            ? undefined
            : canvas.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect();
        const middle = box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        return { origin: { x: pane.x + e, y: pane.y + f }, zoom, middle };
      };
      for (let before = read(); ; ) {
        await nextFrame();
        const now = read();
        if (JSON.stringify(now) === JSON.stringify(before)) return now;
        before = now;
      }
    }, id);
  }
}
