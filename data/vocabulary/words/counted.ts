/** A count with its noun in the right number: counted('en', { one: '# site', other: '# sites' })(3) → '3 sites'. */
export function counted(
  locale: string,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>,
): (count: number) => string {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return count => (forms[rules.select(count)] ?? forms.other ?? '#').replace('#', numbers.format(count))
}
