import type { Point } from './point.ts'

/** Turns the points about their centre so that they extend most from left to right, as screens and pages do. */
export function rotateWide(points: readonly Point[]): Point[] {
  const x = mean(points.map(point => point.x))
  const y = mean(points.map(point => point.y))
  const spreadX = mean(points.map(point => (point.x - x) ** 2))
  const spreadY = mean(points.map(point => (point.y - y) ** 2))
  const shared = mean(points.map(point => (point.x - x) * (point.y - y)))
  const angle = Math.atan2(2 * shared, spreadX - spreadY) / 2
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return points.map(point => ({
    x: cos * (point.x - x) + sin * (point.y - y),
    y: cos * (point.y - y) - sin * (point.x - x),
  }))
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
