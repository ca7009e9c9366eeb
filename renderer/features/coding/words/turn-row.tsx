import './stripes.css'
import { memo, useLayoutEffect, useRef, type CSSProperties, type RefCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Turn } from '../../../../domain/transcript.ts'
import type { Highlights } from './highlights.ts'
import { WORDS } from './hit.ts'
import type { Mark } from './marks.ts'
import { patchesOf } from './paint.ts'
import { QuoteSign, SegmentRules } from '../segments/segment-rule.tsx'
import { timeStamp } from './quotation.ts'
import type { Stretch } from '../../../components/stretches.ts'
import { TurnCodes } from './turn-codes.tsx'
import { TurnMemos } from './turn-memos.tsx'

interface TurnRowProps {
  readonly index: number
  readonly stretch: Stretch
  readonly words: string
  readonly language: string | null
  readonly marks: readonly Mark[]
  readonly lanes: number
  readonly isCurrent: boolean
  readonly highlights: Highlights
  readonly measure: RefCallback<HTMLElement>
}

/** The id of a turn's row, for `aria-activedescendant`. */
export function rowId(index: number): string {
  return `coding-turn-${index}`
}

/** One turn, or a part of a very long one: who, where and when; the words; a stripe a coding; its codes as a list. */
export const TurnRow = memo(function TurnRow(props: TurnRowProps) {
  const { index, stretch, words, language, marks, lanes, isCurrent, highlights, measure } = props
  const { t } = useTranslation('coding')
  const paragraph = useRef<HTMLParagraphElement>(null)

  useLayoutEffect(() => {
    const node = paragraph.current?.firstChild
    return node instanceof Text ? highlights.show(index, stretch, node) : undefined
  }, [highlights, index, stretch])

  useLayoutEffect(() => highlights.paint(index, patchesOf(stretch, marks)), [highlights, index, stretch, marks])

  return (
    <tr
      id={rowId(index)}
      ref={measure}
      data-index={index}
      data-current={isCurrent || undefined}
      data-continued={stretch.isContinued || undefined}
      aria-rowindex={index + 1}
      className="coding-turn"
    >
      <SegmentRules index={index} />
      <th scope="row" className="coding-turn-head">
        <span className={stretch.isContinued ? 'visually-hidden' : 'coding-speaker'}>
          {stretch.speaker ?? t('unknownSpeaker')}
        </span>
        <span className="coding-place figures">
          <QuoteSign index={index} />
          <Place stretch={stretch} />
        </span>
        <TurnMemos turn={stretch} isCurrent={isCurrent} />
      </th>
      <td className="coding-turn-words">
        <p
          ref={paragraph}
          dir="auto"
          className="reading coding-words"
          {...{ [WORDS]: index }}
          lang={language ?? undefined}
        >
          {words}
        </p>
      </td>
      <Stripes turn={stretch} marks={marks} lanes={lanes} />
      <td className="coding-turn-codes">
        {marks.length > 0 && <TurnCodes turn={stretch} marks={marks} isCurrent={isCurrent} />}
      </td>
    </tr>
  )
})

function Place({ stretch: { number, seconds, isContinued } }: { readonly stretch: Stretch }) {
  const { t } = useTranslation('coding')
  if (isContinued) return <span className="visually-hidden">{t('turnContinued', { number })}</span>
  return (
    <>
      <span className="visually-hidden">{t('turnWord')} </span>
      {number}
      {seconds !== null && <span> · {timeStamp(seconds)}</span>}
    </>
  )
}

interface StripesProps {
  readonly turn: Turn
  readonly marks: readonly Mark[]
  readonly lanes: number
}

/** The stripes beside the words; the list of codes says the same to those who cannot see them. */
function Stripes({ turn, marks, lanes }: StripesProps) {
  const column = useRef<HTMLTableCellElement>(null)

  useLayoutEffect(() => {
    const element = column.current
    const node = element?.parentElement?.querySelector(`[${WORDS}]`)?.firstChild
    if (element === null || !(node instanceof Text) || node.parentElement === null) return undefined
    const parts = marks.filter((mark) => mark.start > turn.start || mark.end < turn.end)
    for (const mark of marks) if (!parts.includes(mark)) spanTurn(element, mark)
    if (parts.length === 0) return undefined
    const place = () => placeStripes(element, node, turn, parts)
    place()
    const observer = new ResizeObserver(place)
    observer.observe(node.parentElement)
    return () => observer.disconnect()
  }, [turn, marks])

  return (
    <td ref={column} aria-hidden className="coding-lanes" style={styleOf({ '--lanes': Math.max(LEAST, lanes) })}>
      {marks.map((mark) => (
        <span
          key={mark.id}
          className={`coding-stripe code-colour-${mark.colour}`}
          data-marks={mark.id}
          data-foreign={!mark.isOwn || undefined}
          data-begun={mark.start < turn.start || undefined}
          data-going-on={mark.end > turn.end || undefined}
          style={styleOf({ '--lane': mark.lane })}
        />
      ))}
    </td>
  )
}

/** A number by which stripes.css places stripes in their lanes. */
function styleOf(number: Readonly<Partial<Record<'--lanes' | '--lane', number>>>): CSSProperties {
  return number as CSSProperties
}

/** Room for so many lanes from the start, so that the first codings do not move the words. */
const LEAST = 4

/** Lets each stripe stand beside the lines that hold its words. Reads all first: writing in between lays out anew. */
function placeStripes(column: Element, words: Text, turn: Turn, marks: readonly Mark[]): void {
  const { top, bottom } = column.getBoundingClientRect()
  const places = marks.map((mark) => {
    const range = document.createRange()
    range.setStart(words, Math.min(words.length, Math.max(0, mark.start - turn.start)))
    range.setEnd(words, Math.min(words.length, mark.end - turn.start))
    const box = range.getBoundingClientRect()
    return { top: box.top - top, bottom: bottom - box.bottom, mark }
  })
  for (const { top, bottom, mark } of places) {
    const stripe = stripeOf(column, mark)
    if (stripe === null) continue
    stripe.style.top = mark.start <= turn.start ? '' : `${top}px`
    stripe.style.bottom = mark.end >= turn.end ? '' : `${bottom}px`
  }
}

/** A coding taken to the ends of the turn leaves the place its stripe had beside some lines. */
function spanTurn(column: Element, mark: Mark): void {
  const stripe = stripeOf(column, mark)
  stripe?.style.removeProperty('top')
  stripe?.style.removeProperty('bottom')
}

function stripeOf(column: Element, { id }: Mark): HTMLElement | null {
  return column.querySelector<HTMLElement>(`[data-marks="${id}"]`)
}
