/** A shell in which a command may be typed. */
export type Shell = 'sh' | 'powershell' | 'cmd'

export interface ShellLine {
  readonly shell: Shell
  readonly text: string
}

/**
 * How the words of a command are typed on a `system` (Node's name of the platform), so that its shell changes none of them. On
 * Windows once where PowerShell and the command prompt agree, else for each of them that can be given these words. None when a word
 * holds a control character, which a terminal obeys before any shell reads it: words may be a stranger's.
 */
export function commandLines(words: readonly string[], system: string): ShellLine[] {
  if (words.some(word => /\p{Cc}/u.test(word))) return []
  if (system !== 'win32') return [{ shell: 'sh', text: words.map(shWord).join(' ') }]
  const powershell = words.map(powershellWord).join(' ')
  const cmd = words.map(cmdWord).join(' ')
  if (powershell === cmd) return [{ shell: 'powershell', text: powershell }]
  // Begun by a word in quotes, PowerShell would print it instead of calling it.
  const call = powershell.startsWith("'") ? `& ${powershell}` : powershell
  return [
    ...(words.some(word => isBeyondPowershell(word, words)) ? [] : [{ shell: 'powershell', text: call } as const]),
    ...(words.some(isBeyondCmd) ? [] : [{ shell: 'cmd', text: cmd } as const]),
  ]
}

/**
 * What the command prompt can't be given: it knows no quote within quotes, so that what follows one would be another command; and where
 * a machine is set up so, '!' names variables.
 */
const isBeyondCmd = (word: string): boolean => /["!]/.test(word)

/** A batch file is read by the command prompt, also when PowerShell calls it, which then puts in quotes what has spaces, no more. */
const isBeyondPowershell = (word: string, [program = '']: readonly string[]): boolean =>
  /\.(?:cmd|bat)$/i.test(program) && /["!%&|<>^]/.test(word)

/** POSIX 2.2.2: within single quotes every character stands for itself. */
const shWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`

/** A comma makes a list in PowerShell, and '@' or '$' call names: what isn't plain stands in single quotes, which close by two. */
const powershellWord = (word: string): string =>
  /^[\w+=:./\\-]+$/.test(word) ? word : `'${word.replaceAll(/['’‘‚‛]/g, '$&$&')}'`

/** Inside double quotes the command prompt still reads '%'; a caret between quotes keeps a name from being one. */
const cmdWord = (word: string): string => {
  if (/^[\w+=:./\\-]+$/.test(word)) return word
  // As a program takes its line apart: backslashes count double before a quote.
  const kept = word.replace(/\\+$/, '$&$&')
  return `"${kept.replaceAll('%', '"^%"')}"`
}
