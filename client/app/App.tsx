/** The root component: chooses the screen by route, and mounts toasts and providers around all screens. */
import { CSPProvider } from '@base-ui/react/csp-provider';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { lazy, Suspense } from 'react';
import { useRoute } from '../session/route.ts';
import { usePreferences } from '../ui/locale.ts';
import { Toasts } from '../ui/Toasts.tsx';

const BoardPage = lazy(() => import('./BoardPage.tsx'));
const StartPage = lazy(() => import('./StartPage.tsx'));

const TOOLTIP_DELAY_MS = 500;

export function App() {
  const route = useRoute();
  const { locale } = usePreferences();
  return (
    <CSPProvider disableStyleElements>
      <DirectionProvider direction={locale === 'fa' ? 'rtl' : 'ltr'}>
        <Tooltip.Provider delay={TOOLTIP_DELAY_MS}>
          <Suspense fallback={null}>
            {route.page === 'start' ? (
              <StartPage />
            ) : (
              <BoardPage key={`${route.board} ${route.secret}`} board={route.board} secret={route.secret} />
            )}
          </Suspense>
          <Toasts />
        </Tooltip.Provider>
      </DirectionProvider>
    </CSPProvider>
  );
}
