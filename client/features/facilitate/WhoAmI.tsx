/** For participants: explains their viewpoint and role. Says nothing of what they do not see. */
import { useState } from 'react';
import { DrawnMark } from '../../shapes/UnconfirmedMark.tsx';
import { nameOf } from '../../state/describe.ts';
import { useNode, useWorkspace } from '../../state/workspace.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { useMessages } from '../../ui/locale.ts';
import { followsCalls, setFollowsCalls } from './followCalls.ts';
import { useFacilitateMessages } from './messages.ts';
import './confirming.css';
import './whoAmI.css';

export default function WhoAmI() {
  const { store, viewpoint, rights } = useWorkspace();
  const node = useNode(viewpoint);
  useStoreVersion(store);
  const { me, followCalls } = useFacilitateMessages();
  const { everyone, roles, session } = useMessages();
  const [follows, setFollows] = useState(followsCalls);
  const name = node === undefined ? everyone : nameOf(node);
  const waiting = [...store.nodes.values(), ...store.links.values()].filter(({ unconfirmed }) => unconfirmed);
  return (
    <div className="who-am-i">
      <p className="title">
        <bdi>{me.title(name, roles[rights.role])}</bdi>
      </p>
      <p>
        {node === undefined ? me.everyone : me.seesAs[node.kind]} {me.only}
      </p>
      {rights.role === 'viewer' ? (
        <p>{me.viewer}</p>
      ) : (
        <>
          <p>{rights.locked ? session.boardLocked : me.editor}</p>
          <p className="mark-line">
            <svg width={22} height={14} aria-hidden="true">
              <DrawnMark mark={{ hue: null, title: '' }} x={11} y={7} />
            </svg>
            <span>{me.mark}</span>
          </p>
          {waiting.length > 0 && <p>{me.waiting(waiting.length)}</p>}
        </>
      )}
      <label className="keep-line">
        <input
          type="checkbox"
          checked={follows}
          onChange={(event) => {
            setFollowsCalls(event.target.checked);
            setFollows(event.target.checked);
          }}
        />
        {followCalls}
      </label>
    </div>
  );
}
