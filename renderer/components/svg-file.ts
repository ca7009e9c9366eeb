/** What of an element's look a file of its own has to carry, since the workbench's style sheets stay behind. */
const SHAPE = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray'] as const
const TEXT = ['fill', 'font-family', 'font-size', 'font-weight', 'text-anchor'] as const

function carriedBy(tag: string): readonly string[] {
  if (tag === 'text') return TEXT
  return ['rect', 'line', 'circle', 'path'].includes(tag) ? SHAPE : []
}

/** A computed value as every program that reads SVG knows it: a mixed colour comes as `color(srgb 0.5 0.25 0)`. */
function plainValue(value: string): string {
  const channels = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)\)$/.exec(value)?.slice(1)
  return channels === undefined ? value : `rgb(${channels.map((part) => Math.round(255 * Number(part))).join(', ')})`
}

/**
 * A drawing of the screen as an SVG document that stands alone, in the light theme whatever the screen's, on white: for
 * papers and slides. The drawing itself is left as it is.
 */
export function svgDocument(drawing: SVGSVGElement): string {
  const stage = document.createElement('div')
  stage.style.cssText = 'position: absolute; left: -99999px; color-scheme: light'
  const copy = drawing.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return ''
  stage.append(copy)
  // Beside the drawing, so that every rule that holds for it holds for the copy.
  drawing.parentElement?.append(stage)
  try {
    const elements = [copy, ...copy.querySelectorAll<SVGElement>('*')]
    for (const element of elements) {
      const look = getComputedStyle(element)
      for (const name of carriedBy(element.tagName)) {
        element.setAttribute(name, plainValue(look.getPropertyValue(name)))
      }
    }
    // Only when every look was taken: a part may have its colour from the class of the group it is in.
    for (const element of elements) {
      element.removeAttribute('class')
      element.removeAttribute('style')
    }
  } finally {
    stage.remove()
  }
  const { width, height } = drawing.getBoundingClientRect()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(Math.round(width)))
  copy.setAttribute('height', String(Math.round(height)))
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: '#ffffff' }))
    ground.setAttribute(name, value)
  const firstMark = [...copy.children].find(({ tagName }) => tagName !== 'title' && tagName !== 'desc')
  copy.insertBefore(ground, firstMark ?? null)
  return new XMLSerializer().serializeToString(copy)
}

/** Hands a text to the person as a file: the browser or the desktop shell asks where it goes. */
export function saveText(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
