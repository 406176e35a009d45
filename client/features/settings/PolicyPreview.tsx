/** Who would gain and lose what by a change of the policy, before it takes effect. */
import type { ViewChange } from '../../../shared/explain/preview.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useViewsMessages } from '../views/messages.ts';
import { PreviewList } from '../views/preview/PreviewList.tsx';
import { useSettingsMessages } from './messages.ts';

export interface PolicyPreviewProps {
  /** Null while it is worked out. */
  readonly changes: readonly ViewChange[] | null;
}

export function PolicyPreview({ changes }: PolicyPreviewProps) {
  const { store } = useWorkspace();
  const { preview } = useViewsMessages();
  const settings = useSettingsMessages();
  return (
    <section className="policy-preview">
      <h3>{settings.ahead}</h3>
      {changes === null ? (
        <p className="hint" role="status">
          {preview.working}
        </p>
      ) : (
        <PreviewList store={store} changes={changes} />
      )}
    </section>
  );
}
