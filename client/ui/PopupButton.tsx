/** A button that opens a lazily loaded popup beside it. */
import { type ReactNode, Suspense, useRef, useState } from 'react';
import { lazyPart } from './lazyPart.ts';

const Popup = lazyPart(() => import('./Popup.tsx'));

export interface PopupButtonProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly className: string;
  /** The button's content. */
  readonly face: ReactNode;
  /** The accessible name, where the content does not give it. */
  readonly label?: string;
  readonly keys?: string;
  readonly title?: string;
  readonly popupLabel: string;
  readonly popupClassName: string;
  readonly side?: 'top' | 'bottom';
  readonly align: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

export function PopupButton({
  open,
  onOpenChange,
  className,
  face,
  label,
  keys,
  title,
  popupLabel,
  popupClassName,
  side = 'bottom',
  align,
  children,
}: PopupButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={label}
        aria-keyshortcuts={keys}
        title={title}
        onClick={() => onOpenChange(!open)}
      >
        {face}
      </button>
      {wasOpen && (
        <Suspense fallback={null}>
          <Popup
            button={button}
            open={open}
            onClose={() => onOpenChange(false)}
            label={popupLabel}
            className={popupClassName}
            side={side}
            align={align}
          >
            {children}
          </Popup>
        </Suspense>
      )}
    </>
  );
}
