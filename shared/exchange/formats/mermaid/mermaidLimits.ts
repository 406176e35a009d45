/** Mermaid's own limits on a diagram, beyond which it refuses to draw unless they are raised. */
import type { ExchangeContent } from '../../content.ts';

const MAX_LINKS = 500;
const MAX_CHARACTERS = 50_000;
/** About what a node takes. */
const CHARACTERS_PER_NODE = 40;

export function exceedsMermaid({ nodes, links }: ExchangeContent): boolean {
  return links.length > MAX_LINKS || nodes.length * CHARACTERS_PER_NODE > MAX_CHARACTERS;
}
