import { useEffect, useRef } from 'react'
import { useWorkbench } from '../workbench-context.ts'
import { pictureSvg } from './picture.ts'
import { textWidth } from './text-width.ts'

/** Of a page in portrait, in pixels of 1/96 inch. */
const [width, height] = [680, 470]

/** What the printer gets instead of the map: canvases of the screen come out blank or in the colours of the night. */
export function PrintFigure() {
  const { model, shown, speech, view, changes } = useWorkbench()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const media = matchMedia('print')
    const draw = (): void => {
      const svg = pictureSvg({ model, shown, view, speech, changes, width, height, widthOf: textWidth })
      const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml')
      box.current?.replaceChildren(document.importNode(documentElement, true))
    }
    const clear = (): void => box.current?.replaceChildren()
    const follow = (): void => (media.matches ? draw() : clear())
    media.addEventListener('change', follow)
    window.addEventListener('beforeprint', draw)
    window.addEventListener('afterprint', clear)
    return () => {
      media.removeEventListener('change', follow)
      window.removeEventListener('beforeprint', draw)
      window.removeEventListener('afterprint', clear)
    }
  }, [model, shown, speech, view, changes])
  return <div ref={box} className="print-figure" aria-hidden="true" />
}
