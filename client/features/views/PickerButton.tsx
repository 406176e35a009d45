/** A button that shows the chosen viewpoint and opens the list of all. */
import { Popover } from '@base-ui/react/popover';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Viewpoint } from '../../../shared/model/ids.ts';
import { viewpointName } from '../../state/viewpointNames.ts';
import type { BoardStore } from '../../sync/store.ts';
import { ViewpointGlyph } from './ViewpointGlyph.tsx';
import ViewpointPicker from './ViewpointPicker.tsx';
import './pickerButton.css';
import './viewAs.css';

export interface PickerButtonProps {
  readonly store: BoardStore;
  readonly current: Viewpoint | null;
  readonly label: string;
  readonly onChoose: (viewpoint: Viewpoint) => void;
  /** What stands on the button; the chosen viewpoint where nothing is given. */
  readonly children?: ReactNode;
}

export function PickerButton({ store, current, label, onChoose, children }: PickerButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        className={
          children === undefined ? 'button is-small is-outlined picker-button' : 'icon-button is-small'
        }
        aria-label={label}
        title={label}
      >
        {children ??
          (current !== null && (
            <>
              <ViewpointGlyph store={store} viewpoint={current} size={18} />
              <bdi>{viewpointName(store, current)}</bdi>
              <ChevronDown size={13} aria-hidden="true" />
            </>
          ))}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popup-positioner" sideOffset={6} align="center">
          <Popover.Popup className="popup view-list" aria-label={label}>
            <ViewpointPicker
              store={store}
              current={current}
              onChoose={(viewpoint) => {
                setOpen(false);
                onChoose(viewpoint);
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
