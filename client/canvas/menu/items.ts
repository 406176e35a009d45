/** The items of the context menu for its target, with the reasons of disabled ones. Pure. */
import { isGroupKind, isViewpointKind, NODE_KINDS, type NodeKind } from '../../../shared/model/kinds.ts';

export type MenuAction =
  | 'rename'
  | 'editText'
  | 'connect'
  | 'fit'
  | 'group'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'duplicate'
  | 'lock'
  | 'unlock'
  | 'viewAs'
  | 'lens'
  | 'whoSees'
  | 'remove'
  | 'selectAll'
  | 'fitBoard';

type MenuReason =
  | 'viewing'
  | 'viewer'
  | 'locked'
  | 'notAllowed'
  | 'noPeople'
  | 'noMembers'
  | 'noNodes'
  | 'empty';

export type MenuItem =
  | { readonly type: 'act'; readonly act: MenuAction; readonly reason: MenuReason | null }
  | { readonly type: 'add'; readonly kind: NodeKind; readonly reason: MenuReason | null }
  | { readonly type: 'line'; readonly before: string };

export interface MenuFacts {
  readonly on: 'node' | 'link' | 'selection' | 'canvas';
  /** Why this person may make nothing at all; null where they may. */
  readonly cannotCreate: 'viewing' | 'viewer' | null;
  /** Why the target may not be changed; null where some of it may. */
  readonly cannotEdit: MenuReason | null;
  readonly facilitator: boolean;
  readonly allLocked: boolean;
  /** For a single node. */
  readonly kind: NodeKind | null;
  readonly nodes: number;
  readonly people: number;
  readonly members: number;
  readonly onBoard: number;
}

const line = (before: string): MenuItem => ({ type: 'line', before });

const act = (name: MenuAction, reason: MenuReason | null = null): MenuItem => ({
  type: 'act',
  act: name,
  reason,
});

export function menuItems(facts: MenuFacts): MenuItem[] {
  const { on, kind, cannotCreate, cannotEdit, facilitator, allLocked, nodes, people, members } = facts;
  if (on === 'canvas') {
    return [
      act('paste', cannotCreate),
      line('kinds'),
      ...NODE_KINDS.map((each): MenuItem => ({ type: 'add', kind: each, reason: cannotCreate })),
      line('all'),
      act('selectAll', facts.onBoard === 0 ? 'empty' : null),
      act('fitBoard'),
    ];
  }
  const lock = facilitator ? [act(allLocked ? 'unlock' : 'lock')] : [];
  const eyes = facilitator && kind !== null && isViewpointKind(kind) ? [act('viewAs'), act('lens')] : [];
  const seen = facilitator && on !== 'selection' ? [line('eyes'), ...eyes, act('whoSees')] : [];
  if (on === 'link') {
    return [
      act('editText', cannotEdit),
      ...seen,
      line('lock'),
      ...lock,
      line('remove'),
      act('remove', cannotEdit),
    ];
  }
  const noNodes = nodes === 0 ? 'noNodes' : null;
  const own =
    on === 'node'
      ? [
          act(kind === 'note' ? 'editText' : 'rename', cannotEdit),
          act('connect', cannotCreate),
          ...(kind !== null && isGroupKind(kind)
            ? [act('fit', cannotEdit ?? (members === 0 ? 'noMembers' : null))]
            : []),
        ]
      : [act('group', cannotCreate ?? (people === 0 ? 'noPeople' : null))];
  return [
    ...own,
    ...seen,
    line('copy'),
    act('copy', noNodes),
    act('cut', cannotEdit ?? noNodes),
    act('duplicate', cannotCreate ?? noNodes),
    line('lock'),
    ...lock,
    act('remove', cannotEdit),
  ];
}
