/**
 * Laws of the checks: a finding betrays nothing that its viewer does not see. Over every viewpoint of every
 * template, and over random boards with the captions that checks go by. A failure names its seed.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WORDS } from '../../shared/checks/captions.ts';
import { DEFAULT_THRESHOLDS } from '../../shared/checks/check.ts';
import { runCheck } from '../../shared/checks/checks.ts';
import { Extents } from '../../shared/checks/circlesAndCells/extents.ts';
import { CHECK_CODES, type CheckCode, checksOf } from '../../shared/checks/codes.ts';
import type { Finding } from '../../shared/checks/finding.ts';
import { LivePicture, type Picture, type PictureElement } from '../../shared/checks/picture.ts';
import { CheckRunner } from '../../shared/checks/runner.ts';
import { isLink } from '../../shared/model/element.ts';
import type { NodeId, Viewpoint } from '../../shared/model/ids.ts';
import { isViewpointKind } from '../../shared/model/kinds.ts';
import { TEMPLATE_IDS, type TemplateId } from '../../shared/templates/template.ts';
import { template } from '../../shared/templates/templates.ts';
import { visibility } from '../../shared/visibility/viewpointVisibility.ts';
import { anyBoard, trials, VIEWPOINTS } from '../helpers/randomBoards.ts';
import { mend } from '../unit/shared/checks/sketch.ts';
import {
  type Board,
  boardOf,
  graphOf,
  pictureIn,
  viewOf,
  withoutHidden,
} from '../unit/shared/checks/views.ts';

const { numRuns, seed } = trials(150);

/** In an order of their own, so that two lists of the same findings are equal. */
function find(picture: Picture, codes: readonly CheckCode[] = CHECK_CODES): Finding[] {
  return inOrder(codes.flatMap((code) => runCheck(code, { picture, thresholds: DEFAULT_THRESHOLDS })));
}

function inOrder(findings: readonly Finding[]): Finding[] {
  const keyed = findings.map((finding) => [JSON.stringify(finding), finding] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}

/** Every id anywhere in a finding: what it is about, whom it names, what its repair would touch. */
function idsIn({ elements, message, repair }: Finding): string[] {
  const named = [message, ...(repair === undefined ? [] : [repair.message])].flatMap(({ values }) =>
    Object.values<number | readonly string[]>(values).flatMap((value) =>
      typeof value === 'number' ? [] : value,
    ),
  );
  switch (repair?.kind) {
    case undefined:
      return [...elements, ...named];
    case 'remove':
      return [...elements, ...named, ...repair.links];
    case 'link':
      return [...elements, ...named, repair.link.source, repair.link.target];
    case 'move':
      return [
        ...elements,
        ...named,
        ...repair.remove,
        ...repair.add.flatMap(({ source, target }) => [source, target]),
      ];
  }
}

function viewpointsOf({ elements }: Board): Viewpoint[] {
  const nodes = elements.filter((element) => !isLink(element) && isViewpointKind(element.kind));
  return ['facilitator', 'everyone', ...nodes.map(({ id }) => id as NodeId)];
}

function drawn(id: TemplateId): Board {
  const found = template(id);
  if (found === null) throw new Error(`No template ${id}.`);
  return boardOf(found);
}

describe.each(TEMPLATE_IDS)('from every viewpoint of %s', (id) => {
  const board = drawn(id);
  const graph = graphOf(board);
  const codes = checksOf(id);
  const viewpoints = viewpointsOf(board);
  const pictures = new Map(viewpoints.map((viewer) => [viewer, pictureIn(graph, viewer)]));
  const findings = new Map([...pictures].map(([viewer, picture]) => [viewer, find(picture, codes)]));

  it('a finding names nothing outside the view', () => {
    for (const [viewer, found] of findings) {
      const visible = visibility(graph, viewer);
      const outside = found.flatMap(idsIn).filter((named) => !visible.has(named as NodeId));
      expect(outside, viewer).toEqual([]);
    }
  });

  it('[B-4.15] what is hidden makes no difference', () => {
    for (const [viewer, found] of findings) {
      const bare = withoutHidden(board, { graph, viewpoint: viewer });
      if (bare.elements.length === board.elements.length) continue;
      expect(find(pictureIn(graphOf(bare), viewer), codes), viewer).toEqual(found);
    }
  });

  it('nobody is told what the whole board contradicts', () => {
    const true_ = new Set(findings.get('facilitator')?.map(({ code, elements }) => `${code} ${elements[0]}`));
    for (const [viewer, found] of findings) {
      const wrong = found.filter(({ code, elements }) => !true_.has(`${code} ${elements[0]}`));
      expect(wrong, viewer).toEqual([]);
    }
  });
});

describe('on an open board', () => {
  it.each(['campaign-hub', 'readers-network'] as const)(
    'everybody finds on %s what the facilitator does',
    (id) => {
      const board = drawn(id);
      const graph = graphOf(board);
      const codes = checksOf(id);
      const whole = find(pictureIn(graph, 'facilitator'), codes);
      for (const viewer of viewpointsOf(board).filter((_, index) => index % 7 === 0)) {
        expect(find(pictureIn(graph, viewer), codes), viewer).toEqual(whole);
      }
    },
  );
});

const captions = [
  ...Object.values(WORDS).flat(),
  ...['town', 'national'].map((level) => `fraction · ${level}`),
];
const anyText = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 4, arbitrary: fc.constantFrom(...captions, 'guiding body · town', '3 delegates', '۱ نماینده') },
);

/** A random board on which everything may be called anything, and lie somewhere. */
const anyCaptionedBoard: fc.Arbitrary<Board> = anyBoard.chain(({ policy, nodes, links }) =>
  fc
    .array(fc.record({ text: anyText, x: fc.nat(3), y: fc.nat(3) }), {
      minLength: nodes.length + links.length,
      maxLength: nodes.length + links.length,
    })
    .map((given) => ({
      policy,
      elements: [...nodes, ...links].map((element, index) => {
        const { text = '', x = 0, y = 0 } = given[index] ?? {};
        if (isLink(element)) return { ...element, caption: text, label: text };
        const size = { width: 100, height: 100 };
        return { ...element, caption: text, position: { x: 40 * x, y: 40 * y }, size };
      }),
    })),
);

describe(`on ${numRuns} random boards (seed ${seed})`, () => {
  it('a finding names nothing outside the view', () => {
    fc.assert(
      fc.property(anyCaptionedBoard, (board) => {
        const graph = graphOf(board);
        for (const viewer of VIEWPOINTS) {
          const picture = pictureIn(graph, viewer);
          const outside = find(picture)
            .flatMap(idsIn)
            .filter((named) => picture.get(named as NodeId) === undefined);
          expect(outside, viewer).toEqual([]);
        }
      }),
      { numRuns, seed },
    );
  });

  it('findings are the same in whatever order the elements came', () => {
    fc.assert(
      fc.property(
        anyCaptionedBoard,
        fc.constantFrom(...VIEWPOINTS),
        fc.infiniteStream(fc.nat()),
        (board, viewer, order) => {
          const picture = pictureIn(graphOf(board), viewer);
          const shuffled = new LivePicture({ viewer, policy: picture.policy });
          const elements: PictureElement[] = [...picture.nodes.values(), ...picture.links.values()];
          const keyed = elements.map((element) => [Number(order.next().value), element] as const);
          for (const [, element] of keyed.sort(([a], [b]) => a - b)) shuffled.put(element);
          expect(find(shuffled)).toEqual(find(picture));
        },
      ),
      { numRuns, seed },
    );
  });

  it('a runner that is told of changes finds what a fresh one does', () => {
    fc.assert(
      fc.property(
        anyCaptionedBoard,
        fc.constantFrom(...VIEWPOINTS),
        fc.array(fc.record({ which: fc.nat(), change: fc.nat(4), text: anyText }), { maxLength: 8 }),
        (board, viewer, changes) => {
          const { nodes, links } = viewOf(graphOf(board), viewer);
          const policy = viewer === 'facilitator' ? board.policy : null;
          const elements: PictureElement[] = [...nodes, ...links];
          const left = new Map(elements.map((element) => [element.id as string, element]));
          const runner = new CheckRunner({ viewer, policy, checks: CHECK_CODES });
          for (const element of elements) runner.put(element);
          runner.update();
          for (const { which, change, text } of changes) {
            const element = elements[which % elements.length];
            if (element === undefined) return;
            const now = changed(left.get(element.id), { element, change, text });
            if (now === null) {
              left.delete(element.id);
              runner.remove(element.id);
            } else {
              left.set(element.id, now);
              runner.put(now);
            }
            runner.update(1 + (which % CHECK_CODES.length));
          }
          runner.update();
          const fresh = new LivePicture({ viewer, policy });
          for (const element of left.values()) fresh.put(element);
          expect(inOrder(runner.findings)).toEqual(find(fresh));
        },
      ),
      { numRuns: 2 * numRuns, seed },
    );
  });

  it('a repair ends its finding', () => {
    fc.assert(
      fc.property(anyCaptionedBoard, (board) => {
        const graph = graphOf(board);
        for (const { code, elements, repair } of find(pictureIn(graph, 'facilitator'))) {
          if (repair === undefined) continue;
          const picture = pictureIn(graph, 'facilitator');
          mend(picture, repair);
          const after = find(picture, [code]).map((finding) => finding.elements.join(' '));
          expect(after).not.toContain(elements.join(' '));
        }
      }),
      { numRuns, seed },
    );
  });

  it('what a person sees is reckoned as the rules of visibility have it', () => {
    fc.assert(
      fc.property(anyBoard, ({ policy, nodes, links }) => {
        const graph = graphOf({ policy, elements: [...nodes, ...links] });
        const extents = new Extents(pictureIn(graph, 'facilitator'), policy);
        for (const { id, kind } of nodes) {
          if (kind !== 'person') continue;
          const visible = visibility(graph, id);
          const seen = nodes.filter((node) => node.kind !== 'note' && visible.has(node.id)).length;
          expect(extents.of(id)).toBe(seen);
          expect(extents.atMost(id)).toBeGreaterThanOrEqual(seen);
        }
      }),
      { numRuns: 2 * numRuns, seed },
    );
  });
});

/** The element after a change; null once it is gone. */
function changed(
  now: PictureElement | undefined,
  { element, change, text }: { element: PictureElement; change: number; text: string },
): PictureElement | null {
  if (now === undefined) return element;
  switch (change) {
    case 0:
      return null;
    case 1:
      return { ...now, caption: text };
    case 2:
      return { ...now, label: text };
    case 3:
      return 'source' in now
        ? { ...now, source: now.target, target: now.source }
        : { ...now, disclosure: 'open' };
    default:
      return 'source' in now ? null : { ...now, position: { x: text.length * 20, y: 0 } };
  }
}
