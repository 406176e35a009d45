import { hueClass } from './hue.ts';
import { initialsOf } from './initials.ts';
import './avatar.css';

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
