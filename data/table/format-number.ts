/** Returns the shortest decimal that reads back as `value`, the same on every machine; '' for NaN and infinities. */
export function formatNumber(value: number, decimal: '.' | ',' = '.'): string {
  if (!Number.isFinite(value)) return ''
  const text = String(value === 0 ? 0 : value)
  return decimal === ',' ? text.replace('.', ',') : text
}
