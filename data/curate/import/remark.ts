/** A line of the file and what there is to say of it. */
export interface Remark {
  readonly line: number
  readonly text: string
}
