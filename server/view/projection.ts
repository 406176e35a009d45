/** The fields of an element that a viewpoint is sent, as the table of fields says. */
import { type ElementRecord, isLink } from '../../shared/model/element.ts';
import type { Access } from '../../shared/protocol.ts';
import type { ElementFields } from '../yjs/edits.ts';
import { compileProjector, type ProjectionContext } from './projector.ts';

const PROJECTORS = {
  facilitator: {
    nodes: compileProjector('nodes', 'facilitator'),
    links: compileProjector('links', 'facilitator'),
  },
  participant: {
    nodes: compileProjector('nodes', 'participant'),
    links: compileProjector('links', 'participant'),
  },
};

/** Texts are strings. What the element has not, or this viewpoint is not told, is absent. */
export function project(element: ElementRecord, access: Access, context: ProjectionContext): ElementFields {
  const { nodes, links } =
    PROJECTORS[context.scope.viewpoint === 'facilitator' ? 'facilitator' : 'participant'];
  return (isLink(element) ? links : nodes)(element, access, context);
}
