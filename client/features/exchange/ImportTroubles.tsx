/** List of what in a file was not understood or will be changed, by line. */
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Trouble } from '../../../shared/exchange/reading.ts';
import { useExchangeMessages } from './messages.ts';

const MAX_SHOWN = 100;

export function ImportTroubles({ troubles }: { readonly troubles: readonly Trouble[] }) {
  const messages = useExchangeMessages();
  if (troubles.length === 0) {
    return (
      <p className="import-fine">
        <CircleCheck size={16} aria-hidden="true" />
        {messages.import.understood}
      </p>
    );
  }
  return (
    <details className="import-troubles" open={troubles.length <= 6}>
      <summary>
        <TriangleAlert size={16} aria-hidden="true" />
        {messages.import.troubles(troubles.length)}
      </summary>
      <ul>
        {troubles.slice(0, MAX_SHOWN).map(({ line, file, code, what }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: troubles never move.
          <li key={index}>
            {file !== undefined && (
              <span className="import-line">
                <bdi>{file}</bdi>
                {' · '}
              </span>
            )}
            {line !== null && <span className="import-line">{messages.import.atLine(line)}: </span>}
            {messages.troubles[code](isolated(what))}
          </li>
        ))}
      </ul>
      {troubles.length > MAX_SHOWN && (
        <p className="dialog-hint">{messages.import.moreTroubles(troubles.length - MAX_SHOWN)}</p>
      )}
    </details>
  );
}

/** In its own direction, which may differ from that of the sentence around it. */
function isolated(what: string): string {
  return `\u2068${what}\u2069`;
}
