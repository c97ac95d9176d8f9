/** What the filters leave: flags parallel to sites and ties. */
export interface Shown {
  readonly sites: Uint8Array
  readonly ties: Uint8Array
  readonly siteCount: number
  readonly tieCount: number
}
