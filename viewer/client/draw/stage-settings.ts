import type { Sigma } from 'sigma'
import { createDotProgram } from './card/dot-program.ts'
import { freeMargin, type Room } from './free-margin.ts'
import type { Light } from './light.ts'
import type { Sheet } from './card/sheet.ts'
import { createTieProgram } from './card/tie-program.ts'

/** How sigma draws and moves. `still`: without animations. */
export function stageSettings(
  light: Light,
  sheet: Sheet,
  still: boolean,
  room: Room,
): ConstructorParameters<typeof Sigma>[2] {
  return {
    allowInvalidContainer: true,
    renderLabels: false,
    stagePadding: freeMargin(room),
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    zoomDuration: still ? 1 : 180,
    inertiaDuration: still ? 1 : 200,
    doubleClickZoomingDuration: still ? 1 : 180,
    defaultNodeType: 'dot',
    defaultEdgeType: 'tie',
    nodeProgramClasses: { dot: createDotProgram(light, sheet, false) },
    nodeHoverProgramClasses: { dot: createDotProgram(light, sheet, true) },
    edgeProgramClasses: {
      tie: createTieProgram(light, sheet, 'tie'),
      bowed: createTieProgram(light, sheet, 'bowed'),
      even: createTieProgram(light, sheet, 'even'),
    },
    defaultDrawNodeHover: () => undefined,
  }
}
