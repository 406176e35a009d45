/**
 * The banner while a facilitator views as another viewpoint: whose view it is, and the way back. Editing and
 * presence there are off unless they are switched on here.
 */
import { Switch } from '@base-ui/react/switch';
import { ChevronLeft, ChevronRight, Eye } from 'lucide-react';
import type { Viewpoint } from '../../../shared/model/ids.ts';
import { stepFrom } from '../../state/stepping.ts';
import { viewpointName } from '../../state/viewpointNames.ts';
import { viewAs as lookAs, useView, useViews } from '../../state/views.ts';
import type { BoardStore } from '../../sync/store.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { said } from '../../ui/bidiIsolate.ts';
import { useMessages } from '../../ui/locale.ts';
import { IconButton } from '../../ui/Tip.tsx';
import './views.css';

export interface ViewBannerProps {
  readonly homeStore: BoardStore;
  readonly viewing: Viewpoint;
}

export function ViewBanner({ homeStore, viewing }: ViewBannerProps) {
  const { viewAs } = useMessages();
  const views = useViews();
  const editing = useView((state) => state.editing);
  const present = useView((state) => state.present);
  useStoreVersion(homeStore);
  const step = (by: 1 | -1) => stepFrom(homeStore.nodes.values(), { from: viewing, by });
  const [previous, next] = [step(-1), step(1)];
  return (
    <section className="view-banner bar" aria-label={viewAs.label}>
      <Eye size={16} aria-hidden="true" />
      <span className="view-banner-text">{viewAs.banner(said(viewpointName(homeStore, viewing)))}</span>
      {previous !== null && next !== null && (
        <span className="view-steps">
          <IconButton small label={viewAs.previous} hint="[" onClick={() => lookAs(views, previous)}>
            <ChevronLeft className="flips" size={16} aria-hidden="true" />
          </IconButton>
          <IconButton small label={viewAs.next} hint="]" onClick={() => lookAs(views, next)}>
            <ChevronRight className="flips" size={16} aria-hidden="true" />
          </IconButton>
        </span>
      )}
      <ViewSwitch
        label={viewAs.edit}
        hint={viewAs.editOn}
        checked={editing}
        onChange={(on) => views.setState({ editing: on })}
      />
      <ViewSwitch
        label={viewAs.present}
        hint={viewAs.presentOn}
        checked={present}
        onChange={(on) => views.setState({ present: on })}
      />
      <button type="button" className="button is-small is-primary" onClick={() => lookAs(views, null)}>
        {viewAs.back}
        <span className="key-hint" aria-hidden="true">
          Esc
        </span>
      </button>
    </section>
  );
}

interface ViewSwitchProps {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

function ViewSwitch({ label, hint, checked, onChange }: ViewSwitchProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch is the control.
    <label className="switch-label" title={hint}>
      <Switch.Root className="switch" checked={checked} onCheckedChange={onChange}>
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
      {label}
    </label>
  );
}
