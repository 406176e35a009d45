/** Shows declined drawings of this viewpoint with the facilitator's message, until it has been read. */
import { PencilOff } from 'lucide-react';
import { useMessages } from '../../ui/locale.ts';
import { useFacilitateMessages } from './messages.ts';
import { useNotices } from './useNotices.ts';
import './declined.css';

const MAX_NAMED = 8;

export function DeclinedCard() {
  const { declined, inbox } = useNotices();
  const { told } = useFacilitateMessages();
  const { nodeKinds, linkKinds, unnamed, comma } = useMessages();
  if (declined.length === 0) return null;
  const kinds: Readonly<Record<string, string>> = { ...nodeKinds, ...linkKinds };
  return (
    <section className="declined-card" role="alert" aria-label={told.title}>
      <h2>
        <PencilOff size={15} aria-hidden="true" />
        {told.title}
      </h2>
      {declined.map(({ drawings, word, at }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words only come to the end and go all at once.
        <div key={`${at} ${index}`}>
          <p>{told.text}</p>
          <ul>
            {drawings.slice(0, MAX_NAMED).map(({ kind, label }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes.
              <li key={place}>
                <bdi>{label.trim() === '' ? unnamed : label}</bdi>
                {comma}
                {kinds[kind]}
              </li>
            ))}
            {drawings.length > MAX_NAMED && <li>{told.more(drawings.length - MAX_NAMED)}</li>}
          </ul>
          {word !== '' && (
            <p>
              {told.word}
              <q dir="auto">{word}</q>
            </p>
          )}
        </div>
      ))}
      <button type="button" className="button is-small is-primary" onClick={() => inbox.readDeclined()}>
        {told.ok}
      </button>
    </section>
  );
}
