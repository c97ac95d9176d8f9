import { expect, it } from 'vitest'
import { askedAt, waveStops } from '#viewer/client/panels/filter/wave-stops.ts'

const waves = ['first', '2027-03']

it('waveStops: the slider stands at the wave that was analysed, with no stop twice', () => {
  expect(waveStops(waves, '2027-03')).toEqual(waves)
  expect(waves.map(wave => askedAt(wave, '2027-03'))).toEqual(['first', ''])
})

it.each([null, 'all'])('waveStops: all waves together come first where %o was analysed', analysed => {
  const stops = waveStops(waves, analysed)
  expect(stops).toEqual(['all', ...waves])
  expect(stops.map(stop => askedAt(stop, analysed))).toEqual(['', ...waves])
})
