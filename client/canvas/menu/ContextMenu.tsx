/** The context menu of nodes, links, the selection and the empty canvas. Loaded when it is first opened. */
import { Menu } from '@base-ui/react/menu';
import { useReactFlow } from '@xyflow/react';
import type { NodeId } from '../../../shared/model/ids.ts';
import type { NodeKind } from '../../../shared/model/kinds.ts';
import { chosenNodes } from '../../editing/arranging.ts';
import { copyToSystem, paste, removeCut, textOfSystem } from '../../editing/clipboard/boardClipboard.ts';
import { duplicate } from '../../editing/clipboard/pasting.ts';
import { groupAndName } from '../../editing/groupAndName.ts';
import { createNode, deleteElements, setField } from '../../editing/mutations.ts';
import { fitToMembers, membersToFit } from '../../editing/resizing.ts';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import { canCreate, canEdit, isFacilitator } from '../../state/rights.ts';
import { type Menu as MenuPlace, select } from '../../state/ui.ts';
import { fitBoard } from '../../state/viewport.ts';
import { useViews, viewAs } from '../../state/views.ts';
import { useSelected, useWorkspace, type Workspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import { startKeyboardLink } from '../keyboardLinking/keyboardLinking.ts';
import { type MenuAction, type MenuFacts, menuItems } from './items.ts';

/** The menu has closed and restored the focus by then. */
const MENU_CLOSES_MS = 50;

function factsOf(workspace: Workspace): MenuFacts {
  const { ui, rights, store } = workspace;
  const { selection } = ui.getState();
  const elements = workspace.store.elements(selection);
  const nodes = chosenNodes(workspace, selection);
  const [only] = nodes;
  const cannotCreate = canCreate(rights) ? null : rights.viewing ? 'viewing' : 'viewer';
  const locked = elements.some((element) => element.locked);
  const editable = elements.some((element) => canEdit(rights, element));
  return {
    on:
      elements.length === 0
        ? 'canvas'
        : elements.length > 1
          ? 'selection'
          : nodes.length === 1
            ? 'node'
            : 'link',
    cannotCreate,
    cannotEdit: cannotCreate ?? (editable ? null : locked ? 'locked' : 'notAllowed'),
    facilitator: isFacilitator(rights),
    allLocked: elements.every((element) => element.locked),
    kind: nodes.length === 1 ? (only?.kind ?? null) : null,
    nodes: nodes.length,
    people: nodes.filter(({ kind }) => kind === 'person').length,
    members: nodes.length === 1 && only !== undefined ? membersToFit(workspace, only.id).length : 0,
    onBoard: store.nodes.size,
  };
}

export default function ContextMenu({ menu }: { readonly menu: MenuPlace }) {
  const workspace = useWorkspace();
  const { ui, history } = workspace;
  useSelected((state) => state.selection);
  const { editing, canvas, refusals, nodeKinds } = useMessages();
  const flow = useReactFlow();
  const views = useViews();
  const close = () => ui.setState({ menu: null });
  const reasons = {
    viewing: canvas.viewing,
    viewer: canvas.viewer,
    notAllowed: canvas.notAllowed,
    locked: refusals.locked,
    ...editing.why,
  };
  const place = () => flow.screenToFlowPosition(menu.at);

  const acts: Readonly<Record<MenuAction, () => void>> = {
    rename: () => name(),
    editText: () => name(),
    connect: () => {
      const source = firstNode();
      if (source === null) return;
      // The menu has closed and restored the focus before this runs.
      setTimeout(() => {
        startKeyboardLink(workspace, source);
        ui.setState({ linking: { source, at: place() } });
      }, MENU_CLOSES_MS);
    },
    fit: withFirstNode((id) => fitToMembers(workspace, id)),
    group: () => groupAndName(workspace),
    copy: () => void copyToSystem(workspace),
    cut: () => {
      void copyToSystem(workspace);
      removeCut(workspace);
    },
    paste: () => {
      const pointer = place();
      void textOfSystem().then((text) => paste(workspace, { text, flow, pointer }));
    },
    duplicate: () => select(ui, duplicate(workspace, ui.getState().selection)),
    lock: () => setField(workspace, { ids: ui.getState().selection, field: 'locked', value: true }),
    unlock: () => setField(workspace, { ids: ui.getState().selection, field: 'locked', value: false }),
    viewAs: withFirstNode((id) => viewAs(views, id)),
    lens: withFirstNode((id) => views.setState({ lens: { a: id, b: null } })),
    whoSees: () =>
      views.setState({ whoSees: workspace.store.elements(ui.getState().selection)[0]?.id ?? null }),
    remove: () => deleteElements(workspace, ui.getState().selection),
    selectAll: () => select(ui, workspace.store.nodes.keys()),
    fitBoard: () => fitBoard(flow),
  };

  /** The first node selected; null where there is none. */
  function firstNode(): NodeId | null {
    return chosenNodes(workspace, ui.getState().selection)[0]?.id ?? null;
  }

  function withFirstNode(run: (id: NodeId) => void): () => void {
    return () => {
      const id = firstNode();
      if (id !== null) run(id);
    };
  }

  /** Opens the field once the menu has restored the focus. */
  function name() {
    const [id] = ui.getState().selection;
    if (id !== undefined)
      setTimeout(() => ui.setState({ renaming: { id, depth: history.depth } }), MENU_CLOSES_MS);
  }

  function add(kind: NodeKind) {
    const { depth } = history;
    const id = createNode(workspace, { kind, position: place() });
    if (id === null) return;
    select(ui, [id]);
    setTimeout(() => ui.setState({ renaming: { id, depth } }), MENU_CLOSES_MS);
  }

  const anchor = { getBoundingClientRect: () => new DOMRect(menu.at.x, menu.at.y, 0, 0) };
  return (
    <Menu.Root open onOpenChange={(open) => !open && close()} modal={false}>
      <Menu.Portal>
        <Menu.Positioner className="popup-positioner" anchor={anchor} side="bottom" align="start">
          <Menu.Popup className="popup menu" aria-label={editing.menu}>
            {menuItems(factsOf(workspace)).map((item) => {
              if (item.type === 'line')
                return <Menu.Separator key={item.before} className="menu-separator" />;
              const label = item.type === 'add' ? editing.add(nodeKinds[item.kind]) : editing[item.act];
              return (
                <Menu.Item
                  key={label}
                  className="menu-item"
                  disabled={item.reason !== null}
                  title={item.reason === null ? undefined : reasons[item.reason]}
                  onClick={() => {
                    close();
                    if (item.type === 'add') add(item.kind);
                    else acts[item.act]();
                  }}
                >
                  {item.type === 'add' && <KindGlyph kind={item.kind} hue={null} label="" size={18} />}
                  {label}
                </Menu.Item>
              );
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
