/**
 * What a check answers: plain data that can be compared, sent between threads and said in any language. It
 * names elements by id only, all of them from the view the check was run on.
 */
import type { ElementId, LinkId, NodeId } from '../model/ids.ts';
import type { LinkKind } from '../model/kinds.ts';
import type { CheckCode } from './codes.ts';
import type { Message } from './messages/message.ts';

/** A warning says that a rule is broken, a note that there is something to know. */
type Severity = 'warning' | 'note';

export interface SuggestedLink {
  readonly kind: LinkKind;
  readonly source: NodeId;
  readonly target: NodeId;
}

/**
 * The one obvious act that ends a finding. Whether the viewer has the right to it is not for the check to say.
 * `message` is what to write on its button.
 */
export type Repair = { readonly message: Message } & (
  | { readonly kind: 'remove'; readonly links: readonly LinkId[] }
  | { readonly kind: 'link'; readonly link: SuggestedLink }
  /** Both at once. */
  | { readonly kind: 'move'; readonly remove: readonly LinkId[]; readonly add: readonly SuggestedLink[] }
);

/** One thing that a check found. */
export interface CheckResult {
  readonly severity: Severity;
  /** What it is about first, then what else to highlight. */
  readonly elements: readonly ElementId[];
  readonly message: Message;
  readonly repair?: Repair;
}

/** A result with the check that found it. */
export interface Finding extends CheckResult {
  readonly code: CheckCode;
}

/** The same for findings that are about the same thing, before and after its details changed. */
export function findingKey({ code, elements, message }: Finding): string {
  return [code, message.key, ...elements].join(' ');
}
