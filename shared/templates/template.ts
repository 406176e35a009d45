/**
 * What a template is: an organisational model as fixed data, drawn and ready to open. Keys inside a template
 * are its own and never reach a board: `instantiate` gives every element a fresh random id.
 */
import type { LinkDraft, NodeDraft } from '../model/element.ts';
import type { LinkId, NodeId } from '../model/ids.ts';
import type { LinkKind, NodeKind } from '../model/kinds.ts';
import type { Policy } from '../policies/policies.ts';

export const TEMPLATE_IDS = [
  'circles-and-cells',
  'territorial',
  'fractions',
  'campaign-hub',
  'readers-network',
] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

type Keyed<Draft, Id> = Omit<Draft, 'id'> & { readonly id: Id };
export type TemplateNode = Keyed<NodeDraft, NodeId>;
export type TemplateLink = Keyed<LinkDraft, LinkId>;

/** A caption the model has a word for, offered when an element of that kind is added. */
export interface Term {
  readonly kind: NodeKind | LinkKind;
  readonly en: string;
  readonly fa: string;
}

export interface Template {
  readonly id: TemplateId;
  readonly title: string;
  /** One sentence for the start page. */
  readonly summary: string;
  /** When the material the model is drawn from was published. */
  readonly year: string;
  /** What kind of document it is drawn from, in our words. */
  readonly source: string;
  readonly policy: Policy;
  readonly nodes: readonly TemplateNode[];
  readonly links: readonly TemplateLink[];
  readonly vocabulary: readonly Term[];
}
