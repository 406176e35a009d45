/** The store of open panels, and of the peer that this person follows. Neither shared nor stored. */
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
  /** Whether the panel of unconfirmed drawings is open. */
  readonly drawings: boolean;
  readonly presenting: boolean;
  readonly legend: boolean;
  /** Whether the board is being saved as a template. */
  readonly template: boolean;
  /** Whether the title field is open. */
  readonly renaming: boolean;
  /** Whether a layout is being computed. */
  readonly tidying: boolean;
  /** The client id of the peer whose view this one follows. */
  readonly following: number | null;
  /** A change whose preview is open. */
  readonly preview: PreviewRequest | null;
  /** The open dialog of import or export. */
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
