/**
 * Questions about visibility, and their answers. Computed from the whole board, which only facilitators have,
 * by the rules that the server uses. Pure.
 */
import { type BoardEdit, carryOut } from '../../../shared/explain/boardEdit.ts';
import { type Confirmation, confirmationOf } from '../../../shared/explain/confirmation.ts';
import { type Exposure, exposure } from '../../../shared/explain/exposure.ts';
import { preview, type ViewChange } from '../../../shared/explain/preview.ts';
import { revealEdits } from '../../../shared/explain/reveal.ts';
import { viewpointsOf } from '../../../shared/explain/viewpoints.ts';
import { VisibilityCache } from '../../../shared/explain/visibilityCache.ts';
import { type Viewer, whoSees } from '../../../shared/explain/whoSees.ts';
import { type Why, why } from '../../../shared/explain/why.ts';
import { type WhyNot, whyNot } from '../../../shared/explain/whyNot.ts';
import { Graph } from '../../../shared/graph/graph.ts';
import type { ElementRecord } from '../../../shared/model/element.ts';
import { isLink } from '../../../shared/model/element.ts';
import type { ElementId, Viewpoint } from '../../../shared/model/ids.ts';
import { namedPolicy, type Policy } from '../../../shared/policies/policies.ts';
import { visibility } from '../../../shared/visibility/viewpointVisibility.ts';

export type Question =
  | { readonly kind: 'visible'; readonly viewpoint: Viewpoint }
  | { readonly kind: 'preview'; readonly edits: readonly BoardEdit[] }
  | { readonly kind: 'confirmation'; readonly ids: readonly ElementId[] }
  | { readonly kind: 'why'; readonly element: ElementId; readonly viewpoint: Viewpoint }
  | { readonly kind: 'who-sees'; readonly element: ElementId }
  | {
      readonly kind: 'reveal';
      readonly elements: readonly ElementId[];
      readonly viewpoints: readonly Viewpoint[];
    }
  | { readonly kind: 'exposure' };

export interface Answers {
  /** Everything the viewpoint sees. */
  readonly visible: readonly ElementId[];
  readonly preview: readonly ViewChange[];
  /** What else is confirmed with drawings. */
  readonly confirmation: Confirmation;
  readonly why: Why & WhyNot;
  readonly 'who-sees': WhoSees;
  readonly reveal: readonly BoardEdit[] | 'too-many';
  readonly exposure: Exposure;
}

interface WhoSees {
  readonly viewers: readonly Viewer[];
  /** The number of viewpoints on the board, without the facilitator's. */
  readonly of: number;
}

export type Kind = Question['kind'];
export type Asking<K extends Kind> = Extract<Question, { kind: K }>;

/** What changed on the board since the last message. */
export interface BoardDelta {
  readonly policy: Policy | null;
  readonly put: readonly ElementRecord[];
  readonly removed: readonly ElementId[];
}

/** The board as of the last message, and the answers from it. */
export class Answerer {
  readonly #graph = new Graph(namedPolicy('open'));
  #visibilityCache = new VisibilityCache(this.#graph);

  hear({ policy, put, removed }: BoardDelta): void {
    this.#visibilityCache = new VisibilityCache(this.#graph);
    if (policy !== null) this.#graph.policy = policy;
    for (const id of removed) carryOut(this.#graph, { type: 'remove', id });
    for (const element of put) if (!isLink(element)) this.#graph.put(element);
    for (const element of put) if (isLink(element)) carryOut(this.#graph, { type: 'put', element });
  }

  answer(question: Question): Answers[Kind] {
    switch (question.kind) {
      case 'visible':
        return [...visibility(this.#graph, question.viewpoint).keys()];
      case 'confirmation':
        return confirmationOf(this.#graph, question.ids);
      case 'preview':
        return preview(this.#graph, question.edits);
      case 'why':
        return { ...why(this.#visibilityCache, question), ...whyNot(this.#visibilityCache, question) };
      case 'who-sees':
        return {
          viewers: whoSees(this.#visibilityCache, question.element),
          of: [...viewpointsOf(this.#graph)].length,
        };
      case 'reveal':
        return revealEdits(this.#visibilityCache, question) ?? 'too-many';
      case 'exposure':
        return exposure(this.#visibilityCache);
    }
  }
}
