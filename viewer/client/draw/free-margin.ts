export interface Room {
  readonly width: number
  readonly height: number
}

/** What stays free around the whole map, pixels: names stand there. Of a strip above an open sheet no more than a fifth, or the map would be a point. */
export const freeMargin = ({ width, height }: Room): number => Math.min(46, Math.min(width, height) / 5)
