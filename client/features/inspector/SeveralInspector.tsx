/** Several elements at once: their colour, their order, their lock, and deleting them. */
import { Switch } from '@base-ui/react/switch';
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Circle,
  Trash2,
} from 'lucide-react';
import { AXES, type Axis, EDGES, type Edge } from '../../editing/align.ts';
import { alignNodes, chosenNodes, distributeNodes } from '../../editing/arranging.ts';
import { groupAndName } from '../../editing/groupAndName.ts';
import { deleteElements, setField } from '../../editing/mutations.ts';
import { canCreate, canEdit, isFacilitator } from '../../state/rights.ts';
import { useSelected, useWorkspace } from '../../state/workspace.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { useMessages } from '../../ui/locale.ts';
import { roveFocus } from '../../ui/rovingFocus.ts';
import { IconButton } from '../../ui/Tip.tsx';
import { Swatches } from './fields.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { SeenBy } from './SeenBy.tsx';

const EDGE_SIGNS = {
  start: AlignStartVertical,
  centre: AlignCenterVertical,
  end: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
} as const satisfies Record<Edge, unknown>;

const AXIS_SIGNS = {
  horizontal: AlignHorizontalDistributeCenter,
  vertical: AlignVerticalDistributeCenter,
} as const satisfies Record<Axis, unknown>;

const UNCOLORED = new Set(['body', 'area', 'note']);

export function SeveralInspector() {
  const workspace = useWorkspace();
  const { store, rights } = workspace;
  useStoreVersion(store);
  const selection = useSelected((state) => state.selection);
  const { inspector, editing, commands } = useMessages();
  const elements = workspace.store.elements(selection);
  const nodes = chosenNodes(workspace, selection);
  const open = elements.filter((element) => canEdit(rights, element));
  const movable = nodes.filter((node) => canEdit(rights, node));
  const colored = movable.filter(({ kind }) => !UNCOLORED.has(kind));
  const locked = elements.filter((element) => element.locked).length;
  const colors = new Set(colored.map(({ color }) => color));
  const cannot = locked > 0 ? editing.locked(locked) : inspector.readOnly;
  const fixed = movable.length === 0 ? cannot : null;
  const people = nodes.some(({ kind }) => kind === 'person');
  return (
    <>
      <InspectorHead title={inspector.several(selection.size)} />
      <div className="inspector-body">
        {nodes.length > 1 && (
          <section>
            <h3>{editing.align}</h3>
            <div className="act-row" role="toolbar" aria-label={editing.align} onKeyDown={roveFocus}>
              {EDGES.map((edge) => {
                const Sign = EDGE_SIGNS[edge];
                return (
                  <IconButton
                    key={edge}
                    label={editing.aligns[edge]}
                    whyNot={fixed}
                    onClick={() => alignNodes(workspace, { ids: selection, edge })}
                  >
                    <Sign size={16} aria-hidden="true" />
                  </IconButton>
                );
              })}
            </div>
            <h3>{editing.distribute}</h3>
            <div className="act-row" role="toolbar" aria-label={editing.distribute} onKeyDown={roveFocus}>
              {AXES.map((axis) => {
                const Sign = AXIS_SIGNS[axis];
                return (
                  <IconButton
                    key={axis}
                    label={editing.distributes[axis]}
                    whyNot={fixed ?? (nodes.length < 3 ? commands.needThree : null)}
                    onClick={() => distributeNodes(workspace, { ids: selection, axis })}
                  >
                    <Sign size={16} aria-hidden="true" />
                  </IconButton>
                );
              })}
            </div>
          </section>
        )}
        {colored.length > 0 && (
          <section>
            <Swatches
              name="several"
              value={colors.size === 1 ? ([...colors][0] ?? null) : null}
              onChoose={(value) =>
                setField(workspace, { ids: colored.map(({ id }) => id), field: 'color', value })
              }
            />
          </section>
        )}
        {(locked > 0 || open.length === 0) && (
          <section>
            <p className="hint">{cannot}</p>
          </section>
        )}
        <SeenBy ids={elements.map(({ id }) => id)} />
        {people && canCreate(rights) && (
          <section>
            <button type="button" className="button is-small" onClick={() => groupAndName(workspace)}>
              <Circle size={14} aria-hidden="true" />
              {editing.group}
            </button>
          </section>
        )}
      </div>
      <footer className="inspector-foot">
        {isFacilitator(rights) && (
          // biome-ignore lint/a11y/noLabelWithoutControl: the switch is the control.
          <label className="switch-label">
            <Switch.Root
              className="switch"
              checked={elements.length > 0 && locked === elements.length}
              onCheckedChange={(value) => setField(workspace, { ids: selection, field: 'locked', value })}
            >
              <Switch.Thumb className="switch-thumb" />
            </Switch.Root>
            {inspector.locked}
          </label>
        )}
        <span className="grow" />
        {open.length > 0 && (
          <button
            type="button"
            className="button is-small is-danger"
            onClick={() => deleteElements(workspace, selection)}
          >
            <Trash2 size={14} aria-hidden="true" />
            {inspector.delete}
          </button>
        )}
      </footer>
    </>
  );
}
