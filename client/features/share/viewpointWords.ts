/** What a viewpoint is called in the share dialog, and the line beneath. */
import type { NodeRecord } from '../../../shared/model/element.ts';
import { disclosureOf } from '../../../shared/policies/policies.ts';
import { nameOf } from '../../state/describe.ts';
import type { BoardStore } from '../../sync/store.ts';
import { useMessages } from '../../ui/locale.ts';
import { useShareMessages } from './messages.ts';

export interface ViewpointWords {
  readonly name: string;
  readonly line: string;
}

export function useViewpointWords(store: BoardStore): (viewpoint: string) => ViewpointWords {
  const share = useShareMessages();
  const { everyone, facilitator, nodeKinds, disclosures, comma } = useMessages();
  return (viewpoint) => {
    if (viewpoint === 'facilitator') return { name: facilitator, line: share.seesEverything };
    if (viewpoint === 'everyone') return { name: everyone, line: share.openOnly };
    const node = store.nodes.get(viewpoint);
    if (node === undefined) return { name: share.gone, line: '' };
    const kind = nodeKinds[node.kind];
    const { policy } = store;
    const disclosure =
      node.disclosure ?? (policy === null ? null : disclosureOf({ kind: node.kind } as NodeRecord, policy));
    const said = disclosure === null ? '' : comma + disclosures[disclosure].toLocaleLowerCase();
    return { name: nameOf(node), line: kind + said };
  };
}
