/** While a drawing tool is in hand: what to do with it. */
import { useSelected } from '../board/workspace.ts';
import { useMessages } from '../ui/locale.ts';

export function ToolHint() {
  const tool = useSelected((state) => state.tool);
  const { tools, nodeKinds } = useMessages();
  if (tool === 'select' || tool === 'hand') return null;
  return (
    <p className="tool-hint" role="status">
      {tool === 'link' ? tools.linkHint : tools.placeHint(nodeKinds[tool])}
    </p>
  );
}
