/**
 * What is wrong with the target of a rule of marks; null: nothing. A star stands for one whole name of the path: beside letters or another star it would match in
 * many ways, and cost a night on an address made for it.
 */
export function targetFault(target: string): 'target-without-host' | 'star-amid-name' | null {
  if (!/^\.?[^\s/$?]+[^\s]*$/.test(target)) return 'target-without-host'
  return /^(?:[^*]|(?<=\/)\*(?=[/$?]|$))*$/.test(target) ? null : 'star-amid-name'
}
