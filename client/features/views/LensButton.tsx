/** Switches the lens on and off. Not shown while viewing as another viewpoint. */
import { ScanEye } from 'lucide-react';
import type { Viewpoint } from '../../../shared/model/ids.ts';
import { firstLens } from '../../state/stepping.ts';
import { useView, useViews } from '../../state/views.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import { Tip } from '../../ui/Tip.tsx';

export function LensButton({ viewing }: { readonly viewing: Viewpoint | null }) {
  const { store } = useWorkspace();
  const { viewAs } = useMessages();
  const views = useViews();
  const lens = useView((state) => state.lens);
  if (viewing !== null) return null;
  return (
    <Tip label={viewAs.lens} hint={viewAs.lensHint}>
      <button
        type="button"
        className={`button is-quiet lens-button ${lens === null ? '' : 'is-active'}`}
        aria-label={viewAs.lens}
        aria-pressed={lens !== null}
        onClick={() => views.setState({ lens: lens === null ? firstLens(store.nodes.values()) : null })}
      >
        <ScanEye size={16} aria-hidden="true" />
        <span className="wide-only">{viewAs.lens}</span>
      </button>
    </Tip>
  );
}
