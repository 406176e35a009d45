/** Why something did not work, in words: whether to try again at once, or when the server is back. Pure. */
import type { Failure } from '../../session/api.ts';
import type { ShareMessages } from './messages.en.ts';

export function failureWords(share: Pick<ShareMessages, 'failed' | 'unreachable'>, reason: Failure): string {
  return reason === 'unreachable' ? share.unreachable : share.failed;
}
