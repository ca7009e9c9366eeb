import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedCoding } from '../../../app/contract/codings.ts'
import type { ListedTranscript } from '../../../app/contract/transcripts.ts'
import type { Offset } from '../../../domain/span.ts'
import { useAfterPaint } from '../../after-paint.ts'
import { keysOf } from '../../key-press.ts'
import { isApple, isTyping, shortcutText } from '../../keyboard.ts'
import { turnIndexAt } from '../../../domain/transcript.ts'
import { useSession } from '../../session.ts'
import { selectionAt, type AskedPlace } from './asked-place.ts'
import { CodePalette } from './palette/code-palette.tsx'
import { useCodebook } from './codebook.ts'
import { CodebookPanel } from './codes/codebook-panel.tsx'
import { FindBar } from './find/find-bar.tsx'
import { closeFind, useFinding } from './find/finding.ts'
import { FootBar } from './foot-bar.tsx'
import { boxOfSpan } from './words/hit.ts'
import { currentKeys, useKeys } from './keys/keymap.ts'
import { MarkTip } from './words/mark-tip.tsx'
import { codesNear } from './palette/codes-near.ts'
import { createMarksBuilder, type Marks } from './words/marks.ts'
import { rememberedPlace, rememberPlace } from './places.ts'
import { SideTabs } from './segments/side-tabs.tsx'
import { inVivoName } from './palette/palette-options.ts'
import { sourceOf } from './words/quotation.ts'
import { caretAt, chosenSpan, targetSpan, turnOf } from './words/selection.ts'
import { commandOf, type Command, type ShortcutId } from './keys/shortcuts.ts'
import { CodingShortcuts } from './keys/coding-shortcuts.tsx'
import { SidePane } from './codes/side-pane.tsx'
import { enterTranscript, followStudy, followWidth, openOver, useCodingScreen } from './store.ts'
import { TranscriptPane } from './words/transcript-pane.tsx'
import { comparePassages } from './keys/compare.ts'
import { useCommands } from './keys/use-commands.ts'
import type { OpenTranscript } from './use-transcript.ts'

interface CodingWorkspaceProps {
  readonly opened: OpenTranscript
  /** Those the person may see and wants to see. */
  readonly codings: readonly ListedCoding[]
  readonly listed: ListedTranscript
  /** The place to go to; without one, where the person was. */
  readonly place: AskedPlace
}

/** A transcript with the codebook beside it, and everything done there by key or by pointer. */
export function CodingWorkspace({ opened, codings, listed, place }: CodingWorkspaceProps) {
  const { t } = useTranslation('coding')
  const { transcript } = opened
  const open = useCodingScreen((screen) => screen.open)
  const isReady = useCodingScreen((screen) => screen.transcriptId === transcript.id)
  const isFinding = useFinding((finding) => finding.isOpen)
  const hasCodebook = useCodingScreen((screen) => screen.hasCodebook)
  const palette = shortcutText(useKeys('palette'))
  const remove = shortcutText(useKeys('remove'))
  const help = shortcutText(useKeys('help'))
  // The words first: what stands beside them is drawn when they stand.
  const isSideDue = useAfterPaint()
  const marks = useMarks(opened, codings)
  usePlace(opened, place)

  const { run, apply, applyToChosen, applyDigit, restoreAndApply, createAndApply } = useCommands(opened, marks)

  const codebook = useMemo(
    () => <CodebookPanel onApply={applyToChosen} onCompare={(id) => comparePassages(id, opened, null)} />,
    [applyToChosen, opened],
  )

  useFindKeys(run)
  useEffect(followWidth, [])
  useEffect(followStudy, [])

  if (!isReady) return null
  return (
    <div className="coding">
      <div className="coding-middle">
        {isFinding && <FindBar finder={opened.finder} />}
        <TranscriptPane
          opened={opened}
          marks={marks}
          sourceName={listed.name}
          source={sourceOf(listed)}
          onCommand={run}
          onApply={applyDigit}
        />
        <FootBar opened={opened} marks={marks} onApply={applyDigit} />
      </div>
      {hasCodebook && (
        <SidePane label={t('codebook')}>{isSideDue && <SideTabs opened={opened} codes={codebook} />}</SidePane>
      )}
      <MarkTip marks={marks} />
      <p id="coding-help" className="visually-hidden">
        {t('transcriptHelp', { palette, remove, help })}
      </p>
      {open === 'palette' && (
        <CodePalette
          words={wordsToCode(opened)}
          inVivo={nameToCreate(opened)}
          near={codesAround(opened, marks)}
          beside={placeOfWords(opened)}
          onApply={(code) => void apply(code)}
          onRestore={(code) => void restoreAndApply(code)}
          onCreate={(plan) => void createAndApply(plan)}
          onClose={() => openOver(null)}
        />
      )}
      {open === 'shortcuts' && <CodingShortcuts onClose={() => openOver(null)} />}
    </div>
  )
}

function useMarks({ reader }: OpenTranscript, codings: readonly ListedCoding[]): Marks {
  const { codes } = useCodebook()
  const coders = useSession((session) => session.coders)
  const rounds = useSession((session) => session.rounds)
  const coderId = useSession((session) => session.coderId)
  const roundId = useSession((session) => session.roundId)
  const [build] = useState(createMarksBuilder)
  return useMemo(
    () => build(reader.stretches, codings, { codes, coders, rounds, coderId, roundId }),
    [build, reader, codings, codes, coders, rounds, coderId, roundId],
  )
}

/** Finding works from the whole screen, also from the codebook. */
function useFindKeys(run: (command: Command) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('[role=dialog]') !== null) return
    const command = commandOf(currentKeys(), keysOf(event, isApple), null)
    if (command === null || !FINDING.includes(command.id)) return
    if (isTyping(event.target) && !/Mod|F\d/.test(keysOf(event, isApple) ?? '')) return
    event.preventDefault()
    run(command)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  useEffect(() => closeFind, [])
}

const FINDING: readonly ShortcutId[] = ['find', 'findOn', 'findBack']

/** Puts the person where they were, or on the place asked for, and remembers where they go. */
function usePlace({ transcript, reader }: OpenTranscript, place: AskedPlace): void {
  const study = useSession((session) => session.study?.path ?? '')
  const coder = useSession((session) => session.coderId ?? '')
  const askedPlace = useEffectEvent(() => place)
  // Before the first paint: nothing is drawn until it is known where the person is.
  useLayoutEffect(() => {
    const offset = rememberedPlace(study, coder, transcript.id) ?? transcript.turns[0]?.start ?? 0
    const last = transcript.turns.at(-1)?.end ?? 0
    const before = last === 0 ? null : caretAt(Math.min(offset, last) as Offset)
    enterTranscript(transcript.id, selectionAt(reader, askedPlace()) ?? before)
    return useCodingScreen.subscribe(({ selection }, before) => {
      if (selection === null || selection === before.selection) return
      const at = transcript.turns[turnOf(reader, selection)]?.start
      if (at !== undefined) rememberPlace(study, coder, transcript.id, selection.kind === 'caret' ? selection.at : at)
    })
  }, [transcript, reader, study, coder])
}

function wordsToCode({ transcript, reader }: OpenTranscript): string {
  const span = targetSpan(reader, useCodingScreen.getState().selection)
  return span === null ? '' : transcript.text.slice(span.start, Math.min(span.end, span.start + LONGEST))
}

function codesAround({ reader }: OpenTranscript, marks: Marks): ReturnType<typeof codesNear> {
  return codesNear(reader, marks, useCodingScreen.getState().selection)
}

/** The chosen words, where they are few and of one turn. */
function nameToCreate({ transcript: { text, turns }, reader }: OpenTranscript): string | null {
  const span = chosenSpan(reader, useCodingScreen.getState().selection)
  if (span === null || turnIndexAt(turns, span.start) !== turnIndexAt(turns, span.end - 1)) return null
  return inVivoName(text.slice(span.start, span.end))
}

/** Letters of the words to code that the palette shows. */
const LONGEST = 240

function placeOfWords({ reader }: OpenTranscript): DOMRect | null {
  const span = targetSpan(reader, useCodingScreen.getState().selection)
  const scroller = document.querySelector('.coding-scroller')
  return span === null || scroller === null ? null : boxOfSpan(scroller, reader.stretches, span)
}
