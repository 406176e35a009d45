/** Files that somebody brings: every reader, and the plan made of what it found. */

import { likelyMapping, planOf } from '../../../shared/exchange/plan.ts';
import { readFiles } from '../../../shared/exchange/readFiles.ts';
import { newLinkId, newNodeId } from '../../../shared/model/ids.ts';
import { LIMITS } from '../../../shared/model/limits.ts';
import { bytesOf, must, type Target } from '../target.ts';

const SEEDS: Readonly<Record<string, string>> = {
  csv: 'id,type,label,x,y\na,person,Ada,1,2\nb,cell,"Cell ""1""",3,4\n',
  edges: 'source;target;type\na;b;membership\n"x\ny";b;tie\n',
  graphml:
    '<?xml version="1.0"?><graphml><key id="d0" for="node" attr.name="label" attr.type="string"/><graph edgedefault="directed"><node id="a"><data key="d0">A</data></node><node id="b"/><edge source="a" target="b"/></graph></graphml>',
  gexf: '<gexf version="1.3"><graph><nodes><node id="a" label="A"><viz:position x="1" y="2"/><viz:color r="1" g="2" b="3"/></node></nodes><edges><edge source="a" target="a"/></edges></graph></gexf>',
  canvas:
    '{"nodes":[{"id":"a","type":"text","text":"A","x":0,"y":0,"width":10,"height":10},{"id":"g","type":"group","label":"G","x":0,"y":0,"width":90,"height":90}],"edges":[{"id":"e","fromNode":"a","toNode":"g"}]}',
  cellboard:
    '{"format":"cellboard","version":1,"title":"T","nodes":[{"id":"a","kind":"person","label":"A","position":{"x":1,"y":2}}],"links":[]}',
};

export const exchangeTargets: readonly Target[] = Object.entries(SEEDS).map(([name, seed]) => ({
  name: `import-${name}`,
  seeds: [bytesOf(seed), Uint8Array.of(0xff, 0xfe, ...Buffer.from(seed, 'utf16le'))],
  words: ['<!ENTITY', '<![CDATA[', '&#x0;', '&amp;', '"""', '\r\n', '"nodes"', '"edges"', 'label', 'type'],
  run(input) {
    const read = readFiles([{ name: `file.${name}`, bytes: input }]);
    if (!read.ok) return;
    const { reading } = read.value;
    const plan = planOf(reading, {
      mapping: likelyMapping(reading),
      isFacilitator: true,
      keepExtra: true,
      newNodeId: () => newNodeId(),
      newLinkId: () => newLinkId(),
    });
    for (const { label, position } of plan.nodes) {
      must(label.length <= LIMITS.labelLength, 'a label no board takes');
      must(position === null || Number.isFinite(position.x + position.y), 'a place nowhere');
    }
  },
}));
