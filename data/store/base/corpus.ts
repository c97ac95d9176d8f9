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
