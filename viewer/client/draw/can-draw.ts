let early: boolean | null = null

/** Asks while a page waits for something else: its first graphics take a browser longest. */
export function askEarly(): void {
  early = tryGraphics()
}

/** Whether this browser can draw a map. What was asked early is told once, then each time what is so now. */
export function canDraw(): boolean {
  const told = early ?? tryGraphics()
  early = null
  return told
}

function tryGraphics(): boolean {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
  // A browser has a few contexts only.
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
