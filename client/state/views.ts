/**
 * How a facilitator looks at the board: through whose eyes, through which lens, and what they have asked about
 * it. Made once per open board, so that it outlives the change of eyes. Neither shared nor kept.
 */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ElementId, NodeId, Viewpoint } from '../../shared/model/ids.ts';

/** A lens of one viewpoint, or two to compare. */
export interface Lens {
  readonly a: Viewpoint;
  readonly b: Viewpoint | null;
}

export interface WhyAsked {
  readonly element: ElementId;
  readonly viewpoint: Viewpoint;
}

export interface ViewsState {
  /** Null for one's own eyes. */
  readonly viewing: Viewpoint | null;
  /** Whether one edits while looking through another's eyes, with the rights held there. */
  readonly editing: boolean;
  /** Whether one is seen where one looks. */
  readonly present: boolean;
  readonly lens: Lens | null;
  readonly why: WhyAsked | null;
  /** What the path of the why popover runs along. */
  readonly path: readonly ElementId[];
  /** Whose viewers are listed in full. */
  readonly whoSees: ElementId | null;
  /** Whose audience is being chosen. */
  readonly audience: readonly ElementId[] | null;
  /** Who is being moved between groups. */
  readonly moving: NodeId | null;
  readonly exposure: boolean;
  readonly reveals: boolean;
  /** Which list of viewpoints is open in the top bar. */
  readonly picking: 'view' | null;
}

export type Views = StoreApi<ViewsState>;

/** All that is asked while one looks through somebody's eyes. */
const NOTHING_ASKED = {
  editing: false,
  present: false,
  why: null,
  path: [],
  whoSees: null,
  audience: null,
  moving: null,
  exposure: false,
  reveals: false,
  picking: null,
} as const satisfies Partial<ViewsState>;

export function createViews(): Views {
  return createStore<ViewsState>(() => ({ viewing: null, lens: null, ...NOTHING_ASKED }));
}

/** Looks through other eyes, or one's own again (null). What was switched on for others is off again. */
export function viewAs(views: Views, viewing: Viewpoint | null): void {
  views.setState({
    viewing: viewing === 'facilitator' ? null : viewing,
    ...NOTHING_ASKED,
  });
}

export const ViewsContext = createContext<Views | null>(null);

export function useViews(): Views {
  const views = useContext(ViewsContext);
  if (views === null) throw new Error('This component belongs inside an open board.');
  return views;
}

export function useView<Selected>(selector: (state: ViewsState) => Selected): Selected {
  return useStore(useViews(), selector);
}
