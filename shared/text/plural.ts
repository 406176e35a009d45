/**
 * Counted things in a sentence: the plural form by the rules of a language (`Intl.PluralRules`), the number in its
 * digits (`Intl.NumberFormat`). Pure.
 */
export interface NumberStyle {
  /** Whether thousands are set apart. */
  readonly grouping?: boolean;
}

/** Writes numbers as a language does. */
export function numbers(locale: string, { grouping = false }: NumberStyle = {}): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { useGrouping: grouping });
  return (value) => format.format(value);
}

/**
 * What is said of a count, by its plural form; `=0` and the like are for that number alone and go first. `#` stands for the
 * number, so no form may hold a name that could contain it.
 */
export type PluralForms = Readonly<
  Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'> | `=${number}`, string>> & { other: string }
>;

/** Chooses among forms by the rules of a language. */
export function plural(
  locale: string,
  style: NumberStyle = {},
): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale);
  const number = numbers(locale, style);
  return (count, forms) => {
    const form = forms[`=${count}`] ?? forms[rules.select(count)] ?? forms.other;
    return form.replaceAll('#', number(count));
  };
}
