import { type Said, sayMistake } from './vocabulary/words/say.ts'

/**
 * A mistake in the call or in an input file (exit 2). `message` is one line per mistake: what was found, what was expected,
 * in English, as the command line speaks. `said` is the same without its language, for the page, which speaks others too.
 * A mistake that only a command line can make (its options, its files) is given as its sentence.
 */
export class Mistake extends Error {
  override readonly name = 'Mistake'
  readonly said: readonly Said[]

  constructor(mistake: string | Said | readonly Said[]) {
    const said: readonly Said[] =
      typeof mistake === 'string' ? [{ code: 'in-the-call', values: { sentence: mistake } }] : [mistake].flat()
    super(said.map(one => sayMistake(one, 'en')).join('\n'))
    this.said = said
  }
}

/** A fault of the program or of the machine (exit 1): what happened, and what is safe. */
export class Fault extends Error {
  override readonly name = 'Fault'
}

/** The user stopped the command (exit 130); everything already fetched is stored. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}
