/**
 * The board as a list, for those who would rather read than look: a tree with the keys of one. What is chosen
 * in it is selected and shown on the canvas, and the other way round. Loaded when asked for.
 */
import { useReactFlow } from '@xyflow/react';
import { Pencil, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { deleteElements } from '../../editing/mutations.ts';
import { usePanels } from '../../state/panels.ts';
import { canEdit } from '../../state/rights.ts';
import { whyNot } from '../../state/whyNot.ts';
import { useSelected, useWorkspace } from '../../state/workspace.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { useMessages } from '../../ui/locale.ts';
import { unusable } from '../../ui/Tip.tsx';
import { showElement } from '../search/showElement.ts';
import { OutlineRowView } from './OutlineRowView.tsx';
import { buildOutline, type OutlineItem, visibleRows } from './outline.ts';
import { logicalKey, treeStep } from './treeKeys.ts';
import './outline.css';

/** Larger boards begin with their groups closed. */
const OPEN_UP_TO = 150;

export default function OutlinePanel() {
  const workspace = useWorkspace();
  const { store, rights } = workspace;
  const panels = usePanels();
  const flow = useReactFlow();
  const { outline, close } = useMessages();
  const version = useStoreVersion(store);
  const selection = useSelected((state) => state.selection);
  const [opensAll] = useState(() => store.nodes.size <= OPEN_UP_TO);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [renaming, setRenaming] = useState(false);
  const tree = useRef<HTMLDivElement>(null);
  const base = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is read anew with each version.
  const items = useMemo(
    () =>
      buildOutline({ nodes: store.nodes, links: store.links, linksAt: (id) => store.linksAt(id) }, selection),
    [store, selection, version],
  );
  const rows = useMemo(
    () => visibleRows(items, ({ key, type }) => toggled.has(key) !== (opensAll || type === 'section')),
    [items, toggled, opensAll],
  );
  const found = rows.findIndex(({ item }) => item.key === activeKey);
  const at = Math.max(0, found);
  const row = rows[at];
  const id = row === undefined || row.item.type === 'section' ? null : row.item.id;
  const element = id === null ? undefined : workspace.store.element(id);
  const editable = element !== undefined && canEdit(rights, element);
  const cannot = editable ? null : element === undefined ? outline.chooseRow : whyNot(workspace, element);

  useEffect(() => tree.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${base}${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [base, at]);
  // What is selected on the canvas becomes the row in hand, unless that row is it already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another selection moves the row.
  useEffect(() => {
    const [only] = selection;
    if (only === undefined || selection.size > 1 || only === id) return;
    const match = rows.find(({ item }) => item.type !== 'section' && item.id === only);
    if (match !== undefined) setActiveKey(match.item.key);
  }, [selection]);

  const toggle = (key: string) =>
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const show = (item: OutlineItem) => {
    setActiveKey(item.key);
    if (item.type === 'section') toggle(item.key);
    else showElement(workspace, { id: item.id, flow });
  };
  const remove = () => {
    if (id === null || !editable) return;
    const next =
      rows.slice(at + 1).find(({ item }) => !item.key.startsWith(row?.item.key ?? '')) ?? rows[at - 1];
    deleteElements(workspace, [id]);
    setActiveKey(next?.item.key ?? null);
    tree.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rtl = document.documentElement.dir === 'rtl';
    const step = treeStep(logicalKey(event.key, rtl), { rows, at });
    if (step === null || row === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (step.type === 'go') setActiveKey(rows[step.to]?.item.key ?? null);
    else if (step.type === 'toggle') toggle(row.item.key);
    else if (step.type === 'show') show(row.item);
    else if (step.type === 'delete') remove();
    else if (editable) setRenaming(true);
  };
  return (
    <aside className="outline" aria-label={outline.label}>
      <div className="outline-head">
        <h2>{outline.open}</h2>
        <button
          type="button"
          className="icon-button is-small"
          aria-label={close}
          onClick={() => panels.setState({ outline: false })}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      {rows.length === 0 && <p className="empty outline-empty">{outline.empty}</p>}
      <div
        ref={tree}
        role="tree"
        className="outline-tree"
        aria-label={outline.label}
        aria-activedescendant={row === undefined ? undefined : `${base}${at}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        hidden={rows.length === 0}
      >
        {rows.map((each, index) => (
          <OutlineRowView
            key={each.item.key}
            row={each}
            id={`${base}${index}`}
            active={index === at}
            selected={each.item.type !== 'section' && selection.has(each.item.id)}
            renaming={renaming && index === at}
            onRenamed={() => {
              setRenaming(false);
              tree.current?.focus();
            }}
            onClick={() => show(each.item)}
            onToggle={() => toggle(each.item.key)}
          />
        ))}
      </div>
      <div className="outline-foot">
        <button
          type="button"
          className="button is-small is-quiet"
          title={cannot ?? undefined}
          onClick={() => setRenaming(true)}
          {...unusable(cannot)}
        >
          <Pencil size={14} aria-hidden="true" />
          {outline.rename}
        </button>
        <button
          type="button"
          className="button is-small is-danger"
          title={cannot ?? undefined}
          onClick={remove}
          {...unusable(cannot)}
        >
          <Trash2 size={14} aria-hidden="true" />
          {outline.delete}
        </button>
      </div>
    </aside>
  );
}
