/** Elements, policies and presence as JSON from outside. */
import * as v from 'valibot';
import { draftEdits } from '../../../server/room/drafts.ts';
import { FIELD_SCHEMAS, LinkDraftSchema, NodeDraftSchema } from '../../../shared/model/element.ts';
import { isId } from '../../../shared/model/ids.ts';
import { LIMITS } from '../../../shared/model/limits.ts';
import { PolicyInputSchema, PolicySchema } from '../../../shared/policies/policies.ts';
import { NoticeSchema, PresenceSchema } from '../../../shared/protocol.ts';
import { bytesOf, jsonOf, must, type Target } from '../target.ts';

const NODE = {
  id: 'n',
  kind: 'cell',
  label: 'A',
  caption: 'c',
  notes: 'n',
  position: { x: 1, y: 2 },
  size: { width: 20, height: 30 },
  color: 3,
  locked: false,
  disclosure: 'internal',
  audience: ['everyone', 'n'],
  owner: 'facilitator',
};
const LINK = { id: 'l', kind: 'membership', source: 'a', target: 'b', label: '', caption: '', locked: true };
const json = (value: unknown) => bytesOf(JSON.stringify(value));

const elements: Target = {
  name: 'elements',
  seeds: [
    json({ nodes: [NODE], links: [LINK] }),
    json({ nodes: [{ kind: 'person' }] }),
    json(NODE),
    json(LINK),
  ],
  words: ['"audience"', '"position"', '"size"', '"owner"', '"color"', '"disclosure"'],
  run(input) {
    const data = jsonOf(input);
    for (const schema of [NodeDraftSchema, LinkDraftSchema, ...Object.values(FIELD_SCHEMAS)])
      v.safeParse(schema, data);
    if (typeof data !== 'object' || data === null) return;
    const { nodes, links } = data as { nodes?: unknown; links?: unknown };
    try {
      for (const { name, fields } of draftEdits({ nodes, links }).edits) {
        must(isId(name), 'a name that is no id');
        must(Object.getPrototypeOf(fields) === Object.prototype, 'fields with another prototype');
        const { label = '', position } = fields as { label?: string; position?: { x: number; y: number } };
        must(
          label.length <= LIMITS.labelLength && label === Buffer.from(label).toString(),
          'a label no board takes',
        );
        must(position === undefined || Number.isFinite(position.x + position.y), 'a place nowhere');
      }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  },
};

const policy: Target = {
  name: 'policy',
  seeds: [
    json('open'),
    json('fractions'),
    json({ name: 'detached', guidesSeeMembers: true, commons: false }),
  ],
  run(input) {
    const parsed = v.safeParse(PolicyInputSchema, jsonOf(input));
    if (parsed.success) must(v.is(PolicySchema, parsed.output), 'a policy that is none');
  },
};

const presence: Target = {
  name: 'presence',
  seeds: [
    json({
      name: 'A',
      color: 1,
      cursor: { x: 1, y: 2 },
      selection: ['a'],
      editing: { id: 'a', field: 'label' },
    }),
    json({ drag: { ids: ['a'], dx: 1, dy: -1 }, viewport: { x: 0, y: 0, zoom: 1 }, present: true }),
    json({ type: 'welcome', role: 'editor', viewpoint: 'cell', limits: { nodes: 1 } }),
    json({ type: 'refused', elements: ['a'], reason: 'locked' }),
  ],
  run(input) {
    const data = jsonOf(input);
    v.safeParse(NoticeSchema, data);
    const parsed = v.safeParse(PresenceSchema, data);
    if (!parsed.success) return;
    const { selection = [], drag } = parsed.output;
    must(selection.every(isId) && (drag?.ids ?? []).every(isId), 'names that are no ids');
  },
};

export const modelTargets: readonly Target[] = [elements, policy, presence];
