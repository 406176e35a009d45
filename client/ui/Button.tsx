/** A button with a text label. A disabled one stays focusable and gives its reason. */
import type { ComponentProps } from 'react';
import { Tip, unusable } from './Tip.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look: 'primary' | 'outlined';
  readonly small?: boolean;
  /** The reason why it is disabled; null where it is not. */
  readonly whyNot: string | null;
}

/** A submit handler has to check for itself whether the button is disabled. */
export function Button({ look, small = false, whyNot, ...button }: ButtonProps) {
  return (
    <Tip label={whyNot ?? ''} isOff={whyNot === null} side="top">
      <button
        type="button"
        className={`button is-${look} ${small ? 'is-small' : ''}`}
        {...button}
        {...unusable(whyNot)}
      />
    </Tip>
  );
}
