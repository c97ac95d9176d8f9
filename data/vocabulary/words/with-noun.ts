/** A count, as it is written, before the form that goes with it: withNoun('1', 'page waits', 'pages wait') → '1 page waits'. */
export const withNoun = (count: string, one: string, other: string): string => `${count} ${count === '1' ? one : other}`

/** In French all below two is singular: « 0 page attend », « 1,5 page ». */
export const avecNom = (count: string, one: string, other: string): string =>
  `${count} ${/^[01](?:,\d+)?$/.test(count) ? one : other}`
