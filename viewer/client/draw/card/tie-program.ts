import type { RenderParams } from 'sigma/types'
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering'
import { bow } from '../curve.ts'
import type { Light } from '../light.ts'
import { SentNumbers } from './sent-numbers.ts'
import type { Sheet } from './sheet.ts'
import type { TieForm } from '../tie-form.ts'

/** Wide where it leaves, thin where it arrives (Holten & van Wijk 2009: read faster and surer than arrowheads). */
const vertexShader = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute float a_opacity;
attribute float a_lit;
attribute float a_period;
attribute float a_share;
attribute float a_along;
attribute float a_side;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_emphasis;
uniform float u_bow;
uniform float u_even;
varying vec3 v_color;
varying float v_alpha;
varying float v_across;
varying float v_half;
varying float v_dashes;
varying float v_share;

void main() {
  vec2 straight = a_to - a_from;
  vec2 bend = (a_from + a_to) * 0.5 + vec2(-straight.y, straight.x) * u_bow * 2.0;
  float t = a_along;
  vec2 position = mix(mix(a_from, bend, t), mix(bend, a_to, t), t);
  vec2 tangent = mix(bend - a_from, a_to - bend, t);
  vec2 normal = normalize(vec2(-tangent.y, tangent.x) + 1e-9);

  float wide = a_width / u_sizeRatio * (1.0 + 0.35 * a_lit * u_emphasis);
  float ends = mix(0.8, max(wide * 0.6, 0.8), u_even);
  v_half = mix(mix(max(wide, 1.0), ends, u_even), ends, t) * 0.5;
  // As far as there is ink: software draws pixel by pixel, with or without.
  v_across = a_side * (v_half + 0.5);
  gl_Position = vec4((u_matrix * vec3(position + normal * v_across * u_correctionRatio * 2.0, 1)).xy, 0, 1);
  // Hidden: beyond the edge of the canvas, with all its corners.
  if (a_width == 0.0) gl_Position = vec4(2.0, 2.0, 0, 1);

  // Dashes are as long at every scale.
  v_dashes = a_period == 0.0 ? 0.0 : t * length(straight) / (u_correctionRatio * 2.0 * a_period);
  v_share = a_share;

  // Its ink is as dark at the thin end: a line must be seen as a whole.
  v_alpha = mix(a_opacity, a_lit > 0.5 ? max(a_opacity, 0.9) : a_opacity * 0.07, u_emphasis);
  v_color = a_color.rgb;
}`

const fragmentShader = /* glsl */ `
precision mediump float;
varying vec3 v_color;
varying float v_alpha;
varying float v_across;
varying float v_half;
varying float v_dashes;
varying float v_share;

void main() {
  if (fract(v_dashes) > v_share) discard;
  float alpha = v_alpha * clamp(v_half + 0.5 - abs(v_across), 0.0, 1.0) * min(1.0, 0.35 + v_half * 1.6);
  gl_FragColor = vec4(v_color * alpha, alpha);
}`

const uniforms = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio', 'u_emphasis', 'u_bow', 'u_even'] as const
const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext

const strip = (segments: number): number[][] =>
  Array.from({ length: segments + 1 }, (_, step) => [
    [step / segments, -1],
    [step / segments, 1],
  ]).flat()

/**
 * A sigma program that draws all ties of one form, as the sheet has them. Sigma knows one of them, which stands for the others: of an
 * edge of its own for each it keeps four objects. It takes no part in picking: see nearest-tie.ts.
 */
export function createTieProgram(light: Light, sheet: Sheet, form: TieForm): EdgeProgramType {
  const corners = strip(form === 'bowed' ? 12 : 1)
  return class TieProgram extends EdgeProgram<(typeof uniforms)[number]> {
    readonly sent = new SentNumbers()

    override getDefinition() {
      return {
        VERTICES: corners.length,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_from', size: 2, type: FLOAT },
          { name: 'a_to', size: 2, type: FLOAT },
          // In the order in which the sheet writes them.
          { name: 'a_width', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_opacity', size: 1, type: FLOAT },
          { name: 'a_lit', size: 1, type: FLOAT },
          { name: 'a_period', size: 1, type: FLOAT },
          { name: 'a_share', size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: 'a_along', size: 1, type: FLOAT },
          { name: 'a_side', size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: corners,
      }
    }

    protected override bindProgram(program: ProgramInfo): void {
      this.sent.bind(program, this, (column, offset, isPerItem) =>
        this.bindAttribute(column, program, offset, isPerItem),
      )
    }

    override reallocate(known: number): void {
      super.reallocate(known === 0 ? 0 : sheet.tiesOf(form).length)
    }

    override processVisibleItem(): void {
      this.sent.allChanged()
      let start = 0
      for (const tie of sheet.tiesOf(form)) {
        sheet.placeTie(tie, this, start)
        start += this.STRIDE
      }
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, params.matrix)
      gl.uniform1f(uniformLocations.u_sizeRatio!, params.sizeRatio)
      gl.uniform1f(uniformLocations.u_correctionRatio!, params.correctionRatio)
      gl.uniform1f(uniformLocations.u_emphasis!, light.emphasis)
      gl.uniform1f(uniformLocations.u_bow!, form === 'bowed' ? bow : 0)
      gl.uniform1f(uniformLocations.u_even!, form === 'even' ? 1 : 0)
    }
  }
}
