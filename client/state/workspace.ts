/**
 * The workspace: what the canvas and the panels share while a replica is open: store, history, presence,
 * scene, UI state. Made once per replica; all of it are external stores, so that the context never changes
 * and causes no render.
 */

import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Viewpoint } from '../../shared/model/ids.ts';
import { WIRE_LIMITS } from '../../shared/protocol.ts';
import { PresenceStore } from '../sync/presence.ts';
import type { LinkSnapshot, NodeSnapshot } from '../sync/snapshot.ts';
import type { ViewReplica } from '../sync/viewReplica.ts';
import type { BoardEditor } from './boardEditor.ts';
import { isFacilitator, type Rights } from './rights.ts';
import { Scene } from './scene/scene.ts';
import { createUi, type Ui, type UiState, useUi } from './ui.ts';
import { VisibilityWorker } from './visibilityWorker/visibilityWorker.ts';

export interface Workspace extends BoardEditor {
  readonly replica: ViewReplica;
  readonly board: string;
  readonly viewpoint: Viewpoint;
  readonly presence: PresenceStore;
  readonly ui: Ui;
  readonly scene: Scene;
  /** Answers questions about visibility; null where this page does not have the whole board. */
  readonly visibilityWorker: VisibilityWorker | null;
  destroy(): void;
}

export interface WorkspaceOptions {
  readonly replica: ViewReplica;
  readonly board: string;
  readonly viewpoint: Viewpoint;
  readonly rights: Rights;
  readonly name: string;
  readonly color: number;
}

export function openWorkspace(options: WorkspaceOptions): Workspace {
  const { replica, board, viewpoint, name, color } = options;
  const { store, history } = replica;
  const rights: Rights = {
    ...options.rights,
    get locked() {
      return store.isLocked && !isFacilitator(options.rights);
    },
  };
  const ui = createUi();
  const presence = new PresenceStore(replica.awareness, { name, color });
  const scene = new Scene({ store, rights, ui });
  const visibilityWorker = viewpoint === 'facilitator' ? new VisibilityWorker(store) : null;
  const stopSharing = ui.subscribe((state, before) => {
    if (state.selection !== before.selection)
      presence.set({ selection: [...state.selection].slice(0, WIRE_LIMITS.selection) });
    if (state.renaming !== before.renaming) {
      presence.set({ editing: state.renaming && { id: state.renaming.id, field: 'label' } });
    }
  });
  const stopPruning = store.subscribe(({ nodes, links }) => {
    const { selection } = ui.getState();
    const isGone = (id: string) => selection.has(id) && store.element(id) === undefined;
    const gone = new Set<string>([...nodes, ...links].filter(isGone));
    if (gone.size > 0) ui.setState({ selection: new Set([...selection].filter((id) => !gone.has(id))) });
  });
  return {
    replica,
    board,
    viewpoint,
    store,
    history,
    rights,
    presence,
    ui,
    scene,
    visibilityWorker,
    destroy() {
      visibilityWorker?.destroy();
      stopSharing();
      stopPruning();
      scene.destroy();
      presence.destroy();
    },
  };
}

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('This component belongs inside an open board.');
  return workspace;
}

export function useNode(id: string): NodeSnapshot | undefined {
  const { store } = useWorkspace();
  const subscribe = useCallback((listener: () => void) => store.watch(id, listener), [store, id]);
  return useSyncExternalStore(subscribe, () => store.nodes.get(id));
}

export function useLink(id: string): LinkSnapshot | undefined {
  const { store } = useWorkspace();
  const subscribe = useCallback((listener: () => void) => store.watch(id, listener), [store, id]);
  return useSyncExternalStore(subscribe, () => store.links.get(id));
}

export function useBoardTitle(): string {
  const { store } = useWorkspace();
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  return useSyncExternalStore(subscribe, () => store.title);
}

/** Whether the board is locked by a facilitator. */
export function useBoardLocked(): boolean {
  const { store } = useWorkspace();
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  return useSyncExternalStore(subscribe, () => store.isLocked);
}

export function useSelected<Selected>(selector: (state: UiState) => Selected): Selected {
  return useUi(useWorkspace().ui, selector);
}
