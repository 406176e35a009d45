/** The popup of a PopupButton: anchored to the button, returns the focus to it when it closes. Loaded lazily. */
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
        // A click on the button closes it already; closing here as well would open it again.
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
