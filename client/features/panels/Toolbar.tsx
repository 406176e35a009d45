/** The tools, each with its key in the corner. Those that draw are there only for those who may draw. */
import { Hand, MousePointer2, Spline } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { NodeKind } from '../../../shared/model/kinds.ts';
import { TOOL_KEYS } from '../../canvas/keyboard/commands.ts';
import { keyboardLinkSource, startKeyboardLink } from '../../canvas/keyboardLinking/keyboardLinking.ts';
import { KindIcon } from '../../shapes/KindIcon.tsx';
import { canCreate } from '../../state/rights.ts';
import type { Tool } from '../../state/ui.ts';
import { useBoardLocked, useSelected, useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import type { Messages } from '../../ui/messages/en.ts';
import { roveFocus } from '../../ui/rovingFocus.ts';
import { Tip } from '../../ui/Tip.tsx';
import './toolbar.css';

/** The other tools each add a node of their kind. */
const GLYPHS = { select: MousePointer2, hand: Hand, link: Spline } as const satisfies Record<
  Exclude<Tool, NodeKind>,
  unknown
>;
const GLYPH_SIZE = 18;

const GROUPS: readonly (readonly Tool[])[] = [
  ['select', 'hand'],
  ['person', 'circle', 'cell', 'body', 'area', 'organization', 'note'],
  ['link'],
];

function keyOf(tool: Tool): string {
  return (
    Object.entries(TOOL_KEYS)
      .find(([, of]) => of === tool)?.[0]
      .replace('Key', '') ?? ''
  );
}

function isPlainTool(tool: Tool): tool is keyof typeof GLYPHS {
  return tool in GLYPHS;
}

function nameOfTool(tool: Tool, { tools, nodeKinds }: Messages): string {
  return isPlainTool(tool) ? tools[tool] : nodeKinds[tool];
}

/** Where there is little room the tools lie along the bottom: see the style sheet for touch. */
const NARROW = matchMedia('(max-width: 720px)');

function onNarrow(listener: () => void): () => void {
  NARROW.addEventListener('change', listener);
  return () => NARROW.removeEventListener('change', listener);
}

function ToolGlyph({ tool }: { readonly tool: Tool }) {
  if (!isPlainTool(tool)) return <KindIcon kind={tool} size={GLYPH_SIZE} />;
  const Glyph = GLYPHS[tool];
  return <Glyph size={GLYPH_SIZE} strokeWidth={1.75} aria-hidden="true" />;
}

export function Toolbar() {
  const workspace = useWorkspace();
  const { rights, ui } = workspace;
  const messages = useMessages();
  const current = useSelected((state) => state.tool);
  const lies = useSyncExternalStore(onNarrow, () => NARROW.matches);
  useBoardLocked();
  const groups = canCreate(rights) ? GROUPS : GROUPS.slice(0, 1);
  const take = (tool: Tool, byKey: boolean) => {
    ui.setState({ tool, linking: null, keyboardLink: null });
    const source = tool === 'link' && byKey ? keyboardLinkSource(workspace) : null;
    if (source !== null) startKeyboardLink(workspace, source);
  };
  return (
    // One stop of the Tab key; the arrows go from tool to tool.
    <div
      className="toolbar bar"
      role="toolbar"
      aria-label={messages.tools.label}
      aria-orientation={lies ? 'horizontal' : 'vertical'}
      onKeyDown={roveFocus}
    >
      {groups.map((tools, index) => (
        <div key={tools[0]} className="toolbar-group">
          {index > 0 && <hr />}
          {tools.map((tool) => {
            const name = nameOfTool(tool, messages);
            return (
              <Tip key={tool} label={name} hint={keyOf(tool)} side={lies ? 'top' : 'inline-end'}>
                <button
                  type="button"
                  className="tool"
                  tabIndex={tool === current ? 0 : -1}
                  aria-label={name}
                  aria-keyshortcuts={keyOf(tool)}
                  aria-pressed={tool === current}
                  onClick={(event) => take(tool, event.detail === 0)}
                >
                  <ToolGlyph tool={tool} />
                  <em aria-hidden="true">{keyOf(tool)}</em>
                </button>
              </Tip>
            );
          })}
        </div>
      ))}
    </div>
  );
}
