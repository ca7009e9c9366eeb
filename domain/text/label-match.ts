import { foldName } from '../codebook/codebook.ts'
import { singularOf } from './singular.ts'
import type { ElementAttribute, SystemElement } from '../system-element.ts'

export type LabelMatch =
  | { readonly kind: 'found'; readonly element: SystemElement; readonly attribute: ElementAttribute }
  | { readonly kind: 'ambiguous' | 'unknown' }

/**
 * Which attribute a survey item asks about. Questionnaires name it as `Element: Attribute`, `TM - Versioning`, or as a
 * paragraph about the element that ends in `- Attribute: what it means`; so the label is cut at line ends, colons,
 * dashes and arrows, and its pieces are looked for among the names. An element may be named by its code or in the
 * plural. Once the element is known an attribute may be named by what stands before its first slash or comma; without
 * an element the attribute's name must be the only one of its kind (Versioning is not).
 */
export function matchLabel(elements: readonly SystemElement[], label: string): LabelMatch {
  const pieces = piecesOf(label)
  const named = elements.filter((element) => pieces.some((piece) => names(element, piece)))
  const within = named.length > 0 ? named : elements
  const whole = candidates(within, (attribute) => pieces.includes(foldName(attribute.name)))
  if (whole.length > 0 || named.length === 0) return decide(whole)
  return decide(candidates(within, (attribute) => pieces.includes(firstPart(attribute.name))))
}

type Found = Extract<LabelMatch, { kind: 'found' }>

function candidates(
  elements: readonly SystemElement[],
  fits: (attribute: ElementAttribute) => boolean,
): readonly Found[] {
  return elements.flatMap((element) =>
    element.attributes.filter(fits).map((attribute) => ({ kind: 'found', element, attribute }) as const),
  )
}

function decide(found: readonly Found[]): LabelMatch {
  const [only] = found
  if (only === undefined) return { kind: 'unknown' }
  return found.length === 1 ? only : { kind: 'ambiguous' }
}

/** The label as a whole and cut up: an attribute whose own name holds a colon is still found. */
function piecesOf(label: string): readonly string[] {
  const cut = label.split(/[\n\r:–—>→]|\s[-/|]\s/u)
  return [label, ...cut].map(foldName).filter((piece) => piece !== '')
}

function names(element: SystemElement, piece: string): boolean {
  return piece === foldName(element.code) || singularOf(piece) === singularOf(foldName(element.name))
}

function firstPart(name: string): string {
  return foldName(name.split(/[/,]/)[0] ?? name)
}
