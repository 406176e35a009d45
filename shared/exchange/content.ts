/**
 * Input of the writers: the elements that one viewpoint sees, as plain records. Every writer is given this and
 * nothing else, so that nothing else can be in a file. `owner` and `audience` are there only in what a
 * facilitator's own view holds.
 */
import type { LinkRecord, NodeRecord } from '../model/element.ts';
import type { Policy } from '../policies/policies.ts';

export type ExchangeNode = Omit<NodeRecord, 'owner'> & Partial<Pick<NodeRecord, 'owner'>>;
export type ExchangeLink = Omit<LinkRecord, 'owner'> & Partial<Pick<LinkRecord, 'owner'>>;

export interface ExchangeContent {
  readonly title: string;
  /** A facilitator's own view has one. */
  readonly policy?: Policy;
  readonly nodes: readonly ExchangeNode[];
  readonly links: readonly ExchangeLink[];
}
