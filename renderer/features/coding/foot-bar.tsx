import './foot-bar.css'
import { FileOutput, Keyboard, Lock, PanelRight, SpellCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayCode } from '../../../domain/coding.ts'
import { countWords } from '../../../domain/transcript.ts'
import { IconButton } from '../../components/button.tsx'
import { useFormat } from '../../i18n/format.ts'
import { navigate } from '../../navigation.ts'
import { useRound } from '../../session.ts'
import { focusTranscript } from './focus.ts'
import { useKeys } from './keys/keymap.ts'
import type { Marks } from './words/marks.ts'
import { chosenSpan, turnOf } from './words/selection.ts'
import { openOver, toggleCodebook, useCodingScreen } from './store.ts'
import { TypeChoice } from './type-choice.tsx'
import { useRecentCodes } from './palette/use-recent-codes.ts'
import type { OpenTranscript } from './use-transcript.ts'

interface FootBarProps {
  readonly opened: OpenTranscript
  readonly marks: Marks
  readonly onApply: (digit: number) => void
}

/** The foot of the transcript: where one is, what was just done, and the codes with a digit. */
export function FootBar({ opened, marks, onApply }: FootBarProps) {
  const { t } = useTranslation('coding')
  const { t: common } = useTranslation()
  const recent = useRecentCodes()
  const helpKeys = useKeys('help')
  const round = useRound()
  const isFinished = round !== null && !mayCode(round)
  const status = useCodingScreen((screen) => screen.status)
  const hasCodebook = useCodingScreen((screen) => screen.hasCodebook)
  const spoken = useCodingScreen((screen) => screen.spoken)
  const { id, turns } = opened.transcript
  const number = useCodingScreen(({ selection }) =>
    selection === null ? undefined : turns[turnOf(opened.reader, selection)]?.number,
  )
  return (
    <footer className="coding-foot">
      {isFinished && (
        <p className="coding-finished small">
          <Lock aria-hidden />
          {t('roundFinished')}
        </p>
      )}
      {!isFinished && recent.length > 0 && (
        <ul className="coding-recent" aria-label={t('recentCodes')}>
          {recent.map(({ digit, code, label }) => (
            <li key={code.id}>
              <button
                type="button"
                className="coding-recent-code"
                title={label}
                onClick={(event) => {
                  // A click leaves the keyboard in the words; by keyboard one may go on to the next code.
                  if (event.detail > 0) focusTranscript()
                  onApply(digit)
                }}
              >
                <kbd className="kbd">{digit}</kbd>
                <span className={`swatch code-colour-${code.colour}`} aria-hidden />
                <span className="truncate">{label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="coding-foot-line">
        <Place opened={opened} marks={marks} />
        <output className="coding-status truncate">{status}</output>
        <span aria-live="polite" className="visually-hidden">
          {spoken}
        </span>
        <TypeChoice />
        {number !== undefined && (
          <IconButton
            label={t('correctTurn', { number })}
            icon={<SpellCheck aria-hidden />}
            onPress={() => navigate('transcripts', id, 'correct', String(number))}
          />
        )}
        <IconButton
          label={t('write')}
          icon={<FileOutput aria-hidden />}
          onPress={() => navigate('transcripts', id, 'file', 'coding')}
        />
        <IconButton
          label={common('shortcuts.title')}
          icon={<Keyboard aria-hidden />}
          shortcut={helpKeys}
          onPress={() => openOver('shortcuts')}
        />
        <IconButton
          label={t('showCodebook')}
          icon={<PanelRight aria-hidden />}
          isPressed={hasCodebook}
          onPress={toggleCodebook}
        />
      </div>
    </footer>
  )
}

function Place({ opened: { reader, transcript }, marks }: Omit<FootBarProps, 'onApply'>) {
  const { t } = useTranslation('coding')
  const format = useFormat()
  const selection = useCodingScreen((screen) => screen.selection)
  const span = chosenSpan(reader, selection)
  const turn = selection === null ? undefined : transcript.turns[turnOf(reader, selection)]
  return (
    <span className="muted figures coding-foot-place">
      {turn !== undefined && (
        <span>
          {t('turnOf', { number: format.number(turn.number), total: format.number(transcript.turns.length) })}
        </span>
      )}
      {span !== null && <strong>{t('wordsChosen', { count: countWords(transcript.text, [span]) })}</strong>}
      <span>{t('turnsCoded', { count: marks.codedTurns })}</span>
    </span>
  )
}
