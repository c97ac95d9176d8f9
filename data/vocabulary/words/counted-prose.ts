import type { Num } from './num.ts'
import { plain, type Prose } from './prose.ts'

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

/** Returns what puts a number and its noun together in the right number: counted(n, { one: '# site', other: '# sites' }). */
export function countedIn(locale: string): (num: Num, forms: Forms) => Prose {
  const rules = new Intl.PluralRules(locale)
  return (num, forms) => {
    const [before = '', after = ''] = (forms[rules.select(num.value)] ?? forms.other ?? '#').split('#')
    return [before, plain(num), after].filter(piece => piece !== '')
  }
}
