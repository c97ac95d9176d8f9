/**
 * Agreement of two coders over the items that both have coded, beyond what their habits alone would give: 1 is full
 * agreement, 0 what chance gives. Null without items, or when both gave all of them one and the same code. Cohen 1960,
 * Educational and Psychological Measurement 20.
 */
export function cohensKappa(pairs: readonly (readonly [one: string, other: string])[]): number | null {
  const share = (of: (pair: readonly [string, string]) => boolean): number => pairs.filter(of).length / pairs.length
  const observed = share(([one, other]) => one === other)
  const expected = [...new Set(pairs.flat())]
    .map(code => share(([one]) => one === code) * share(([, other]) => other === code))
    .reduce((sum, part) => sum + part, 0)
  return pairs.length === 0 || expected === 1 ? null : (observed - expected) / (1 - expected)
}
