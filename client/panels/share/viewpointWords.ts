/** What a viewpoint is called in the share dialog, and the line beneath. */
import type { NodeId } from '../../../shared/model/ids.ts';
import { nameOf } from '../../board/describe.ts';
import type { BoardStore } from '../../sync/store.ts';
import { useMessages } from '../../ui/locale.ts';
import { useSharing } from '../../ui/messages/sharing.ts';

export interface ViewpointWords {
  readonly name: string;
  readonly line: string;
}

export function useViewpointWords(store: BoardStore): (viewpoint: string) => ViewpointWords {
  const share = useSharing();
  const { everyone, facilitator, nodeKinds, disclosures } = useMessages();
  return (viewpoint) => {
    if (viewpoint === 'facilitator') return { name: facilitator, line: share.seesEverything };
    if (viewpoint === 'everyone') return { name: everyone, line: share.openOnly };
    const node = store.nodes.get(viewpoint as NodeId);
    if (node === undefined) return { name: share.gone, line: '' };
    const kind = nodeKinds[node.kind];
    const { disclosure } = node;
    return { name: nameOf(node), line: disclosure === null ? kind : `${kind}, ${disclosures[disclosure]}` };
  };
}
