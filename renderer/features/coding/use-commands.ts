import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../app/contract/codes.ts'
import { mayCode } from '../../../domain/coding.ts'
import { overlaps } from '../../../domain/span.ts'
import { useRound } from '../../session.ts'
import { applyCode, createCode, removeCodings } from './actions.ts'
import { useCodebook } from './codebook.ts'
import type { Marks } from './marks.ts'
import { runInText } from './navigation-commands.ts'
import type { NewCode } from './new-code.ts'
import { useSegmentCommands } from './segments/use-segment-commands.ts'
import { chosenSpan, targetSpan } from './selection.ts'
import type { Command } from './shortcuts.ts'
import { openOver, putToolsAway, say, useCodingScreen } from './store.ts'
import { useRecentCodes } from './use-recent-codes.ts'
import type { OpenTranscript } from './use-transcript.ts'

type Named = Pick<CountedCode, 'id' | 'name'>

export interface Commands {
  readonly run: (command: Command) => void
  /** Puts a code on the chosen words, or on the turn one is in. */
  readonly apply: (code: Named) => Promise<void>
  /** Puts it on the chosen words only. The same function from render to render. */
  readonly applyToChosen: (code: Named) => void
  readonly applyDigit: (digit: number) => void
  readonly createAndApply: (plan: NewCode) => Promise<void>
}

/** What the keys and buttons of the screen do, each said at the foot once it is done. */
export function useCommands(opened: OpenTranscript, marks: Marks | null): Commands {
  const { transcript, reader } = opened
  const { startSegment, screenSegment, toggleQuote } = useSegmentCommands(opened)
  const { t } = useTranslation('coding')
  const { labels } = useCodebook()
  const recent = useRecentCodes()
  const transcriptId = transcript.id
  const round = useRound()
  const isFinished = round !== null && !mayCode(round)

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
  const createAndApply = async (plan: NewCode) => {
    if (isFinished) return say(t('roundFinished'))
    const id = await createCode(plan)
    if (id !== null) await apply({ id, name: plan.names.at(-1) ?? '' })
  }
  const remove = async () => {
    if (isFinished) return say(t('roundFinished'))
    const { selection } = useCodingScreen.getState()
    const span = targetSpan(reader, selection)
    if (span === null || selection === null || marks === null) return
    const own = marks.byTurn.flat().filter((mark) => mark.isOwn && overlaps(mark, span))
    const found = [...new Map(own.map((mark) => [mark.id, mark])).values()]
    if (found.length === 0) say(t('nothingToRemove'))
    else if (await removeCodings(found.map(({ id }) => id))) {
      say(t('removed', { name: found[0]?.label ?? '', count: found.length }))
    }
  }
  const run = (command: Command) => {
    if ('digit' in command) applyDigit(command.digit)
    else if (command.id === 'palette') {
      if (isFinished) say(t('roundFinished'))
      else openOver('palette')
    } else if (command.id === 'help') openOver('shortcuts')
    else if (command.id === 'remove') void remove()
    else if (command.id === 'segment') void startSegment()
    else if (command.id === 'screen') screenSegment()
    else if (command.id === 'quote') void toggleQuote()
    else runInText(reader, command.id)
  }
  return { run, apply, applyToChosen, applyDigit, createAndApply }
}
