import { useLayoutEffect, useState } from 'react'

/**
 * Dots keep their proportion to the map: 1 where its shorter side has 860 pixels; smaller beside another map. Null until the
 * map was measured: nothing is drawn before, or all would be drawn twice. Measured before the browser paints: a page that is shown
 * without its map would come later with it.
 */
export function useDotScale(box: React.RefObject<HTMLElement | null>, isPair: boolean): number | null {
  const [scale, setScale] = useState<number | null>(null)
  useLayoutEffect(() => {
    const sheet = box.current
    if (sheet === null) return undefined
    const measure = (): void => {
      const map = sheet.querySelector('.map') ?? sheet
      const side = Math.min(map.clientWidth, map.clientHeight)
      if (side > 0) setScale(Math.round(Math.min(1.2, Math.max(0.45, side / 860)) * 20) / 20)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(sheet)
    measure()
    return () => observer.disconnect()
  }, [box, isPair])
  return scale
}
