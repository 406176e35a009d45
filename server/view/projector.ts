/**
 * Compiles, from the table of fields, the functions that read off a record what a viewpoint is sent. What the table
 * does not send is in no line of them. It is compiled to source text, once per start, since every element of every
 * view is read so on each change: a loop over names takes more than twice as long (test/bench/project).
 */
import type { Graph } from '../../shared/graph/graph.ts';
import type { ElementRecord, NodeRecord } from '../../shared/model/element.ts';
import { FIELD_LISTS, type NamedField } from '../../shared/model/fieldLists.ts';
import type { ElementRoot, FieldsWith } from '../../shared/model/fields.ts';
import type { Access } from '../../shared/protocol.ts';
import { awaitsConfirmation } from '../../shared/visibility/awaitsConfirmation.ts';
import type { Scope } from '../../shared/visibility/scope.ts';
import type { IdAliases } from './idAliases.ts';

export interface ProjectionContext {
  readonly graph: Graph;
  readonly scope: Scope;
  readonly idAliases: IdAliases;
}

export type Projector = (
  element: ElementRecord,
  access: Access,
  context: ProjectionContext,
) => Readonly<Record<string, unknown>>;

type ValueReader = (element: ElementRecord, context: ProjectionContext, access: Access) => unknown;

/** What the server says of an element; undefined where that is nothing. */
const DERIVED: Readonly<Record<FieldsWith<'nodes', { presence: 'derived' }>, ValueReader>> = {
  access: (_element, _context, access) => access,
  unconfirmed: (element, { scope }) =>
    scope.viewpoint !== 'facilitator' && awaitsConfirmation(element, scope) ? true : undefined,
};

/** What holds where a record says nothing; participants are sent this instead of what is set. */
const IN_FORCE: Readonly<Record<string, ValueReader>> = {
  disclosure: (node, { graph }) => graph.disclosure(node as NodeRecord) ?? undefined,
};

type Eyes = 'facilitator' | 'participant';

/** Throws a RangeError for a table that cannot be sent. */
export function compileProjector(root: ElementRoot, eyes: Eyes): Projector {
  const lines = FIELD_LISTS[root].filter((field) => isSent(field, eyes)).map((field) => lineOf(field, eyes));
  const source = `return (element, access, context) => {
    const fields = {};
    let value;
    ${lines.join('\n    ')}
    return fields;
  };`;
  return new Function('readers', source)({ ...DERIVED, ...IN_FORCE });
}

function isSent({ name, sentTo, type }: NamedField, eyes: Eyes): boolean {
  if (!/^[A-Za-z]+$/.test(name)) throw new RangeError(`A field cannot be named ${name}.`);
  const namesOthers = type.tag === 'viewpoint' || type.tag === 'viewpoints';
  if (namesOthers && sentTo !== 'facilitators')
    throw new RangeError(`The field ${name} names viewpoints, which participants may not know of.`);
  return eyes === 'facilitator' || sentTo !== 'facilitators';
}

/** The statement that puts the field into the projection. */
function lineOf(field: NamedField, eyes: Eyes): string {
  const { name } = field;
  const put = `fields.${name} = value;`;
  const value = `value = ${expressionOf(field, eyes)};`;
  const isGuarded = eyes === 'participant' && field.sentTo === 'insiders';
  const guard = isGuarded ? 'if (context.scope.standing.has(element.id)) ' : '';
  switch (field.presence) {
    case 'default':
      return `${guard}{ ${value} if (value !== ${JSON.stringify(field.default)}) ${put} }`;
    case 'optional':
    case 'derived':
      return `${guard}{ ${value} if (value !== undefined) ${put} }`;
    default:
      return `${guard}{ ${value} ${put} }`;
  }
}

function expressionOf({ name, presence, type }: NamedField, eyes: Eyes): string {
  if (presence === 'derived' || (eyes === 'participant' && Object.hasOwn(IN_FORCE, name)))
    return `readers.${name}(element, context, access)`;
  return type.tag === 'node' ? `context.idAliases.of(element.${name})` : `element.${name}`;
}
