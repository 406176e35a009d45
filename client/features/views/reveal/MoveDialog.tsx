/**
 * Moves a person from one group to another, with a preview. The person comes to lie in the new group where it
 * holds people; dragging by hand does the same without asking.
 */
import { useId, useMemo, useState } from 'react';
import type { BoardEdit } from '../../../../shared/explain/boardEdit.ts';
import { IMAGINED } from '../../../../shared/explain/whyNot.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';
import { mayJoin } from '../../../../shared/model/kinds.ts';
import { placeNodes } from '../../../editing/mutations.ts';
import { nameOf } from '../../../state/describe.ts';
import { viewpointGroups } from '../../../state/viewpoints.ts';
import { useViews } from '../../../state/views.ts';
import { useWorkspace, type Workspace } from '../../../state/workspace.ts';
import { said } from '../../../ui/bidiIsolate.ts';
import { useMessages } from '../../../ui/locale.ts';
import { Select } from '../../../ui/Select.tsx';
import { writeBoardEdits } from '../applyBoardEdits.ts';
import { useViewsMessages } from '../messages.ts';
import PreviewDialog from '../preview/PreviewDialog.tsx';
import './reveal.css';

export default function MoveDialog({ id }: { readonly id: NodeId }) {
  const workspace = useWorkspace();
  const { store } = workspace;
  const views = useViews();
  const { move } = useViewsMessages();
  const { viewAs } = useMessages();
  const memberships = [...store.linksAt(id)].flatMap((linkId) => {
    const link = store.links.get(linkId);
    return link?.kind === 'membership' && link.source === id ? [link] : [];
  });
  const [from, setFrom] = useState<string>(memberships[0]?.id ?? '');
  const [to, setTo] = useState<string>('');
  const ids = useId();
  const edits = useMemo((): BoardEdit[] => {
    const left = store.links.get(from);
    const leaving: BoardEdit[] = left === undefined ? [] : [{ type: 'remove', id: left.id }];
    const target = store.nodes.get(to);
    if (target === undefined) return leaving;
    const element = {
      id: IMAGINED,
      kind: 'membership',
      source: id,
      target: target.id,
      label: '',
      caption: '',
      locked: false,
      owner: 'facilitator',
    } as const;
    return [...leaving, { type: 'put', element }];
  }, [from, to, id, store]);
  const groups = viewpointGroups(store.nodes.values()).filter(
    ({ kind }) => kind !== 'person' && mayJoin('membership', { source: 'person', target: kind }),
  );
  const joined = new Set(memberships.map(({ target }) => target));
  return (
    <PreviewDialog
      title={move.title(said(nameOf(store.nodes.get(id))))}
      edits={edits}
      confirm={move.apply}
      onConfirm={() => {
        workspace.history.act(() => {
          writeBoardEdits(workspace, edits);
          layInto(workspace, { person: id, group: to });
        });
      }}
      onClose={() => views.setState({ moving: null })}
    >
      <div className="move-fields">
        <label htmlFor={`${ids}from`}>
          <span>{move.from}</span>
          <Select
            id={`${ids}from`}
            value={from}
            onChoose={setFrom}
            choices={[
              { value: '', label: move.stay },
              ...memberships.map((link) => ({ value: link.id, label: nameOf(store.nodes.get(link.target)) })),
            ]}
          />
        </label>
        <label htmlFor={`${ids}to`}>
          <span>{move.to}</span>
          <Select
            id={`${ids}to`}
            value={to}
            onChoose={setTo}
            choices={[
              { value: '', label: move.nowhere },
              ...groups.map(({ kind, nodes }) => ({
                heading: viewAs.groups[kind],
                choices: nodes
                  .filter(({ id: group }) => !joined.has(group))
                  .map((group) => ({ value: group.id, label: nameOf(group) })),
              })),
            ]}
          />
        </label>
      </div>
    </PreviewDialog>
  );
}

/** The radius of the ring, by the shorter side of the group. */
const RING = 0.27;
/** Radians. Steps of it never meet an angle that is taken. */
const GOLDEN_ANGLE = 2.4;

/** Into a circle or organization the disc goes along; cells and bodies give a seat to a disc that lies elsewhere. */
function layInto(workspace: Workspace, { person, group }: { person: NodeId; group: string }): void {
  const { store, scene } = workspace;
  const target = store.nodes.get(group);
  if (target === undefined || (target.kind !== 'circle' && target.kind !== 'organization')) return;
  const shape = scene.restingShape(group);
  if (shape === null) return;
  // Spread over a ring inside, by how many are there already.
  const inside = [...store.linksAt(group)].length;
  const reach = Math.min(shape.width, shape.height) * RING;
  const angle = inside * GOLDEN_ANGLE;
  const position = {
    x: target.position.x + Math.cos(angle) * reach,
    y: target.position.y + Math.sin(angle) * reach,
  };
  placeNodes(workspace, { positions: new Map([[person, position]]) });
}
