/** The catalogues of the checks in the reader's language, and sentences made with them. */
import { useMemo } from 'react';
import { type CheckMessages, type Message, sentence } from '../../../shared/checks/messages/message.ts';
import { nameOf } from '../../state/describe.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { ChecksMessages } from './messages.en.ts';
import { useCheckMessages, usePanelMessages } from './messages.ts';

export interface ChecksWords extends ChecksMessages {
  readonly rules: CheckMessages['rules'];
  readonly sources: CheckMessages['sources'];
  readonly say: (message: Message) => string;
}

/** Names keep their own direction, whatever stands around them. */
const isolated = (name: string) => `\u2068${name}\u2069`;

export function useChecksMessages(): ChecksWords {
  const panel = usePanelMessages();
  const messages = useCheckMessages();
  const { store } = useWorkspace();
  return useMemo(() => {
    const say = (message: Message) =>
      sentence(message, { messages, nameOf: (id) => isolated(nameOf(store.nodes.get(id))) });
    return { ...panel, rules: messages.rules, sources: messages.sources, say };
  }, [panel, messages, store]);
}
