/**
 * Clipboard access for menus and keys. Keys arrive as the browser's clipboard events, which need no
 * permission; a menu has to ask for it, and where it is denied uses what was copied last on this page.
 */
import type { ReactFlowInstance } from '@xyflow/react';
import type { Position } from '../../../shared/model/element.ts';
import { canCreate } from '../../state/rights.ts';
import { select } from '../../state/ui.ts';
import { viewOf } from '../../state/viewport.ts';
import { tellWhyNot } from '../../state/whyNot.ts';
import type { Workspace } from '../../state/workspace.ts';
import { currentMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { deleteElements } from '../mutations.ts';
import { readClip, writeClip } from './clip.ts';
import { clipFrom, pasteClip, pasteText } from './pasting.ts';
import { pasteOffset } from './placing.ts';

let lastCopied = '';
/** The last paste and its place, so that the next paste of the same lies aside. */
let last = { text: '', at: '', times: 0 };

/** The selection as text; null where nothing of it can be copied. */
export function copyText(workspace: Workspace): string | null {
  const clip = clipFrom(workspace, workspace.ui.getState().selection);
  if (clip === null) return null;
  lastCopied = writeClip(clip);
  last = { text: '', at: '', times: 0 };
  return lastCopied;
}

/** Deletes what was cut, as far as the rights allow. */
export function removeCut(workspace: Workspace): void {
  const { selection } = workspace.ui.getState();
  const [first] = selection;
  const element = first === undefined ? undefined : workspace.store.element(first);
  if (element !== undefined && deleteElements(workspace, selection) === 0) tellWhyNot(workspace, element);
}

export interface PasteAsk {
  readonly text: string;
  readonly flow: Pick<ReactFlowInstance, 'screenToFlowPosition'>;
  /** A place on the board; null for any free place. */
  readonly pointer: Position | null;
}

export function paste(workspace: Workspace, { text, flow, pointer }: PasteAsk): void {
  const { rights, ui } = workspace;
  const pasted = readClip(text);
  if (pasted.type === 'nothing') return;
  if (!canCreate(rights)) {
    tellWhyNot(workspace);
    return;
  }
  if (pasted.type === 'unreadable') {
    toast(currentMessages().editing.unreadable, { key: 'paste' });
    return;
  }
  const at = pointer === null ? '' : `${Math.round(pointer.x)} ${Math.round(pointer.y)}`;
  const times = last.text === text && last.at === at ? last.times + 1 : 0;
  last = { text, at, times };
  const places = pasted.type === 'clip' ? pasted.clip.nodes.map(({ position }) => position) : [];
  const offset = pasteOffset({
    places,
    pointer: pointer ?? (places.length > 0 ? null : middleOf(flow)),
    view: viewOf(flow),
    times,
  });
  if (pasted.type === 'clip') select(ui, pasteClip(workspace, { clip: pasted.clip, offset }));
  else {
    const id = pasteText(workspace, { text: pasted.text, position: offset });
    if (id !== null) select(ui, [id]);
  }
}

function middleOf(flow: PasteAsk['flow']): Position {
  const { x, y } = viewOf(flow);
  return { x, y };
}

/** For menus. */
export async function copyToSystem(workspace: Workspace): Promise<void> {
  const text = copyText(workspace);
  if (text !== null) await navigator.clipboard?.writeText(text).catch(() => {});
}

/** For menus: the system's clipboard, or where it may not be read, what was copied here. */
export async function textOfSystem(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return lastCopied;
  }
}
