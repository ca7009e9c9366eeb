import './transcript.css'
import './highlights.css'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, type CSSProperties, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useFinding } from '../find/finding.ts'
import { focusTranscript, TRANSCRIPT_ID } from '../focus.ts'
import { createHighlights } from './highlights.ts'
import { boxOf } from './hit.ts'
import type { Marks } from './marks.ts'
import { caretAt, chosenSpan, focusOf, stretchOf, type Selection } from './selection.ts'
import { SelectionTools } from './selection-tools.tsx'
import type { Command } from '../keys/shortcuts.ts'
import { useCodingScreen } from '../store.ts'
import { rowId, TurnRow } from './turn-row.tsx'
import { typeOf, useTypeSteps, type TypeSteps } from './type-size.ts'
import { useKeyboard } from '../keys/use-keyboard.ts'
import { usePointer } from './use-pointer.ts'
import type { OpenTranscript } from '../use-transcript.ts'
import { useVirtualList } from '../../../components/use-virtual-list.ts'

interface TranscriptPaneProps {
  readonly opened: OpenTranscript
  readonly marks: Marks
  readonly sourceName: string
  /** What is said of where words are from when they are copied. */
  readonly source: string
  readonly onCommand: (command: Command) => void
  readonly onApply: (digit: number) => void
}

/** The words of a transcript, with what is coded, and the person's place in them. */
export function TranscriptPane({ opened, marks, sourceName, source, onCommand, onApply }: TranscriptPaneProps) {
  const { t } = useTranslation('coding')
  const { transcript, reader } = opened
  const { stretches } = reader
  const scroller = useRef<HTMLDivElement>(null)
  const type = useTypeSteps()
  const highlights = useMemo(() => createHighlights(CSS.highlights), [])
  const current = useCodingScreen(({ selection }) => (selection === null ? -1 : stretchOf(reader, selection)))

  const { indexes, top, height, measure, goTo, measureAgain } = useVirtualList(scroller, stretches.length, (index) =>
    estimateHeight(stretches[index]),
  )
  const isCurrentShown = current >= (indexes[0] ?? 0) && current <= (indexes.at(-1) ?? -1)

  useDrawnSelection(highlights, opened, marks)
  usePointer(scroller, opened, marks)

  useKeyboard(scroller, opened, source, onCommand)

  // One comes back to where one was, and sees the turn one goes to.
  useLayoutEffect(() => {
    const reveal = revealer(scroller, opened, goTo)
    const { selection } = useCodingScreen.getState()
    if (selection !== null) {
      const { start } = chosenSpan(opened.reader, selection) ?? { start: focusOf(selection) }
      goTo(stretchOf(opened.reader, caretAt(start)), selection.kind === 'caret' ? 'start' : 'center')
      reveal(caretAt(start), 1)
    }
    return useCodingScreen.subscribe(({ selection }, { selection: before }) => {
      if (selection !== null && selection !== before && !isPointing(scroller.current)) reveal(selection)
    })
  }, [opened, goTo])
  useHeightsRight(scroller, opened, measureAgain, goTo)
  useEffect(() => {
    // Whoever goes from transcript to transcript with a button keeps the keyboard on it.
    if (!document.activeElement?.matches('.button-icon')) focusTranscript()
  }, [])

  return (
    <div ref={scroller} className="coding-scroller" style={typeStyle(type)}>
      <table
        id={TRANSCRIPT_ID}
        role={GRID}
        tabIndex={0}
        aria-label={t('transcriptLabel', { name: sourceName })}
        aria-describedby="coding-help"
        aria-rowcount={stretches.length}
        aria-readonly
        aria-multiselectable={false}
        aria-activedescendant={isCurrentShown ? rowId(current) : undefined}
        className="coding-grid"
        style={{ height }}
      >
        <tbody className="coding-rows" style={{ transform: `translateY(${top}px)` }}>
          {indexes.map((index) => {
            const stretch = stretches[index]
            if (stretch === undefined) return null
            return (
              <TurnRow
                key={index}
                index={index}
                stretch={stretch}
                words={transcript.text.slice(stretch.start, stretch.end)}
                language={transcript.language}
                marks={marks.byStretch[index] ?? NO_MARKS}
                lanes={marks.lanes}
                isCurrent={index === current}
                highlights={highlights}
                measure={measure}
              />
            )
          })}
        </tbody>
      </table>
      <SelectionTools scroller={scroller} opened={opened} onCommand={onCommand} onApply={onApply} />
    </div>
  )
}

/** A table that takes the keyboard is a grid. */
const GRID = 'grid'

const NO_MARKS: readonly never[] = []

/** Pixels a stretch will take, before it is measured: its lines, and a line of codes or of air. */
function estimateHeight(stretch: { readonly start: number; readonly end: number } | undefined): number {
  const { percent, letters } = typeOf(useTypeSteps.getState())
  return stretch === undefined ? 0 : 30 + Math.ceil((stretch.end - stretch.start) / letters) * LINE * (percent / 100)
}

/** Pixels a line takes at its usual size. */
const LINE = 26

/** The size of the words and the length of their lines; a letter is about half as wide as it is high. */
function typeStyle(steps: TypeSteps): CSSProperties {
  const { percent, letters } = typeOf(steps)
  const size = percent / 100
  return { '--coding-text': `${size}rem`, '--coding-line': `${letters * size * 0.5}rem` } as CSSProperties
}

function isPointing(scroller: HTMLElement | null): boolean {
  return scroller?.dataset['pointing'] !== undefined
}

/** Keeps the heights right when the words are set anew: in another size, or in lines of another length. */
function useHeightsRight(
  ref: RefObject<HTMLDivElement | null>,
  opened: OpenTranscript,
  measureAgain: () => void,
  goTo: (index: number, align: 'start' | 'center') => void,
): void {
  const setAnew = useEffectEvent(() => {
    const { selection } = useCodingScreen.getState()
    const isHere = selection !== null && isSeen(ref.current, stretchOf(opened.reader, selection))
    measureAgain()
    if (isHere) revealer(ref, opened, goTo)(selection)
  })
  useEffect(() => {
    const scroller = ref.current
    if (scroller === null) return undefined
    let width = scroller.clientWidth
    const observer = new ResizeObserver(() => {
      if (scroller.clientWidth === width) return
      width = scroller.clientWidth
      setAnew()
    })
    observer.observe(scroller)
    const stop = useTypeSteps.subscribe(() => requestAnimationFrame(setAnew))
    return () => {
      observer.disconnect()
      stop()
    }
  }, [ref])
}

function isSeen(scroller: HTMLElement | null, index: number): boolean {
  const view = scroller?.getBoundingClientRect()
  const row = document.getElementById(rowId(index))?.getBoundingClientRect()
  return view !== undefined && row !== undefined && row.bottom > view.top && row.top < view.bottom
}

/** Paints what is chosen, the caret and what is pointed at, without a render of the turns. */
function useDrawnSelection(
  highlights: ReturnType<typeof createHighlights>,
  opened: OpenTranscript,
  marks: Marks,
): void {
  const { reader } = opened
  useEffect(() => {
    const draw = ({ selection }: { readonly selection: Selection | null }) => {
      highlights.choose(chosenSpan(reader, selection))
      highlights.setCaret(selection?.kind === 'caret' ? reader.pieces.word.at(selection.at) : null)
    }
    draw(useCodingScreen.getState())
    return useCodingScreen.subscribe(draw)
  }, [highlights, reader])

  useEffect(() => {
    highlights.setFound(useFinding.getState().found)
    return useFinding.subscribe(({ found }, before) => found !== before.found && highlights.setFound(found))
  }, [highlights])

  const pointed = useCodingScreen((screen) => screen.pointed)
  useEffect(() => {
    const ids = new Set(pointed?.ids)
    const found = ids.size === 0 ? [] : marks.byStretch.flat().filter((mark) => ids.has(mark.id))
    highlights.pointAt([...new Map(found.map((mark) => [mark.id, mark])).values()])
  }, [highlights, pointed, marks])
}

/** Scrolls so that the turn one is in is seen whole, or, where it is taller than the view, the word one is on. */
function revealer(
  ref: { readonly current: HTMLDivElement | null },
  { reader }: OpenTranscript,
  goTo: (index: number, align: 'center') => void,
) {
  const reveal = (selection: Selection, tries = 0): void => {
    const scroller = ref.current
    if (scroller === null) return
    const index = stretchOf(reader, selection)
    const row = document.getElementById(rowId(index))
    if (row === null) {
      if (tries === 0) goTo(index, 'center')
      if (tries < MOST_TRIES) requestAnimationFrame(() => reveal(selection, tries + 1))
      return
    }
    const view = scroller.getBoundingClientRect()
    const box =
      row.offsetHeight < view.height - 2 * MARGIN
        ? row.getBoundingClientRect()
        : boxOf(scroller, reader.stretches, focusOf(selection))
    if (box === null) return
    if (box.top < view.top + MARGIN) scroller.scrollTop -= view.top + MARGIN - box.top
    else if (box.bottom > view.bottom - MARGIN) scroller.scrollTop += box.bottom - view.bottom + MARGIN
  }
  return reveal
}

/** Pixels kept free above and below. */
const MARGIN = 24
/** Frames to wait for a turn that was far away to come into the document. */
const MOST_TRIES = 20
