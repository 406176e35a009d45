/**
 * A control with a tooltip that shows its accessible name and shortcut. A disabled one stays focusable, and
 * its tooltip gives the reason.
 */
import { Tooltip } from '@base-ui/react/tooltip';
import type { ComponentProps, ReactElement } from 'react';
import './tooltip.css';

export interface TipProps {
  readonly label: string;
  readonly hint?: string;
  /** Whether the tooltip is disabled. */
  readonly isOff?: boolean;
  readonly side?: 'top' | 'bottom' | 'inline-start' | 'inline-end';
  readonly children: ReactElement<Record<string, unknown>>;
}

export function Tip({ label, hint, isOff = false, side = 'bottom', children }: TipProps) {
  return (
    <Tooltip.Root disabled={isOff}>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner className="popup-positioner" side={side} sideOffset={6}>
          <Tooltip.Popup className="tooltip">
            {label}
            {hint !== undefined && <kbd>{hint}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

/** The props of a button that is disabled for a reason; none where the reason is null. */
export function unusable(whyNot: string | null) {
  return whyNot === null
    ? {}
    : ({ 'aria-disabled': true, 'aria-description': whyNot, onClick: undefined } as const);
}

export interface IconButtonProps extends ComponentProps<'button'> {
  readonly label: string;
  readonly hint?: string;
  readonly small?: boolean;
  readonly side?: TipProps['side'];
  /** The reason why it is disabled; null where it is not. */
  readonly whyNot?: string | null;
}

/** An icon button. */
export function IconButton({
  label,
  hint,
  small = false,
  side,
  whyNot = null,
  className = '',
  ...button
}: IconButtonProps) {
  const tip = {
    label: whyNot === null ? label : `${label}: ${whyNot}`,
    ...(hint === undefined || whyNot !== null ? {} : { hint }),
    ...(side === undefined ? {} : { side }),
  };
  return (
    <Tip {...tip}>
      <button
        type="button"
        aria-label={label}
        className={`icon-button ${small ? 'is-small' : ''} ${className}`}
        {...button}
        {...unusable(whyNot)}
      />
    </Tip>
  );
}
