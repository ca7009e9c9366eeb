import type { CSSProperties } from 'react'

/** How a point of the scale is drawn: its fill, and the class of a text that is legible on it in both themes. */
export interface PointLook {
  readonly fill: CSSProperties
  readonly on: 'on-strong' | 'on-mixed' | 'on-weak'
}

/**
 * The look of a point of a diverging scale: strongest at the ends, weakest beside the middle, grey in the middle of an
 * odd scale. The colours themselves are custom properties of survey.css, so that they follow the theme.
 */
export function lookOf(point: number, points: number): PointLook {
  const middle = (points - 1) / 2
  if (point === middle) return { fill: { fill: 'var(--likert-neutral)' }, on: 'on-weak' }
  const side = point < middle ? 'low' : 'high'
  const half = Math.floor(points / 2)
  const fromMiddle = point < middle ? half - 1 - point : point - Math.ceil(points / 2)
  const strength = half === 1 ? 1 : fromMiddle / (half - 1)
  const share = Math.round(100 * strength)
  return {
    fill: { fill: `color-mix(in srgb, var(--likert-${side}-strong) ${share}%, var(--likert-${side}-weak))` },
    on: strength >= 0.75 ? 'on-strong' : strength >= 0.4 ? 'on-mixed' : 'on-weak',
  }
}
