/** The catalogues of the checks in the reader's language, and sentences made with them. */
import { useMemo } from 'react';
import { en as checkEn } from '../../../shared/checks/messages/en.ts';
import { fa as checkFa } from '../../../shared/checks/messages/fa.ts';
import { type CheckMessages, type Message, sentence } from '../../../shared/checks/messages/message.ts';
import { nameOf } from '../../state/describe.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { usePreferences } from '../../ui/locale.ts';
import { type ChecksMessages, checks as en } from '../../ui/messages/checks.en.ts';
import { checks as fa } from '../../ui/messages/checks.fa.ts';

export interface ChecksWords extends ChecksMessages {
  readonly rules: CheckMessages['rules'];
  readonly sources: CheckMessages['sources'];
  readonly say: (message: Message) => string;
}

/** Names keep their own direction, whatever stands around them. */
const isolated = (name: string) => `\u2068${name}\u2069`;

export function useChecksMessages(): ChecksWords {
  const { locale } = usePreferences();
  const { store } = useWorkspace();
  return useMemo(() => {
    const messages = locale === 'fa' ? checkFa : checkEn;
    const say = (message: Message) =>
      sentence(message, { messages, nameOf: (id) => isolated(nameOf(store.nodes.get(id))) });
    return { ...(locale === 'fa' ? fa : en), rules: messages.rules, sources: messages.sources, say };
  }, [locale, store]);
}
