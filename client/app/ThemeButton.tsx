/** Switches between light and dark. */
import { Moon, Sun } from 'lucide-react';
import { setTheme, useMessages, usePreferences } from '../ui/locale.ts';
import { IconButton } from '../ui/Tip.tsx';

export function ThemeButton() {
  const { theme } = usePreferences();
  const { top } = useMessages();
  const dark =
    theme === 'dark' || (theme === 'system' && document.documentElement.dataset['theme'] === 'dark');
  const Glyph = dark ? Sun : Moon;
  return (
    <IconButton
      label={dark ? top.themes.light : top.themes.dark}
      onClick={() => setTheme(dark ? 'light' : 'dark')}
    >
      <Glyph size={17} aria-hidden="true" />
    </IconButton>
  );
}
