import type { Span } from '../../../../domain/span.ts'
import type { Mark, Marks } from '../words/marks.ts'
import { chosenSpan, focusOf, type Selection } from '../words/selection.ts'
import type { Reader } from '../../../components/reader.ts'

/** Words that are coded, and every coding on exactly these. */
export interface CodedWords extends Span {
  readonly marks: readonly [Mark, ...Mark[]]
}

/**
 * The coded words after those that are chosen, or after the caret, which those that begin at it are too; or before. Words
 * come in the order in which they begin, longer ones before those within them. Null where there are no more.
 */
export function nextCodedWords(
  reader: Reader,
  marks: Marks,
  selection: Selection,
  direction: 'on' | 'back',
): CodedWords | null {
  const chosen = chosenSpan(reader, selection)
  // Nothing is as long as what a caret stands for, so that all that begins there comes after it.
  const here = chosen ?? { start: focusOf(selection), end: Number.POSITIVE_INFINITY }
  const all = codedWords(marks)
  if (direction === 'on') return all.find((one) => order(one, here) > 0) ?? null
  return all.findLast((one) => order(one, here) < 0) ?? null
}

function codedWords(marks: Marks): readonly CodedWords[] {
  const each = new Map(marks.byStretch.flat().map((mark) => [mark.id, mark])).values()
  return Map.groupBy(each, ({ start, end }) => `${start} ${end}`)
    .values()
    .flatMap(([first, ...others]) =>
      first === undefined ? [] : [{ start: first.start, end: first.end, marks: [first, ...others] as const }],
    )
    .toArray()
    .sort(order)
}

interface Extent {
  readonly start: number
  readonly end: number
}

function order(a: Extent, b: Extent): number {
  return a.start - b.start || (a.end === b.end ? 0 : b.end - a.end)
}
