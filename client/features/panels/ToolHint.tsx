/** The hint of the current drawing tool: how to use it, and captions for the next node. */
import { Suspense } from 'react';
import { useSelected } from '../../state/workspace.ts';
import { hasFingers } from '../../ui/fingers.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { useMessages } from '../../ui/locale.ts';
import './toolHint.css';

const CaptionChips = lazyPart(() => import('../settings/CaptionChips.tsx'));

export function ToolHint() {
  const tool = useSelected((state) => state.tool);
  const { tools, nodeKinds, handling } = useMessages();
  const isLinkingByKeyboard = useSelected((state) => state.keyboardLink !== null);
  const told = hasFingers() ? handling.byFinger : tools;
  if (tool === 'select' || tool === 'hand') return null;
  return (
    <div className="tool-hint">
      <p role="status">
        {isLinkingByKeyboard
          ? handling.keyboardLinkHint
          : tool === 'link'
            ? told.linkHint
            : told.placeHint(nodeKinds[tool])}
      </p>
      {tool !== 'link' && tool !== 'note' && (
        <Suspense fallback={null}>
          <CaptionChips key={tool} kind={tool} />
        </Suspense>
      )}
    </div>
  );
}
