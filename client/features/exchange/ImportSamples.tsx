/** Tables of the first nodes and links as they would be on the board. */
import { useMessages } from '../../ui/locale.ts';
import type { ImportSummary } from './importing.ts';
import { useExchangeMessages } from './messages.ts';

export function ImportSamples({ outline: { samples, linkSamples } }: { readonly outline: ImportSummary }) {
  const messages = useExchangeMessages();
  const { nodeKinds, linkKinds } = useMessages();
  const name = (label: string) => <bdi>{label === '' ? messages.import.unnamed : label}</bdi>;
  return (
    <details className="import-samples">
      <summary>{messages.import.samples}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{messages.import.name}</th>
            <th scope="col">{messages.import.kind}</th>
            <th scope="col">{messages.import.caption}</th>
          </tr>
        </thead>
        <tbody>
          {samples.map(({ kind, label, caption }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: samples never move.
            <tr key={index}>
              <td>{name(label)}</td>
              <td>{nodeKinds[kind]}</td>
              <td>
                <bdi>{caption}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {linkSamples.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{messages.import.fromTo}</th>
              <th scope="col">{messages.import.kind}</th>
            </tr>
          </thead>
          <tbody>
            {linkSamples.map(({ kind, from, to }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: samples never move.
              <tr key={index}>
                <td>
                  {name(from)} – {name(to)}
                </td>
                <td>{linkKinds[kind]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
