/**
 * Cohen's κ of two coders over items that both have coded: agreement beyond what their habits alone would give; 1 is
 * full agreement, 0 what chance gives, below 0 less. Null without items, or when both always gave one same code.
 * Cohen 1960, Educational and Psychological Measurement 20.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null
  const share = (test: (pair: readonly [string, string]) => boolean): number => pairs.filter(test).length / pairs.length
  const observed = share(([a, b]) => a === b)
  const expected = [...new Set(pairs.flat())]
    .map(code => share(([a]) => a === code) * share(([, b]) => b === code))
    .reduce((sum, part) => sum + part, 0)
  return expected === 1 ? null : (observed - expected) / (1 - expected)
}
