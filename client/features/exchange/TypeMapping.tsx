/** Form that maps the types of a file to a board's kinds. */

import type { Mapping, TypeCount } from '../../../shared/exchange/plan.ts';
import { LINK_KINDS, NODE_KINDS } from '../../../shared/model/kinds.ts';
import { numbers } from '../../../shared/text/plural.ts';
import { useMessages, usePreferences } from '../../ui/locale.ts';
import { Select } from '../../ui/Select.tsx';
import type { Overview } from './importing.ts';
import { useExchangeMessages } from './messages.ts';

export interface TypeMappingProps {
  readonly overview: Overview;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Of more types the rest keeps its first guess. */
const MAX_SHOWN = 40;

export function TypeMapping({ overview, mapping, onChange }: TypeMappingProps) {
  const messages = useExchangeMessages();
  const { nodeKinds, linkKinds } = useMessages();
  return (
    <section className="import-types" aria-label={messages.import.types}>
      <h3>{messages.import.types}</h3>
      <Types
        heading={messages.import.nodeTypes}
        types={overview.nodeTypes}
        kinds={NODE_KINDS}
        names={nodeKinds}
        chosen={mapping.nodes}
        onChange={(nodes) => onChange({ ...mapping, nodes })}
      />
      {overview.linkTypes.length > 0 && (
        <Types
          heading={messages.import.linkTypes}
          types={overview.linkTypes}
          kinds={LINK_KINDS}
          names={linkKinds}
          chosen={mapping.links}
          onChange={(links) => onChange({ ...mapping, links })}
        />
      )}
    </section>
  );
}

interface TypesProps<Kind extends string> {
  readonly heading: string;
  readonly types: readonly TypeCount[];
  readonly kinds: readonly Kind[];
  readonly names: Readonly<Record<Kind, string>>;
  readonly chosen: ReadonlyMap<string, Kind | null>;
  readonly onChange: (chosen: ReadonlyMap<string, Kind | null>) => void;
}

function Types<Kind extends string>({ heading, types, kinds, names, chosen, onChange }: TypesProps<Kind>) {
  const messages = useExchangeMessages();
  const { locale } = usePreferences();
  const number = numbers(locale, { grouping: true });
  return (
    <div className="import-type-group">
      <h4>{heading}</h4>
      <ul>
        {types.slice(0, MAX_SHOWN).map(({ type, count }) => {
          const name = type === '' ? messages.import.noType : type;
          return (
            <li key={type}>
              <bdi className={type === '' ? 'is-none' : ''}>{name}</bdi>
              <span className="import-count">{number(count)}</span>
              <Select<Kind | ''>
                label={messages.import.becomes(name)}
                value={chosen.get(type) ?? ''}
                onChoose={(kind) => onChange(new Map(chosen).set(type, kind === '' ? null : kind))}
                choices={[
                  ...kinds.map((kind) => ({ value: kind, label: names[kind] })),
                  { value: '', label: messages.import.leaveOut },
                ]}
              />
            </li>
          );
        })}
      </ul>
      {types.length > MAX_SHOWN && (
        <p className="dialog-hint">{messages.import.moreTypes(types.length - MAX_SHOWN)}</p>
      )}
    </div>
  );
}
