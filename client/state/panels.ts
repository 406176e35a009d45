/** Which of the panels that come and go are open, and whom this person follows. Neither shared nor kept. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ExchangeRequest } from './exchangeRequest.ts';
import type { PreviewRequest } from './previewRequest.ts';

export interface PanelsState {
  readonly search: boolean;
  readonly palette: boolean;
  readonly outline: boolean;
  readonly settings: boolean;
  readonly checks: boolean;
  /** Whether the drawings that await confirmation are listed. */
  readonly drawings: boolean;
  readonly presenting: boolean;
  readonly legend: boolean;
  /** Whether the board is being saved as a template. */
  readonly template: boolean;
  /** Whether the board's title is open for typing. */
  readonly renaming: boolean;
  /** Whether a new layout is being worked out. */
  readonly tidying: boolean;
  /** The client whose view this one goes along with. */
  readonly following: number | null;
  /** A change that waits for its preview to be confirmed. */
  readonly preview: PreviewRequest | null;
  /** Import or export, while it is asked for. */
  readonly exchange: ExchangeRequest | null;
}

export type Panels = StoreApi<PanelsState>;

export function createPanels(): Panels {
  return createStore<PanelsState>(() => ({
    search: false,
    palette: false,
    outline: false,
    settings: false,
    checks: false,
    drawings: false,
    presenting: false,
    legend: false,
    template: false,
    renaming: false,
    tidying: false,
    following: null,
    preview: null,
    exchange: null,
  }));
}

export const PanelsContext = createContext<Panels | null>(null);

export function usePanels(): Panels {
  const panels = useContext(PanelsContext);
  if (panels === null) throw new Error('This component belongs inside an open board.');
  return panels;
}

export function usePanel<Selected>(selector: (state: PanelsState) => Selected): Selected {
  return useStore(usePanels(), selector);
}
