/** Items of a menu: light or dark, and the language. They take effect at once, and the menu stays. */
import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { setLocale, setTheme, THEMES, useMessages, usePreferences } from '../../ui/locale.ts';
import { LOCALES, type Locale } from '../../ui/locales.ts';

export function PreferenceItems() {
  const { theme, locale } = usePreferences();
  const { top } = useMessages();
  return (
    <>
      <div className="menu-separator" />
      <Menu.RadioGroup value={theme} onValueChange={setTheme} aria-label={top.theme}>
        <div className="menu-heading">{top.theme}</div>
        {THEMES.map((name) => (
          <Choice key={name} value={name}>
            {top.themes[name]}
          </Choice>
        ))}
      </Menu.RadioGroup>
      <div className="menu-separator" />
      <Menu.RadioGroup
        value={locale}
        onValueChange={(name) => void setLocale(name as Locale)}
        aria-label={top.language}
      >
        <div className="menu-heading">{top.language}</div>
        {Object.entries(LOCALES).map(([name, label]) => (
          <Choice key={name} value={name}>
            {label}
          </Choice>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

function Choice({ value, children }: { readonly value: string; readonly children: ReactNode }) {
  return (
    <Menu.RadioItem className="menu-item" value={value} closeOnClick={false}>
      <span className="menu-check">
        <Menu.RadioItemIndicator>
          <Check size={15} aria-hidden="true" />
        </Menu.RadioItemIndicator>
      </span>
      <span>{children}</span>
    </Menu.RadioItem>
  );
}
