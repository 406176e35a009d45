/**
 * Keeps findings in step with a view. It is told of every element that came, changed or went, and runs again
 * only those checks whose answer such a change can alter, when it is next asked to. All that goes in and comes
 * out is plain data, so it can live in a worker. It has no clock: when to ask is for its owner.
 */
import type { ElementId, Viewpoint } from '../model/ids.ts';
import type { Policy } from '../policies/policies.ts';
import { DEFAULT_THRESHOLDS, type Reads, type Thresholds } from './check.ts';
import { CHECKS, runCheck } from './checks.ts';
import { CHECK_CODES, type CheckCode } from './codes.ts';
import type { Finding } from './finding.ts';
import { isPictureLink, LivePicture, type PictureElement } from './picture.ts';

export interface RunnerOptions {
  readonly viewer: Viewpoint;
  readonly policy?: Policy | null;
  readonly checks: Iterable<CheckCode>;
  readonly thresholds?: Partial<Thresholds>;
}

export class CheckRunner {
  readonly #picture: LivePicture;
  readonly #thresholds: Thresholds;
  #checks: ReadonlySet<CheckCode>;
  readonly #found = new Map<CheckCode, readonly Finding[]>();
  readonly #stale = new Set<CheckCode>(CHECK_CODES);
  #findings: readonly Finding[] = [];

  constructor({ viewer, policy = null, checks, thresholds = {} }: RunnerOptions) {
    this.#picture = new LivePicture({ viewer, policy });
    this.#thresholds = { ...DEFAULT_THRESHOLDS, ...thresholds };
    this.#checks = new Set(checks);
  }

  /**
   * Warnings first, then in the order of the codes. Of checks that have not been run since something changed,
   * what they found before.
   */
  get findings(): readonly Finding[] {
    return this.#findings;
  }

  /** Adds an element or replaces the one of the same id. */
  put(element: PictureElement): void {
    const before = this.#picture.get(element.id);
    this.#picture.put(element);
    if (before?.kind !== element.kind) {
      if (before !== undefined) this.#changed(before, 'being');
      this.#changed(element, 'being');
    } else for (const aspect of differences(before, element)) this.#changed(element, aspect);
  }

  /** Removes an element if it is there. */
  remove(id: ElementId): void {
    const before = this.#picture.get(id);
    if (before === undefined) return;
    this.#picture.remove(id);
    this.#changed(before, 'being');
  }

  /** Switches checks on and off. */
  choose(checks: Iterable<CheckCode>): void {
    this.#checks = new Set(checks);
    for (const code of [...this.#found.keys()]) {
      if (this.#checks.has(code)) continue;
      this.#found.delete(code);
      this.#stale.add(code);
    }
    this.#gather();
  }

  setPolicy(policy: Policy | null): void {
    this.#picture.policy = policy;
    for (const code of CHECK_CODES) this.#stale.add(code);
  }

  /** Runs the checks that have to be run, at most so many of them, and answers which those were. */
  update(most: number = CHECK_CODES.length): CheckCode[] {
    const due = CHECK_CODES.filter((code) => this.#checks.has(code) && this.#stale.has(code));
    const ran = due.slice(0, most);
    for (const code of ran) {
      this.#found.set(code, runCheck(code, { picture: this.#picture, thresholds: this.#thresholds }));
      this.#stale.delete(code);
    }
    if (ran.length > 0) this.#gather();
    return ran;
  }

  #changed(element: PictureElement, aspect: Aspect): void {
    for (const code of this.#checks) {
      if (concerns(CHECKS[code].reads, { element, aspect })) this.#stale.add(code);
    }
  }

  #gather(): void {
    this.#findings = [...this.#found.values()].flat().sort(inOrder);
  }
}

/** That it is there and what it is, what is written on it, or where it lies. */
type Aspect = 'being' | 'text' | 'place';

const ASPECTS: Readonly<Record<string, Aspect>> = {
  kind: 'being',
  source: 'being',
  target: 'being',
  disclosure: 'being',
  owner: 'being',
  audience: 'being',
  caption: 'text',
  label: 'text',
  position: 'place',
  size: 'place',
};

function differences(before: PictureElement, after: PictureElement): Set<Aspect> {
  const [one, other] = [before, after] as unknown as readonly Readonly<Record<string, unknown>>[];
  const aspects = new Set<Aspect>();
  for (const [field, aspect] of Object.entries(ASPECTS)) {
    if (JSON.stringify(one?.[field] ?? null) !== JSON.stringify(other?.[field] ?? null)) aspects.add(aspect);
  }
  return aspects;
}

function concerns(
  { nodes, links, texts, places }: Reads,
  { element, aspect }: { element: PictureElement; aspect: Aspect },
): boolean {
  if (aspect === 'text' && !texts) return false;
  if (aspect === 'place' && !places) return false;
  return isPictureLink(element) ? links.includes(element.kind) : nodes.includes(element.kind);
}

function inOrder(a: Finding, b: Finding): number {
  if (a.severity !== b.severity) return a.severity === 'warning' ? -1 : 1;
  const byCode = CHECK_CODES.indexOf(a.code) - CHECK_CODES.indexOf(b.code);
  if (byCode !== 0) return byCode;
  const [one, other] = [a.elements.join(' '), b.elements.join(' ')];
  return one < other ? -1 : one > other ? 1 : 0;
}
