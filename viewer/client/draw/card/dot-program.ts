import type { Sigma } from 'sigma'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { Light } from '../light.ts'
import { SentNumbers } from './sent-numbers.ts'
import type { Sheet } from './sheet.ts'

/** What a dot carries beside sigma's own display data: its place in the model. All else comes from the sheet. */
export interface DotData {
  readonly site: number
}

const vertexShader = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_lit;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_point;
varying float v_radius;
varying float v_shape;
varying float v_lit;
uniform float u_pixelRatio;
const float bias = 255.0 / 254.0;

/** From the middle to where the last shape, with its halo, ends: half the side of the square that is drawn on. */
float side(float r) {
  float rim = 1.4 + 0.6 / u_pixelRatio;
  if (a_shape < 0.5 || a_shape > 5.5) return r + rim;
  if (a_shape < 1.5) return r * 0.85 + rim;
  if (a_shape < 2.5) return r * 1.5 + 3.0;
  // A corner lies farther out than its sides, by the cosine of half the angle between their normals.
  if (a_shape < 3.5) return r * 1.25 + rim * 1.4143;
  if (a_shape < 4.5) return (r * 0.92 + rim) * 1.2361;
  return (r * 0.94 + rim) * 1.1548;
}

void main() {
  v_radius = a_size / u_sizeRatio;
  // Hidden: all corners in one point.
  v_point = a_size > 0.0 ? a_corner * side(v_radius) : vec2(0.0);
  gl_Position = vec4((u_matrix * vec3(a_position + v_point * u_correctionRatio * 2.0, 1)).xy, 0, 1);
  v_shape = a_shape;
  v_lit = a_lit;
  v_color = a_color;
  v_color.a *= bias;
}`

/** Distances to the outline, in pixels; shapes are drawn with about equal areas. */
const fragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_point;
varying float v_radius;
varying float v_shape;
varying float v_lit;
uniform float u_emphasis;
uniform float u_pixelRatio;
uniform vec3 u_paper;

float polygon(vec2 p, float sides, float apothem, float turn) {
  float step = 6.2831853 / sides;
  float angle = atan(p.x, p.y) + turn;
  return cos(floor(0.5 + angle / step) * step - angle) * length(p) - apothem;
}

float outline(vec2 p, float r) {
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return max(abs(p.x), abs(p.y)) - r * 0.85;
  if (v_shape < 2.5) return polygon(p + vec2(0.0, r * 0.18), 3.0, r * 0.74, 3.1415927);
  if (v_shape < 3.5) return (abs(p.x) + abs(p.y) - r * 1.25) * 0.7071;
  if (v_shape < 4.5) return polygon(p, 5.0, r * 0.92, 3.1415927);
  if (v_shape < 5.5) return polygon(p, 6.0, r * 0.94, 0.0);
  return length(p) - r;
}

void main() {
  float d = outline(v_point, v_radius);
  float soft = 0.6 / u_pixelRatio;
  vec3 fill = v_color.rgb;
  // A ring: the site's category is not known.
  if (v_shape > 5.5) fill = mix(u_paper, fill, smoothstep(-soft, soft, length(v_point) - v_radius * 0.52));
  // White dots of the print mode need a rim that is seen.
  vec3 rim = mix(fill * 0.72, vec3(0.25), smoothstep(0.8, 0.95, dot(fill, vec3(0.2126, 0.7152, 0.0722))));
  // By night a dark dot is told from its ground by a rim lighter than itself.
  rim = mix(rim, mix(fill, vec3(1.0), 0.45), step(dot(u_paper, vec3(0.3333)), 0.5));
  vec3 ink = mix(fill, rim, smoothstep(-1.2 - soft, -1.2 + soft, d));
  // What is dimmed lets lines that stand out be seen through it, and has no halo to cut them.
  float dim = u_emphasis * (1.0 - v_lit);
  float halo = 1.4 * (1.0 - dim);
  vec3 color = mix(mix(ink, u_paper, 0.7 * dim), u_paper, smoothstep(-soft, soft, d) * (1.0 - dim));
  float alpha = (1.0 - smoothstep(halo - soft, halo + soft, d)) * (1.0 - 0.4 * dim);
  gl_FragColor = vec4(color * alpha, alpha);
}`

const uniforms = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio', 'u_pixelRatio', 'u_emphasis', 'u_paper'] as const
const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext

/**
 * A sigma program that draws sites as shapes with a rim and a halo of paper, dimmed together by `light`. One that draws a
 * dot a second time (sigma: what is pointed at, above all others) keeps its place to itself.
 */
export function createDotProgram(light: Light, sheet: Sheet, isSecond: boolean): NodeProgramType {
  return class DotProgram extends NodeProgram<(typeof uniforms)[number]> {
    readonly sent = new SentNumbers()

    /** Without a buffer to pick from, for which sigma draws every dot a second time: see nearest-dot.ts. */
    constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, sigma: Sigma) {
      super(gl, null, sigma)
    }

    override getDefinition() {
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          // In the order of Sheet.writeDot.
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_shape', size: 1, type: FLOAT },
          { name: 'a_lit', size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      }
    }

    protected override bindProgram(program: ProgramInfo): void {
      this.sent.bind(program, this, (column, offset, isPerItem) =>
        this.bindAttribute(column, program, offset, isPerItem),
      )
    }

    override processVisibleItem(_nodeIndex: number, start: number, data: NodeDisplayData & Partial<DotData>): void {
      const { array } = this
      this.sent.allChanged()
      array[start] = data.x
      array[start + 1] = data.y
      if (!isSecond) sheet.placeDot(data.site!, data, this, start + 2)
      sheet.writeDot(data.site!, array, start + 2)
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, params.matrix)
      gl.uniform1f(uniformLocations.u_sizeRatio!, params.sizeRatio)
      gl.uniform1f(uniformLocations.u_correctionRatio!, params.correctionRatio)
      gl.uniform1f(uniformLocations.u_pixelRatio!, params.pixelRatio)
      gl.uniform1f(uniformLocations.u_emphasis!, light.emphasis)
      gl.uniform3fv(uniformLocations.u_paper!, light.paper)
    }
  }
}
