import type Database from 'better-sqlite3'

type Parameters = unknown[]

/** A prepared statement: rows of shape `Row`, positional or named parameters. */
export type Statement<Row = unknown> = Database.Statement<Parameters, Row>

/** An open corpus. Statements are prepared once per connection and found again by their text. */
export class Corpus {
  readonly file: string
  readonly db: Database.Database
  readonly #statements = new Map<string, Statement>()
  readonly #onClose: () => void
  #undone = 0

  constructor(file: string, db: Database.Database, onClose = (): void => undefined) {
    this.file = file
    this.db = db
    this.#onClose = onClose
  }

  sql<Row = unknown>(text: string): Statement<Row> {
    let statement = this.#statements.get(text)
    if (statement === undefined) {
      statement = this.db.prepare<Parameters>(text)
      this.#statements.set(text, statement)
    }
    return statement as Statement<Row>
  }

  /** How often something written was undone: rows remembered from before may not be there any more. */
  get undone(): number {
    return this.#undone
  }

  /** Runs `work` as one transaction that takes the write lock at once; nested calls become savepoints. */
  write<Result>(work: () => Result): Result {
    try {
      return this.db.transaction(work).immediate()
    } catch (error) {
      this.#undone += 1
      throw error
    }
  }

  /** Begins a transaction that takes the write lock at once, for who can't hold it within one call; see `write`. */
  begin(): void {
    this.db.exec('BEGIN IMMEDIATE')
  }

  /** Keeps what was written since `begin`. */
  commit(): void {
    this.db.exec('COMMIT')
  }

  /** From now on, whoever finds the file held by another program waits for `ms` milliseconds before that is a fault. */
  waitForOthers(ms: number): void {
    this.db.pragma(`busy_timeout = ${ms}`)
  }

  /** Ends the open transaction, if there is one, without keeping anything of it. */
  rollback(): void {
    this.#undone += 1
    // A full disk ends a transaction by itself.
    if (this.db.inTransaction) this.db.exec('ROLLBACK')
  }

  close(): void {
    this.db.close()
    this.#onClose()
  }
}
