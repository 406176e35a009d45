/** SVG path data for the shapes that are no plain circle or rectangle. Pure. */
import type { Size } from '../../shared/model/element.ts';

/** A flat-top hexagon with softened corners around the origin of a box whose centre is given. */
export function hexagonPath({
  x,
  y,
  radius,
  corner,
}: {
  x: number;
  y: number;
  radius: number;
  corner: number;
}): string {
  const corners = [0, 1, 2, 3, 4, 5].map((sixth) => ({
    x: x + radius * Math.cos((sixth * Math.PI) / 3),
    y: y + radius * Math.sin((sixth * Math.PI) / 3),
  }));
  const along = corner / radius;
  const steps = corners.map((point, index) => {
    const before = corners[(index + 5) % 6] ?? point;
    const after = corners[(index + 1) % 6] ?? point;
    const enter = mix(point, before, along);
    const leave = mix(point, after, along);
    return `${index === 0 ? 'M' : 'L'}${at(enter)}Q${at(point)} ${at(leave)}`;
  });
  return `${steps.join('')}Z`;
}

/** A sheet around the origin with its lower end corner folded. */
export function paperPath({ width, height }: Size): string {
  const [right, bottom] = [width / 2, height / 2];
  return `M${6 - right} ${-bottom}H${right - 6}a6 6 0 0 1 6 6V${bottom - 14}l-14 14H${6 - right}a6 6 0 0 1-6-6V${6 - bottom}a6 6 0 0 1 6-6Z`;
}

export function foldPath({ width, height }: Size): string {
  return `M${width / 2} ${height / 2 - 14}h-10a4 4 0 0 0-4 4v10Z`;
}

/** The upper half of a ring, from left to right, for a name that runs along it. */
export function archPath({ x, y, radius }: { x: number; y: number; radius: number }): string {
  return `M${x - radius} ${y}A${radius} ${radius} 0 0 1 ${x + radius} ${y}`;
}

function mix(
  a: { x: number; y: number },
  b: { x: number; y: number },
  part: number,
): { x: number; y: number } {
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}

function at({ x, y }: { x: number; y: number }): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
