export const percentOf = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`
