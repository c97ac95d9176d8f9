/**
 * Where WebGL is switched off for good, some browsers lack even its names, which the drawing library reads when it is
 * loaded; the page would stop there. Nothing is ever drawn with these.
 */
const names = globalThis as { WebGLRenderingContext?: unknown; WebGL2RenderingContext?: unknown }
names.WebGLRenderingContext ??= Object
names.WebGL2RenderingContext ??= Object
