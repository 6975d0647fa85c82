import type { Box } from './glyphs.ts'

/** Pixels that hang together. */
export interface Component {
  readonly box: Box
  /** The mean of their values. */
  readonly score: number
  /** How they lean, in degrees, clockwise positive; 0 is level. Tells something only of long ones. */
  readonly angle: number
}

/** Components of all values above `threshold` in a map of `width` columns; diagonal neighbours hang together. */
export function componentsOf(map: Float32Array, width: number, threshold: number): Component[] {
  const height = Math.floor(map.length / width)
  const seen = new Uint8Array(map.length)
  const stack: number[] = []
  const found: Component[] = []
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || (map[start] ?? 0) <= threshold) continue
    seen[start] = 1
    stack.push(start)
    const sums = { n: 0, value: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 }
    let [left, top, right, bottom] = [width, height, 0, 0]
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width
      const y = (at - x) / width
      sums.n += 1
      sums.value += map[at] ?? 0
      sums.x += x
      sums.y += y
      sums.xx += x * x
      sums.yy += y * y
      sums.xy += x * y
      if (x < left) left = x
      if (x >= right) right = x + 1
      if (y < top) top = y
      if (y >= bottom) bottom = y + 1
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const next = v * width + u
          if (seen[next] || (map[next] ?? 0) <= threshold) continue
          seen[next] = 1
          stack.push(next)
        }
    }
    found.push({ box: { left, top, right, bottom }, score: sums.value / sums.n, angle: lean(sums) })
  }
  return found
}

/** The direction in which points spread most. */
function lean({ n, x, y, xx, yy, xy }: Record<'n' | 'x' | 'y' | 'xx' | 'yy' | 'xy', number>): number {
  const spread = xx / n - (x / n) ** 2 - (yy / n - (y / n) ** 2)
  return (Math.atan2(2 * (xy / n - (x / n) * (y / n)), spread) / 2) * (180 / Math.PI)
}
