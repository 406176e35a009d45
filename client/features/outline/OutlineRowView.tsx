/** One row of the outline: what it is, its name, and whether it can be opened. */
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import { LinkSample } from '../../shapes/LinkSample.tsx';
import { describeLink, nameOf } from '../../state/describe.ts';
import { useLink, useNode, useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import type { OutlineItem, OutlineRow } from './outline.ts';
import { RowName } from './RowName.tsx';

export interface OutlineRowProps {
  readonly row: OutlineRow;
  readonly id: string;
  readonly active: boolean;
  readonly selected: boolean;
  readonly renaming: boolean;
  readonly onRenamed: () => void;
  readonly onClick: () => void;
  readonly onToggle: () => void;
}

export function OutlineRowView({ row, id, active, selected, renaming, ...on }: OutlineRowProps) {
  const { item, level, place, among, expanded } = row;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys.
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={among}
      aria-expanded={expanded ?? undefined}
      aria-selected={selected}
      className={`outline-row is-${item.type} ${active ? 'is-active' : ''}`}
      style={{ paddingInlineStart: `${8 + (level - 1) * 16}px` }}
      onClick={on.onClick}
    >
      <span
        className={`outline-toggle ${expanded === null ? 'is-leaf' : ''}`}
        aria-hidden="true"
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          event.stopPropagation();
          on.onToggle();
        }}
      >
        <ChevronRight size={14} />
      </span>
      {renaming && item.type !== 'section' ? (
        <RowName id={item.id} onDone={on.onRenamed} />
      ) : (
        <Content item={item} />
      )}
    </div>
  );
}

function Content({ item }: { readonly item: OutlineItem }): ReactNode {
  const { outline } = useMessages();
  if (item.type === 'node') return <NodeContent item={item} />;
  if (item.type === 'link') return <LinkContent item={item} />;
  return <span className="outline-section">{outline[item.section]}</span>;
}

function NodeContent({ item }: { readonly item: OutlineItem & { readonly type: 'node' } }) {
  const node = useNode(item.id);
  const { nodeKinds, outline } = useMessages();
  if (node === undefined) return null;
  const { length } = item.children;
  return (
    <>
      <KindGlyph kind={node.kind} hue={node.color} label={node.label} size={20} />
      <bdi>{nameOf(node)}</bdi>
      <span className="visually-hidden">, {nodeKinds[node.kind]}</span>
      {length > 0 && <span className="outline-end">{outline.members(length)}</span>}
    </>
  );
}

function LinkContent({ item }: { readonly item: OutlineItem & { readonly type: 'link' } }) {
  const link = useLink(item.id);
  const { store } = useWorkspace();
  if (link === undefined) return null;
  return (
    <>
      <LinkSample kind={link.kind} width={20} />
      <bdi>{describeLink({ store }, link)}</bdi>
    </>
  );
}
