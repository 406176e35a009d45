/** While a drawing tool is in hand: what to do with it. */
import { useSelected } from '../board/workspace.ts';
import { useMessages } from '../ui/locale.ts';

export function ToolHint() {
  const tool = useSelected((state) => state.tool);
  const { tools, nodeKinds, handling } = useMessages();
  const aims = useSelected((state) => state.aiming !== null);
  if (tool === 'select' || tool === 'hand') return null;
  return (
    <p className="tool-hint" role="status">
      {aims ? handling.aimHint : tool === 'link' ? tools.linkHint : tools.placeHint(nodeKinds[tool])}
    </p>
  );
}
