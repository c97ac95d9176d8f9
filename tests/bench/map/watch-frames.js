// Put into a page before its own scripts: notes when `wanted` instances have been drawn in one task. Reading a pixel back
// waits until the graphics card, here software, has really drawn them; it is done at the end of the drawing task.
// `isUndrawn`: calls are counted and not made.
;(() => {
  const state = (window.benchFrames = { wanted: Infinity, at: null, isUndrawn: false })
  const contexts = new Set()
  let drawn = 0
  const look = () => {
    if (drawn >= state.wanted && state.at === null) {
      for (const gl of state.isUndrawn ? [] : contexts)
        gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
      state.at = performance.now()
    }
    contexts.clear()
    drawn = 0
  }
  const watch = (name, countAt) => {
    const original = WebGL2RenderingContext.prototype[name]
    WebGL2RenderingContext.prototype[name] = function (...given) {
      if (!state.isUndrawn) original.apply(this, given)
      if (state.at !== null || this.getParameter(this.FRAMEBUFFER_BINDING) !== null) return
      if (contexts.size === 0) queueMicrotask(look)
      contexts.add(this)
      drawn += given[countAt]
    }
  }
  watch('drawArraysInstanced', 3)
  watch('drawArrays', 2)
})()
