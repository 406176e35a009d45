/**
 * A sheet of join cards, one for each link that serves, for the printer alone: on the screen nothing of it shows.
 * Rendered beside the page, so that print styles can leave everything else out.
 */
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useMessages } from '../../ui/locale.ts';
import { useShareMessages } from './messages.ts';
import { QrCode } from './QrCode.tsx';

export interface JoinCard {
  readonly id: string;
  readonly name: string;
  readonly line: string;
  readonly url: string;
}

export interface JoinCardsProps {
  readonly title: string;
  readonly cards: readonly JoinCard[];
  /** Called when the printer has taken it, or was called off. */
  readonly onPrinted: () => void;
}

export default function JoinCards({ title, cards, onPrinted }: JoinCardsProps) {
  const share = useShareMessages();
  const { appName } = useMessages();
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted);
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [onPrinted]);
  return createPortal(
    <section className="join-cards" aria-label={share.cards.title}>
      {cards.map(({ id, name, line, url }) => (
        <article key={id} className="join-card">
          <QrCode text={url} label={share.qr(name)} size={150} />
          <div>
            <p className="join-board">
              <bdi>{title === '' ? appName : title}</bdi>
            </p>
            <p>{share.cards.joinAs}</p>
            <h2>
              <bdi>{name}</bdi>
            </h2>
            <p>{line}</p>
            <p className="join-url">
              {share.cards.open}
              <code dir="ltr">{url}</code>
            </p>
            <p className="join-key">{share.cards.key}</p>
          </div>
        </article>
      ))}
    </section>,
    document.body,
  );
}
