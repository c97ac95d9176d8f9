/**
 * What all drawing programs share: how far the lit part stands out (0: everything is equal, 1: the rest is almost gone)
 * and the paper they draw on. Changing it costs one frame, without touching any site or tie.
 */
export interface Light {
  emphasis: number
  /** Red, green, blue, each 0 to 1. */
  paper: readonly [number, number, number]
}
