/** What a popup button opens: comes over the page beside the button, and gives the focus back to it. Loaded later. */
import { Popover } from '@base-ui/react/popover';
import type { ReactNode, RefObject } from 'react';

export interface PopupProps {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly className: string;
  readonly side: 'top' | 'bottom';
  readonly align: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

export default function Popup({
  button,
  open,
  onClose,
  label,
  className,
  side,
  align,
  children,
}: PopupProps) {
  return (
    <Popover.Root
      open={open}
      onOpenChange={(isOpen, { event }) => {
        // The button closes by its own click, which would open it again.
        const byButton = event.target instanceof Node && button.current?.contains(event.target);
        if (!isOpen && !byButton) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          className="popup-positioner"
          anchor={button}
          side={side}
          align={align}
          sideOffset={side === 'top' ? 10 : 6}
        >
          <Popover.Popup className={`popup ${className}`} aria-label={label} finalFocus={button}>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
