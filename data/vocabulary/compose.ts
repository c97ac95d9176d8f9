/**
 * `text` composed (NFC). One with more than 30 marks in a row, which no language writes (Unicode Standard Annex 15, stream-safe
 * text), stays as it is: engines put such a run in order in time quadratic in its length.
 */
export const compose = (text: string): string => (/\p{M}{31}/u.test(text) ? text : text.normalize('NFC'))
