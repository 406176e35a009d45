/** What a node belongs to, who belongs to it, and its links: each row leads there. */
import { Lock } from 'lucide-react';
import type { NodeId } from '../../../shared/model/ids.ts';
import { isDirected, mayJoin } from '../../../shared/model/kinds.ts';
import { createLink, deleteElements } from '../../editing/mutations.ts';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import { LinkSample } from '../../shapes/LinkSample.tsx';
import { nameOf } from '../../state/describe.ts';
import { canCreate, canEdit } from '../../state/rights.ts';
import { useWorkspace, type Workspace } from '../../state/workspace.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { useMessages } from '../../ui/locale.ts';
import { AddMenu } from './AddMenu.tsx';
import { RelationRow } from './RelationRow.tsx';

interface RelationProps {
  readonly node: NodeSnapshot;
}

function linksOf({ store }: Workspace, id: NodeId): LinkSnapshot[] {
  return [...store.linksAt(id)].flatMap((link) => store.links.get(link) ?? []);
}

export function GroupList({ node }: RelationProps) {
  const workspace = useWorkspace();
  const { store, scene, rights } = workspace;
  useStoreVersion(store);
  const { inspector } = useMessages();
  // The group it lies in comes first.
  const memberships = linksOf(workspace, node.id)
    .filter((link) => link.kind === 'membership' && link.source === node.id)
    .sort((a, b) => Number(scene.isHeld(b.id)) - Number(scene.isHeld(a.id)));
  const candidates = [...store.nodes.values()].filter(
    (group) =>
      group.id !== node.id &&
      mayJoin('membership', { source: node.kind, target: group.kind }) &&
      !memberships.some(({ target }) => target === group.id),
  );
  if (node.kind === 'note') return null;
  return (
    <section>
      <h3>
        {inspector.groups}
        {canCreate(rights) && (
          <AddMenu
            label={inspector.addGroup}
            nodes={candidates}
            onChoose={(id) => createLink(workspace, { kind: 'membership', source: node.id, target: id })}
          />
        )}
      </h3>
      <ul>
        {memberships.map((link) => {
          const group = store.nodes.get(link.target);
          if (group === undefined) return null;
          return (
            <RelationRow
              key={link.id}
              target={group.id}
              glyph={<KindGlyph kind={group.kind} hue={group.color} label={group.label} size={22} />}
              name={nameOf(group)}
              end={
                scene.isHeld(link.id) ? (
                  inspector.home
                ) : (
                  <>
                    {group.disclosure === 'detached' && <Lock size={13} aria-hidden="true" />}
                    {inspector.seat}
                  </>
                )
              }
              onRemove={canEdit(rights, link) ? () => deleteElements(workspace, [link.id]) : null}
            />
          );
        })}
      </ul>
    </section>
  );
}

export function MemberList({ node }: RelationProps) {
  const workspace = useWorkspace();
  const { store, scene, rights } = workspace;
  useStoreVersion(store);
  const { inspector, nodeKinds } = useMessages();
  const memberships = linksOf(workspace, node.id).filter(
    (link) => link.kind === 'membership' && link.target === node.id,
  );
  const candidates = [...store.nodes.values()].filter(
    (member) =>
      member.id !== node.id &&
      mayJoin('membership', { source: member.kind, target: node.kind }) &&
      !memberships.some(({ source }) => source === member.id),
  );
  const homeOf = (member: NodeSnapshot): string => {
    const home = linksOf(workspace, member.id).find(
      (link) => link.source === member.id && scene.isHeld(link.id),
    );
    return home === undefined || home.target === node.id
      ? nodeKinds[member.kind]
      : nameOf(store.nodes.get(home.target));
  };
  return (
    <section>
      <h3>
        {inspector.members}
        {canCreate(rights) && (
          <AddMenu
            label={inspector.addMember}
            nodes={candidates}
            onChoose={(id) => createLink(workspace, { kind: 'membership', source: id, target: node.id })}
          />
        )}
      </h3>
      <ul>
        {memberships.map((link) => {
          const member = store.nodes.get(link.source);
          if (member === undefined) return null;
          const hue = scene.nodes.find(({ id }) => id === member.id)?.data.hue ?? member.color;
          return (
            <RelationRow
              key={link.id}
              target={member.id}
              glyph={<KindGlyph kind={member.kind} hue={hue} label={member.label} size={24} />}
              name={nameOf(member)}
              end={<bdi>{homeOf(member)}</bdi>}
              onRemove={canEdit(rights, link) ? () => deleteElements(workspace, [link.id]) : null}
            />
          );
        })}
      </ul>
    </section>
  );
}

export function NodeLinks({ node }: RelationProps) {
  const workspace = useWorkspace();
  const { store, ui, rights } = workspace;
  useStoreVersion(store);
  const { inspector, linkKinds } = useMessages();
  const links = linksOf(workspace, node.id).filter(({ kind }) => kind !== 'membership');
  const candidates = [...store.nodes.values()].filter(({ id }) => id !== node.id);
  return (
    <section>
      <h3>
        {inspector.links}
        {canCreate(rights) && (
          <AddMenu
            label={inspector.addLink}
            nodes={candidates}
            onChoose={(id) => ui.setState({ linkChoice: { source: node.id, target: id, at: node.position } })}
          />
        )}
      </h3>
      <ul>
        {links.map((link) => {
          const incoming = link.target === node.id;
          const other = store.nodes.get(incoming ? link.source : link.target);
          const kind = linkKinds[link.kind];
          return (
            <RelationRow
              key={link.id}
              target={link.id}
              glyph={<LinkSample kind={link.kind} />}
              name={nameOf(other)}
              end={incoming && isDirected(link.kind) ? inspector.incoming(kind) : kind}
            />
          );
        })}
      </ul>
    </section>
  );
}
