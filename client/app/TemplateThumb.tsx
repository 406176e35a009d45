/** A small picture of what each template is made of. Illustrations, not drawn from the templates' data. */
import type { ReactNode } from 'react';
import { hexagonPath } from '../board/geometry/outlines.ts';
import type { Messages } from '../ui/messages/en.ts';

export type TemplateName = keyof Messages['start']['templates'];

type At = readonly [x: number, y: number];

function Group({ at: [x, y], hue, r = 20 }: { at: At; hue: number; r?: number }) {
  return (
    <g className={`hue-${hue}`}>
      <circle className="thumb-tint" cx={x} cy={y} r={r} />
      <circle className="thumb-dot" cx={x} cy={y - r / 2} r="3" />
      <circle className="thumb-dot" cx={x - r * 0.38} cy={y + r * 0.36} r="3" />
      <circle className="thumb-dot" cx={x + r * 0.38} cy={y + r * 0.36} r="3" />
    </g>
  );
}

function Cell({ at: [x, y], hue, r = 16 }: { at: At; hue: number; r?: number }) {
  return (
    <g className={`hue-${hue}`}>
      <path className="thumb-plain" d={hexagonPath({ x, y, radius: r, corner: 2 })} />
      <path className="thumb-tint" d={hexagonPath({ x, y, radius: r * 0.72, corner: 1.5 })} />
    </g>
  );
}

function Plate({ at: [x, y], width = 42 }: { at: At; width?: number }) {
  return (
    <g>
      <rect className="thumb-plate" x={x - width / 2} y={y - 8} width={width} height={16} rx="4" />
      <path className="thumb-stroke" d={`M${x - width / 4} ${y}H${x + width / 4}`} />
    </g>
  );
}

function Region({ at: [x, y], width, height, hue }: { at: At; width: number; height: number; hue?: number }) {
  const shape = (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx="8"
      className={hue === undefined ? 'thumb-area' : 'thumb-tint'}
    />
  );
  return <g className={hue === undefined ? '' : `hue-${hue}`}>{shape}</g>;
}

const Guide = ({ d }: { d: string }) => <path className="thumb-guide" d={d} />;
const Contact = ({ d }: { d: string }) => <path className="thumb-contact" d={d} />;

const PICTURES: Readonly<Record<TemplateName, ReactNode>> = {
  'circles-and-cells': (
    <>
      <Guide d="M78 34L64 50M94 34L108 50" />
      <Group at={[30, 36]} hue={0} />
      <Group at={[142, 36]} hue={7} />
      <Group at={[30, 90]} hue={3} />
      <Group at={[142, 90]} hue={6} />
      <Cell at={[62, 63]} hue={4} />
      <Cell at={[110, 63]} hue={5} />
      <Plate at={[86, 26]} />
    </>
  ),
  territorial: (
    <>
      <Guide d="M78 28L40 46M94 28L132 46M40 62L34 82M40 62L56 82M132 62L116 82M132 62L140 82" />
      <Region at={[10, 70]} width={70} height={42} />
      <Region at={[92, 70]} width={70} height={42} />
      <Plate at={[86, 20]} />
      <Plate at={[40, 54]} width={32} />
      <Plate at={[132, 54]} width={32} />
      <Cell at={[28, 93]} hue={0} r={13} />
      <Cell at={[61, 93]} hue={2} r={13} />
      <Cell at={[110, 93]} hue={4} r={13} />
      <Cell at={[144, 93]} hue={5} r={13} />
    </>
  ),
  fractions: (
    <>
      <Guide d="M86 60L44 42M86 60L128 42M86 60L44 82M86 60L128 82" />
      <Region at={[10, 14]} width={50} height={38} hue={1} />
      <Region at={[112, 14]} width={50} height={38} hue={4} />
      <Region at={[10, 72]} width={50} height={38} hue={7} />
      <Region at={[112, 72]} width={50} height={38} hue={5} />
      <Cell at={[38, 34]} hue={1} r={12} />
      <Cell at={[134, 34]} hue={4} r={12} />
      <Cell at={[38, 92]} hue={7} r={12} />
      <Cell at={[134, 92]} hue={5} r={12} />
      <Plate at={[86, 62]} />
    </>
  ),
  'campaign-hub': (
    <>
      <Contact d="M86 60L34 26M86 60L138 26M86 60L26 76M86 60L146 76M86 60L86 102" />
      <Plate at={[86, 60]} width={48} />
      <Plate at={[34, 26]} width={36} />
      <Plate at={[138, 26]} width={36} />
      <Group at={[28, 84]} hue={0} r={17} />
      <Group at={[144, 84]} hue={2} r={17} />
      <Group at={[86, 100]} hue={6} r={14} />
    </>
  ),
  'readers-network': (
    <>
      <Contact d="M40 34L82 24L128 36L150 84L108 98L64 96L26 78L40 34L74 58L82 24M74 58L116 66L128 36M116 66L108 98M74 58L64 96" />
      {(
        [
          [40, 34, 0],
          [82, 24, 0],
          [128, 36, 4],
          [150, 84, 6],
          [108, 98, 3],
          [64, 96, 3],
          [26, 78, 2],
          [74, 58, 2],
          [116, 66, 4],
        ] as const
      ).map(([x, y, hue]) => (
        <g key={`${x} ${y}`} className={`hue-${hue}`}>
          <circle className="thumb-plain" cx={x} cy={y} r="6" />
        </g>
      ))}
    </>
  ),
};

export function TemplateThumb({ name }: { readonly name: TemplateName }) {
  return (
    <svg width="172" height="120" viewBox="0 0 172 124" aria-hidden="true">
      {PICTURES[name]}
    </svg>
  );
}
