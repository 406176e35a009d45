/** Counts and shares, written as the chosen language writes them. */
import { useMemo } from 'react';
import { usePreferences } from '../../../ui/locale.ts';

export function useNumbers() {
  const { locale } = usePreferences();
  return useMemo(
    () => ({
      count: new Intl.NumberFormat(locale, { useGrouping: false }),
      percent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
    }),
    [locale],
  );
}
