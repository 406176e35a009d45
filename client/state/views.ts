/**
 * The store of a facilitator's ways of viewing: the viewpoint viewed as, the lens, and open questions about
 * visibility. Made once per open board, so that it outlives a change of the view. Neither shared nor stored.
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
  /** The viewpoint that is viewed as; null for the own one. */
  readonly viewing: Viewpoint | null;
  /** Whether editing is on while viewing as another, with the rights of that viewpoint. */
  readonly editing: boolean;
  /** Whether this person is present in the viewed view. */
  readonly present: boolean;
  readonly lens: Lens | null;
  readonly why: WhyAsked | null;
  /** The elements of the path that the why popover highlights. */
  readonly path: readonly ElementId[];
  /** The element whose viewers are listed in full. */
  readonly whoSees: ElementId | null;
  /** The elements whose audience is being chosen. */
  readonly audience: readonly ElementId[] | null;
  /** The node that is being moved between groups. */
  readonly moving: NodeId | null;
  readonly exposure: boolean;
  readonly reveals: boolean;
  /** Which list of viewpoints is open in the top bar. */
  readonly picking: 'view' | null;
}

export type Views = StoreApi<ViewsState>;

/** What is reset when the viewed viewpoint changes. */
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

/** Views as another viewpoint, or as oneself again (null). Editing and presence there are off again. */
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
