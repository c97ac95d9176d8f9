import { distinctNames } from '../model/distinct-names.ts'
import { withoutAccents } from '#data/vocabulary/without-accents.ts'

const longest = 32
// Help of Stata, "[U] 11.3 Naming conventions".
const reserved = new Set(
  '_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _skip strL using with'.split(' '),
)

function stataName(name: string): string {
  const plain = withoutAccents(name).replace(/[^A-Za-z0-9_]+/g, '_')
  const started = /^[A-Za-z_]/.test(plain) ? plain : `_${plain}`
  return reserved.has(started) || /^str\d+$/.test(started) ? `${started}_` : started
}

/** Returns a name that Stata takes for each of `names`: 1 to 32 letters, digits and `_`, no accents, all distinct. */
export function stataNames(names: readonly string[]): readonly string[] {
  // Room for the number that tells apart names which are cut to the same beginning.
  const cut = names
    .map(name => stataName(name))
    .map(name => (name.length > longest ? name.slice(0, longest - 4) : name))
  return distinctNames(cut)
}
