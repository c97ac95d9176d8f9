/** Whether a number would be a row of zeros in decimals: measures of eigenvectors come as near to 0 as the machine can count. */
export const isTiny = (value: number): boolean => value !== 0 && Math.abs(value) < 1e-6

const raised: Readonly<Record<string, string>> = {
  '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹',
} // prettier-ignore

/** As papers write it, on one line: 1.23 × 10⁻¹⁷. @param digits writes what stands before the power */
export function asPower(value: number, digits: Intl.NumberFormat): string {
  const { maximumSignificantDigits: most = 3 } = digits.resolvedOptions()
  const [before, power = ''] = value.toExponential(most - 1).split('e')
  return `${digits.format(Number(before))}\u00a0×\u00a010${[...power].map(sign => raised[sign]).join('')}`
}
