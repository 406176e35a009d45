/**
 * A live region for screen readers: who joins and leaves, who types in the element one is editing, and now
 * and then how much others have changed.
 */
import { useEffect, useRef, useState } from 'react';
import { nameOf } from '../../state/describe.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';

const SUMMARY_INTERVAL_MS = 5_000;

export function Announcer() {
  const { store, presence, ui } = useWorkspace();
  const { canvas, together, someone } = useMessages();
  const [sentence, setSentence] = useState('');
  const names = useRef(new Map<number, string>());
  /** What each of the others was last seen typing in. */
  const typed = useRef(new Map<number, string | null>());
  useEffect(
    () =>
      presence.subscribe(() => {
        const now = new Map(presence.peers.map(({ client, name }) => [client, name || someone]));
        const sentences: string[] = [];
        for (const [client, name] of now) if (!names.current.has(client)) sentences.push(canvas.came(name));
        for (const [client, name] of names.current) if (!now.has(client)) sentences.push(canvas.went(name));
        for (const { client, name, editing } of presence.peers) {
          const id = editing?.id ?? null;
          if (typed.current.get(client) === id) continue;
          typed.current.set(client, id);
          // Only what concerns this person: somebody types where they are at work themselves.
          if (id === null || !ui.getState().selection.has(id)) continue;
          sentences.push(together.editing(name || someone, nameOf(store.nodes.get(id))));
        }
        names.current = now;
        if (sentences.length > 0) setSentence(sentences.join(' '));
      }),
    [presence, store, ui, canvas, together, someone],
  );
  useEffect(() => {
    let edits = 0;
    const stop = store.subscribe(({ local, nodes, links }) => {
      if (!local) edits += nodes.size + links.size;
    });
    const timer = setInterval(() => {
      if (edits > 0) setSentence(canvas.remoteEdits(edits));
      edits = 0;
    }, SUMMARY_INTERVAL_MS);
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
