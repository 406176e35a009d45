/** A full-page message (an error, the end of a session) with a button that leads on. */

import { navigate } from '../session/route.ts';
import { useMessages } from '../ui/locale.ts';
import { Mark } from '../ui/Mark.tsx';
import './screen.css';

export interface MessagePageProps {
  readonly title: string;
  readonly text: string;
  readonly retry?: { readonly label: string; readonly run: () => void };
}

export function MessagePage({ title, text, retry }: MessagePageProps) {
  const { join } = useMessages();
  return (
    <main className="screen">
      <div className="screen-card" role="alert">
        <Mark size={40} />
        <h1>{title}</h1>
        <p>{text}</p>
        <div className="screen-actions">
          {retry !== undefined && (
            <button type="button" className="button is-primary" onClick={retry.run}>
              {retry.label}
            </button>
          )}
          <button type="button" className="button is-outlined" onClick={() => navigate('/')}>
            {join.home}
          </button>
        </div>
      </div>
    </main>
  );
}
