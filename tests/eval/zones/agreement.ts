/** How two labellings of the same items compare: rows are the first's labels, columns the second's. */
export type Confusion<Label extends string> = Readonly<Record<Label, Readonly<Record<Label, number>>>>

/** Counts pairs [first, second] over `labels`. */
export function confusion<Label extends string>(
  pairs: readonly (readonly [Label, Label])[],
  labels: readonly Label[],
): Confusion<Label> {
  const row = (first: Label): Record<Label, number> =>
    Object.fromEntries(
      labels.map(second => [second, pairs.filter(([a, b]) => a === first && b === second).length]),
    ) as Record<Label, number>
  return Object.fromEntries(labels.map(label => [label, row(label)])) as Confusion<Label>
}

/** Share of pairs that agree, 0..1. */
export function accuracy<Label extends string>(pairs: readonly (readonly [Label, Label])[]): number {
  return pairs.filter(([a, b]) => a === b).length / pairs.length
}

/** Precision, recall and F1 of one label, the first of a pair being the truth; F1 is 0 for a label never met rightly. */
export function scores<Label extends string>(
  pairs: readonly (readonly [Label, Label])[],
  label: Label,
): { precision: number; recall: number; f1: number; support: number } {
  const support = pairs.filter(([truth]) => truth === label).length
  const given = pairs.filter(([, said]) => said === label).length
  const right = pairs.filter(([truth, said]) => truth === label && said === label).length
  const f1 = right === 0 ? 0 : (2 * right) / (support + given)
  return { precision: right / given, recall: right / support, f1, support }
}

/** Mean F1 over the labels that occur, as truth or as answer. */
export function macroF1<Label extends string>(pairs: readonly (readonly [Label, Label])[]): number {
  const labels = [...new Set(pairs.flat())]
  return labels.reduce((sum, label) => sum + scores(pairs, label).f1, 0) / labels.length
}
