/** A count with its noun in the right number: counted('en', { one: '# site', other: '# sites' })(3) → '3 sites'. */
export function counted(
  locale: string,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>,
): (count: number) => string {
  return count => {
    const { rules, numbers } = grammarOf(locale)
    return (forms[rules.select(count)] ?? forms.other ?? '#').replace('#', numbers.format(count))
  }
}

interface Grammar {
  readonly rules: Intl.PluralRules
  readonly numbers: Intl.NumberFormat
}

const known = new Map<string, Grammar>()

/** Made once a language, when somebody first speaks it: a page has a hundred such words in each. */
function grammarOf(locale: string): Grammar {
  const grammar = known.get(locale) ?? {
    rules: new Intl.PluralRules(locale),
    numbers: new Intl.NumberFormat(locale),
  }
  known.set(locale, grammar)
  return grammar
}
