/** What the palette offers for the selection beyond the canvas's keys: order, clipboard, colour, lock, what fits. */
import type { useReactFlow } from '@xyflow/react';
import { isGroupKind } from '../../../shared/model/kinds.ts';
import { AXES, EDGES } from '../../editing/align.ts';
import { alignNodes, chosenNodes, distributeNodes } from '../../editing/arranging.ts';
import { copyToSystem, paste, removeCut, textOfSystem } from '../../editing/clipboard/boardClipboard.ts';
import { setField } from '../../editing/mutations.ts';
import { fitToMembers, membersToFit } from '../../editing/resizing.ts';
import { canCreate, canEdit, isFacilitator } from '../../state/rights.ts';
import type { Workspace } from '../../state/workspace.ts';
import type { Messages } from '../../ui/messages/en.ts';
import type { PaletteEntry } from './entry.ts';

interface SelectionContext {
  readonly workspace: Workspace;
  readonly messages: Messages;
  readonly flow: ReturnType<typeof useReactFlow>;
}

const UNCOLORED = new Set(['body', 'area', 'note']);

export function selectionEntries(context: SelectionContext): PaletteEntry[] {
  return [...clipboardEntries(context), ...orderEntries(context), ...lookEntries(context)];
}

function clipboardEntries({ workspace, messages, flow }: SelectionContext): PaletteEntry[] {
  const { rights, ui, presence } = workspace;
  const { editing } = messages;
  const nodes = chosenNodes(workspace, ui.getState().selection);
  const cut = () => {
    void copyToSystem(workspace);
    removeCut(workspace);
  };
  const put = () =>
    void textOfSystem().then((text) =>
      paste(workspace, { text, flow, pointer: presence.self.cursor ?? null }),
    );
  return [
    ...(nodes.length > 0
      ? [entry('copy', editing.copy, { keys: 'Ctrl C', run: () => void copyToSystem(workspace) })]
      : []),
    ...(nodes.some((node) => canEdit(rights, node))
      ? [entry('cut', editing.cut, { keys: 'Ctrl X', run: cut })]
      : []),
    ...(canCreate(rights) ? [entry('paste', editing.paste, { keys: 'Ctrl V', run: put })] : []),
  ];
}

function orderEntries({ workspace, messages }: SelectionContext): PaletteEntry[] {
  const { rights, ui } = workspace;
  const { editing } = messages;
  const movable = chosenNodes(workspace, ui.getState().selection).filter((node) => canEdit(rights, node));
  const ids = movable.map(({ id }) => id);
  if (ids.length < 2) return [];
  return [
    ...EDGES.map((edge) =>
      entry(`align ${edge}`, editing.aligns[edge], { run: () => alignNodes(workspace, { ids, edge }) }),
    ),
    ...(ids.length < 3 ? [] : AXES).map((axis) =>
      entry(`distribute ${axis}`, editing.distributes[axis], {
        run: () => distributeNodes(workspace, { ids, axis }),
      }),
    ),
  ];
}

function lookEntries({ workspace, messages }: SelectionContext): PaletteEntry[] {
  const { rights, ui } = workspace;
  const { editing, inspector, commands } = messages;
  const elements = workspace.store.elements(ui.getState().selection);
  const mine = elements.filter((element) => canEdit(rights, element));
  const colored = mine.filter((element) => 'position' in element && !UNCOLORED.has(element.kind));
  const [only] = mine;
  const group = only !== undefined && 'position' in only && isGroupKind(only.kind) ? only.id : null;
  const fits = mine.length === 1 && group !== null && membersToFit(workspace, group).length > 0;
  const locked = elements.every((element) => element.locked);
  const lock = () =>
    setField(workspace, { ids: elements.map(({ id }) => id), field: 'locked', value: !locked });
  const color = (value: number) =>
    setField(workspace, { ids: colored.map(({ id }) => id), field: 'color', value });
  return [
    ...(fits ? [entry('fit members', editing.fit, { run: () => fitToMembers(workspace, group) })] : []),
    ...(elements.length > 0 && isFacilitator(rights)
      ? [entry('lock', locked ? editing.unlock : editing.lock, { run: lock })]
      : []),
    ...(colored.length === 0 ? [] : inspector.colors).map((name, index) =>
      entry(`color ${index}`, commands.colored(name), { run: () => color(index) }),
    ),
  ];
}

function entry(
  id: string,
  label: string,
  { keys = '', run }: { readonly keys?: string; readonly run: () => void },
): PaletteEntry {
  return { id, label, keys, run };
}
