import { channelsOf, luminanceOf } from './luminance.ts'

/** Black or white, whichever is read better on `colour`: at least 4.5 : 1 on any. */
export const inkOn = (colour: string): '#000000' | '#ffffff' =>
  luminanceOf(channelsOf(colour)) < 0.179 ? '#ffffff' : '#000000'
