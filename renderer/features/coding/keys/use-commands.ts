import { useCallback, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import { mayCode } from '../../../../domain/coding.ts'
import type { Offset, Span } from '../../../../domain/span.ts'
import { writeMemo } from '../../../memo-request.ts'
import { ask, useRound, useSession } from '../../../session.ts'
import { applyCode, applyNewCode, removeCodings } from '../actions.ts'
import type { BoundaryMove } from '../../../components/moved-boundary.ts'
import { boundaryMoveOf, codingAt, codingsToRemoveAt, codingToMoveAt, ownCodingAt } from './boundaries.ts'
import { moveBoundary } from './boundary-commands.ts'
import { nextCodedWords } from './coding-steps.ts'
import { comparePassages } from './compare.ts'
import { useCodebook } from '../codebook.ts'
import { findOn, openFind } from '../find/finding.ts'
import type { Marks } from '../words/marks.ts'
import { runInText } from './navigation-commands.ts'
import type { NewCode } from '../palette/new-code.ts'
import { useSegmentCommands } from '../segments/use-segment-commands.ts'
import { chosenSpan, rangeOf, targetSpan } from '../words/selection.ts'
import type { Reader } from '../../../components/reader.ts'
import type { Command } from './shortcuts.ts'
import { aimAt, openOver, putToolsAway, say, select, speak, useCodingScreen } from '../store.ts'
import { changeSize, resetSize } from '../words/type-size.ts'
import { useRecentCodes } from '../palette/use-recent-codes.ts'
import type { OpenTranscript } from '../use-transcript.ts'

/** Letters of the words of a coding that are told to a screen reader. */
const LONGEST = 120

type Named = Pick<CountedCode, 'id' | 'name'>

export interface Commands {
  readonly run: (command: Command) => void
  /** Puts a code on the chosen words, or on the turn one is in. */
  readonly apply: (code: Named) => Promise<void>
  /** Puts it on the chosen words only. The same function from render to render. */
  readonly applyToChosen: (code: Named) => void
  readonly applyDigit: (digit: number) => void
  /** Brings a retired code back and applies it: two actions, each with its undo. */
  readonly restoreAndApply: (code: Named) => Promise<void>
  readonly createAndApply: (plan: NewCode) => Promise<void>
}

/** What the keys and buttons of the screen do, each said at the foot once it is done. */
export function useCommands(opened: OpenTranscript, marks: Marks): Commands {
  const { transcript, reader, finder } = opened
  const { startSegment, screenSegment, toggleQuote } = useSegmentCommands(opened)
  const { t } = useTranslation('coding')
  const { labels } = useCodebook()
  const recent = useRecentCodes()
  const transcriptId = transcript.id
  const round = useRound()
  const isFinished = round !== null && !mayCode(round)
  const latest = useRef(marks)
  useLayoutEffect(() => {
    latest.current = marks
  }, [marks])

  const apply = async (code: Named) => {
    if (isFinished) say(t('roundFinished'))
    else if (await applyHere(code)) say(t('applied', { name: labels.get(code.id) ?? code.name }))
  }
  const applyHere = useCallback(
    async (code: Named) => {
      const span = targetSpan(reader, useCodingScreen.getState().selection)
      if (span === null || !(await applyCode(transcriptId, span, code.id))) return false
      putToolsAway()
      return true
    },
    [reader, transcriptId],
  )
  const applyToChosen = useCallback(
    (code: Named) => {
      if (isFinished) say(t('roundFinished'))
      else if (chosenSpan(reader, useCodingScreen.getState().selection) === null) say(t('chooseFirst'))
      else void applyHere(code).then((isDone) => isDone && say(t('applied', { name: code.name })))
    },
    [isFinished, reader, applyHere, t],
  )
  const applyDigit = (digit: number) => {
    const found = recent.find((one) => one.digit === digit)
    if (isFinished) say(t('roundFinished'))
    else if (found === undefined) say(t('noCodeOnDigit', { digit }))
    else void apply(found.code)
  }
  const restoreAndApply = async (code: Named) => {
    const { coderId } = useSession.getState()
    if (isFinished) say(t('roundFinished'))
    else if (coderId !== null && (await ask('codes.restore', { ids: [code.id], coderId })) !== null) await apply(code)
  }
  const createAndApply = async (plan: NewCode) => {
    if (isFinished) return say(t('roundFinished'))
    const span = targetSpan(reader, useCodingScreen.getState().selection)
    if (span === null || !(await applyNewCode(transcriptId, span, plan))) return
    putToolsAway()
    say(t('applied', { name: plan.names.at(-1) ?? '' }))
  }
  const remove = async () => {
    if (isFinished) return say(t('roundFinished'))
    const { selection, aimed } = useCodingScreen.getState()
    const found = codingsToRemoveAt(reader, marks, selection, aimed)
    if (found.length === 0) say(t('nothingToRemove'))
    else if (await removeCodings(found.map(({ id }) => id))) {
      say(t('removed', { name: found[0]?.label ?? '', count: found.length }))
    }
  }
  const move = async (boundary: BoundaryMove) => {
    const { selection, aimed } = useCodingScreen.getState()
    if (isFinished && codingToMoveAt(reader, marks, selection, aimed) !== null) {
      return say(t('roundFinished'))
    }
    const moved = await moveBoundary(reader, () => latest.current, boundary)
    if (moved === null) return
    if (moved === 'nothing') return say(t('nothingToMove'))
    if (moved === 'no-further') return say(t('noFurther'))
    const word = wordAtEdge(reader, moved.span, boundary.edge)
    if (moved.mark === null) speak(t(boundary.edge === 'start' ? 'startsWith' : 'endsWith', { word }))
    // The boundary may lie far out of view, where a long coding begins: the word says where it is now.
    else say(t(`boundaryMoved.${boundary.edge}`, { name: moved.mark.label, word }))
  }
  const openMemo = () => {
    const { selection, aimed } = useCodingScreen.getState()
    const own = ownCodingAt(reader, marks, selection, aimed)
    const span = targetSpan(reader, selection)
    if (own !== null) writeMemo({ kind: 'coding', id: own.id })
    else if (span !== null) writeMemo({ kind: 'passage', transcriptId, span })
  }
  const step = (direction: 'on' | 'back') => {
    const { selection } = useCodingScreen.getState()
    const next = selection === null ? null : nextCodedWords(reader, marks, selection, direction)
    if (next === null) return say(t(direction === 'on' ? 'noCodingOn' : 'noCodingBack'))
    const [first] = next.marks
    select(rangeOf(next))
    aimAt((next.marks.find(({ isOwn }) => isOwn) ?? first).id)
    const names = [...new Set(next.marks.map(({ label }) => label))]
    speak(`${names.join(', ')}: ${transcript.text.slice(next.start, Math.min(next.end, next.start + LONGEST))}`)
  }
  const compare = () => {
    const { selection, aimed } = useCodingScreen.getState()
    const meant = codingAt(reader, marks, selection, aimed)
    if (meant === null) say(t('nothingToCompare'))
    else comparePassages(meant.codeId, opened, meant)
  }
  const run = (command: Command) => {
    const boundary = boundaryMoveOf(command.id)
    if ('digit' in command) applyDigit(command.digit)
    else if (command.id === 'palette') {
      if (isFinished) say(t('roundFinished'))
      else openOver('palette')
    } else if (command.id === 'help') openOver('shortcuts')
    else if (command.id === 'remove') void remove()
    else if (command.id === 'segment') void startSegment()
    else if (command.id === 'screen') screenSegment()
    else if (command.id === 'quote') void toggleQuote()
    else if (command.id === 'memo') openMemo()
    else if (command.id === 'codingOn') step('on')
    else if (command.id === 'codingBack') step('back')
    else if (command.id === 'compare') compare()
    else if (boundary !== null) void move(boundary)
    else if (command.id === 'find') openFind(reader, finder)
    else if (command.id === 'findOn') findOn(finder, 'on')
    else if (command.id === 'findBack') findOn(finder, 'back')
    else if (command.id === 'larger') changeSize(1)
    else if (command.id === 'smaller') changeSize(-1)
    else if (command.id === 'usualSize') resetSize()
    else runInText(reader, command.id)
  }
  return { run, apply, applyToChosen, applyDigit, restoreAndApply, createAndApply }
}

function wordAtEdge({ transcript, pieces }: Reader, span: Span, edge: 'start' | 'end'): string {
  const { start, end } = pieces.word.at(edge === 'start' ? span.start : ((span.end - 1) as Offset))
  return transcript.text.slice(start, end)
}
