/** Tells screen readers who comes and goes, and now and then how much others have changed. */
import { useEffect, useRef, useState } from 'react';
import { useWorkspace } from '../board/workspace.ts';
import { useMessages } from '../ui/locale.ts';

const SUM_UP_EVERY_MS = 5_000;

export function Announcer() {
  const { store, presence } = useWorkspace();
  const { canvas, someone } = useMessages();
  const [sentence, setSentence] = useState('');
  const names = useRef(new Map<number, string>());
  useEffect(
    () =>
      presence.subscribe(() => {
        const now = new Map(presence.peers.map(({ client, name }) => [client, name || someone]));
        for (const [client, name] of now) if (!names.current.has(client)) setSentence(canvas.came(name));
        for (const [client, name] of names.current) if (!now.has(client)) setSentence(canvas.went(name));
        names.current = now;
      }),
    [presence, canvas, someone],
  );
  useEffect(() => {
    let edits = 0;
    const stop = store.subscribe(({ local, nodes, links }) => {
      if (!local) edits += nodes.size + links.size;
    });
    const timer = setInterval(() => {
      if (edits > 0) setSentence(canvas.remoteEdits(edits));
      edits = 0;
    }, SUM_UP_EVERY_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [store, canvas]);
  return (
    <div className="visually-hidden" aria-live="polite">
      {sentence}
    </div>
  );
}
