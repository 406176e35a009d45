/**
 * Opens a board: redeems the link's secret for a session, asks for a name first where none is known, then
 * shows the board or an error screen. Knows nothing of what is on the board.
 */
import { useCallback, useState } from 'react';
import { openSession } from '../session/api.ts';
import { enterBoard } from '../session/enter.ts';
import {
  forgetSession,
  recentBoard,
  rememberedName,
  rememberedSession,
  rememberSession,
  type Session,
} from '../session/memory.ts';
import type { EndReason } from '../sync/connection.ts';
import { useMessages } from '../ui/locale.ts';
import { BoardRoom } from './BoardRoom.tsx';
import { JoinScreen } from './JoinScreen.tsx';
import { MessagePage } from './MessagePage.tsx';

type OpenTrouble = EndReason | 'no-secret' | 'unreachable';

type Stage =
  | { readonly at: 'join'; readonly busy: boolean }
  | { readonly at: 'board'; readonly session: Session }
  | { readonly at: 'trouble'; readonly trouble: OpenTrouble };

export interface BoardPageProps {
  readonly board: string;
  /** Empty where the address has none. */
  readonly secret: string;
}

export default function BoardPage({ board, secret: given }: BoardPageProps) {
  const recent = recentBoard(board);
  const secret = given === '' ? (recent?.secret ?? '') : given;
  const [stage, setStage] = useState<Stage>(() => firstStage(board, secret));

  const join = async (name: string) => {
    setStage({ at: 'join', busy: true });
    const result = await enterBoard(board, { secret, name });
    if (!result.ok) {
      const trouble =
        result.error === 'unreachable' ? 'unreachable' : result.error === 'not-found' ? 'not-found' : 'link';
      setStage({ at: 'trouble', trouble });
      return;
    }
    setStage({ at: 'board', session: result.value });
  };

  const renewToken = useCallback(async (): Promise<string | null> => {
    const session = rememberedSession(board);
    if (session === null) return null;
    const result = await openSession(board, { secret, name: session.name });
    if (!result.ok) return null;
    const renewed = { ...session, ...result.value };
    rememberSession(board, {
      ...session,
      token: renewed.token,
      role: renewed.role,
      viewpoint: renewed.viewpoint,
    });
    return renewed.token;
  }, [board, secret]);

  const end = useCallback(
    (reason: EndReason) => {
      forgetSession(board);
      setStage({ at: 'trouble', trouble: reason });
    },
    [board],
  );

  switch (stage.at) {
    case 'join':
      return (
        <JoinScreen title={recent?.title ?? ''} name={rememberedName()} busy={stage.busy} onJoin={join} />
      );
    case 'board':
      return <BoardRoom board={board} session={stage.session} renewToken={renewToken} onEnd={end} />;
    case 'trouble':
      return <TroublePage trouble={stage.trouble} onRetry={() => setStage(firstStage(board, secret))} />;
  }
}

function firstStage(board: string, secret: string): Stage {
  if (secret === '') return { at: 'trouble', trouble: 'no-secret' };
  const session = rememberedSession(board);
  return session !== null && session.secret === secret
    ? { at: 'board', session }
    : { at: 'join', busy: false };
}

function TroublePage({ trouble, onRetry }: { readonly trouble: OpenTrouble; readonly onRetry: () => void }) {
  const { join } = useMessages();
  switch (trouble) {
    case 'link':
      return <MessagePage title={join.linkTitle} text={join.link} />;
    case 'no-secret':
      return <MessagePage title={join.linkTitle} text={join.noSecret} />;
    case 'expired':
      return <MessagePage title={join.expiredTitle} text={join.link} />;
    case 'not-found':
      return <MessagePage title={join.notFoundTitle} text={join.notFound} />;
    case 'broken':
      return (
        <MessagePage
          title={join.brokenTitle}
          text={join.broken}
          retry={{ label: join.reload, run: () => location.reload() }}
        />
      );
    case 'unreachable':
      return (
        <MessagePage
          title={join.offlineTitle}
          text={join.offline}
          retry={{ label: join.retry, run: onRetry }}
        />
      );
  }
}
