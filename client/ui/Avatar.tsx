/** A person as a small disc with initials. Decoration: the name is said beside it. */

import { hueClass } from '../canvas/nodes/NodeFrame.tsx';
import { initialsOf } from './initials.ts';

export interface AvatarProps {
  readonly name: string;
  readonly color: number;
  readonly title?: string;
}

export function Avatar({ name, color, title = name }: AvatarProps) {
  return (
    <span className={`avatar ${hueClass(color)}`} aria-hidden="true" title={title}>
      {initialsOf(name) || '·'}
    </span>
  );
}
