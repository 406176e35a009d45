/**
 * A control with a tooltip that names it, and its key. The tooltip repeats the accessible name. One that cannot
 * be used now stays in reach of the keyboard and says why instead.
 */
import { Tooltip } from '@base-ui/react/tooltip';
import type { ComponentProps, ReactElement } from 'react';
import './tooltip.css';

export interface TipProps {
  readonly label: string;
  readonly hint?: string;
  /** Where there is nothing to say just now. */
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

/** What makes a button one that cannot be used now; nothing where it can. */
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
  /** Why it cannot be used now; null where it can. */
  readonly whyNot?: string | null;
}

/** A button that shows a glyph alone. */
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
