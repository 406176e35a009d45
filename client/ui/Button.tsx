/** A button with words on it. One that cannot be used now stays in reach of the keyboard and says why. */
import type { ComponentProps } from 'react';
import { Tip, unusable } from './Tip.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look: 'primary' | 'outlined';
  readonly small?: boolean;
  /** Why it cannot be used now; null where it can. */
  readonly whyNot: string | null;
}

/** Whoever takes what a submit button sends has to look himself whether it can be used. */
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
