/** Our whole board screen, without a server behind it. */
import '../../../../client/styles.ts';
import { createRoot } from 'react-dom/client';
import { BoardScreen } from '../../../../client/app/BoardScreen.tsx';
import { linkMap, nodeMap } from '../../../../client/editing/newElements.ts';
import { select } from '../../../../client/state/ui.ts';
import { createViews, ViewsContext } from '../../../../client/state/views.ts';
import { openWorkspace, WorkspaceContext } from '../../../../client/state/workspace.ts';
import { makeReplica } from '../../../../client/sync/viewReplica.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';
import { benchBoard } from './boards.ts';
import { asked, offer, viewportAt } from './drive.ts';

const { nodes: size, zoom } = asked();
const board = benchBoard(size);
const replica = makeReplica({
  generation: 1,
  serverUrl: 'ws://localhost:1',
  board: 'bench',
  viewpoint: 'facilitator',
  token: 'none',
  onNotice: () => {},
});
replica.doc.transact(() => {
  const [nodes, links] = [replica.doc.getMap('nodes'), replica.doc.getMap('links')];
  for (const { id, kind, label, position } of board.nodes) {
    const extent = kind === 'circle' ? { width: 208, height: 208 } : null;
    const color = kind === 'circle' ? id.length % 8 : null;
    nodes.set(id, nodeMap({ kind, label, position, size: extent, color }));
  }
  for (const { id, kind, source, target } of [...board.links, ...board.memberships]) {
    links.set(id, linkMap({ kind, source: source as NodeId, target: target as NodeId }));
  }
});
const workspace = openWorkspace({
  replica,
  board: 'bench',
  viewpoint: 'facilitator',
  rights: { role: 'facilitator', viewing: false },
  name: 'Fay',
  color: 0,
});
const session = { token: 'none', role: 'facilitator', viewpoint: 'facilitator', name: 'Fay' } as never;
createRoot(document.getElementById('root') as HTMLElement).render(
  <ViewsContext value={createViews()}>
    <WorkspaceContext value={workspace}>
      <BoardScreen
        connection={{ phase: 'open', replica, saved: 'saved' }}
        homeStore={replica.store}
        session={session}
        viewing={null}
        viewport={{ current: viewportAt(board, zoom) }}
      />
    </WorkspaceContext>
  </ViewsContext>,
);
await offer({
  board,
  select: (ids) => select(workspace.ui, ids),
  grip: (id) => document.querySelector(`.react-flow__node[data-id="${id}"] .hit`),
});
