/** The panel beside the canvas: what is selected, field by field. Not there while nothing is. */
import { type KeyboardEvent, Suspense, useState } from 'react';
import { useSelectionAtRest } from '../../state/afterDrag.ts';
import { useLink, useNode } from '../../state/workspace.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { useMessages } from '../../ui/locale.ts';
import './inspector.css';

const NodeInspector = lazyPart(async () => ({
  default: (await import('./NodeInspector.tsx')).NodeInspector,
}));
const LinkInspector = lazyPart(async () => ({
  default: (await import('./LinkInspector.tsx')).LinkInspector,
}));
const SeveralInspector = lazyPart(async () => ({
  default: (await import('./SeveralInspector.tsx')).SeveralInspector,
}));

export function Inspector() {
  const selection = useSelectionAtRest();
  const only = selection.size === 1 ? (selection.values().next().value ?? null) : null;
  const { inspector, handling } = useMessages();
  const [isOpen, setOpen] = useState(false);
  if (selection.size === 0) return null;
  return (
    <aside
      className="inspector"
      aria-label={inspector.label}
      data-open={isOpen || undefined}
      onKeyDown={backToCanvas}
    >
      {/* Only where there is little room, and the inspector is a sheet at the bottom. */}
      <button
        type="button"
        className="sheet-grip"
        aria-expanded={isOpen}
        aria-label={isOpen ? handling.lessOfSheet : handling.moreOfSheet}
        onClick={() => setOpen(!isOpen)}
      />
      <Suspense fallback={null}>
        {only === null ? <SeveralInspector /> : <OneInspector key={only} id={only} />}
      </Suspense>
    </aside>
  );
}

/** Escape leads back to what is inspected, once no list or field over it has taken the key. */
function backToCanvas(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  // What stands over the board is closed first. Popups are the inspector's children for React, but stand elsewhere on the page.
  if (!event.currentTarget.contains(event.target as Node) || document.querySelector('[role="dialog"]'))
    return;
  const selected = document.querySelector<HTMLElement>(
    '.canvas .react-flow__node.selected, .canvas .react-flow__edge.selected',
  );
  (selected ?? document.querySelector<HTMLElement>('.canvas .react-flow__node'))?.focus({
    preventScroll: true,
  });
  event.preventDefault();
}

function OneInspector({ id }: { readonly id: string }) {
  const node = useNode(id);
  const link = useLink(id);
  if (node !== undefined) return <NodeInspector node={node} />;
  return link === undefined ? null : <LinkInspector link={link} />;
}
