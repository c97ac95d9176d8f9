/** A mistake in the call or in an input file (exit 2). `message` is one line per mistake: what was found, what was expected. */
export class Mistake extends Error {
  override readonly name = 'Mistake'
}

/** A fault of the program or of the machine (exit 1): what happened, and what is safe. */
export class Fault extends Error {
  override readonly name = 'Fault'
}

/** The user stopped the command (exit 130); everything already fetched is stored. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}
