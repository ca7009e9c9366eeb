import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitName } from '../../../app/contract/agreement.ts'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { TranscriptChoice } from './transcript-choice.tsx'

/** What is asked: which transcripts (none named: all), which two coders (null: every pair), in which unit, which seed. */
export interface Question {
  readonly transcripts: readonly string[]
  readonly coders: readonly [string, string] | null
  readonly unit: UnitName
  readonly seed: number
}

const UNITS = ['turn', 'sentence', 'character'] as const satisfies readonly UnitName[]
const EVERY_PAIR = 'every'

interface QuestionBarProps {
  readonly question: Question
  readonly onChange: (question: Question) => void
  readonly transcripts: readonly string[]
  /** Names of those who code, in their order. */
  readonly coders: readonly string[]
}

export function QuestionBar({ question, onChange, transcripts, coders }: QuestionBarProps) {
  const { t } = useTranslation('agreement')
  const [seedText, setSeedText] = useState(String(question.seed))
  const pairs = coders.flatMap((first, index) => coders.slice(index + 1).map((second) => [first, second] as const))
  const pairId = question.coders === null ? EVERY_PAIR : JSON.stringify(question.coders)
  return (
    <section className="agreement-question" aria-label={t('question.label')}>
      <TranscriptChoice
        names={transcripts}
        chosen={question.transcripts}
        onChange={(chosen) => onChange({ ...question, transcripts: chosen })}
      />
      <Select
        label={t('question.coders')}
        value={pairId}
        options={[
          { id: EVERY_PAIR, label: t('question.allPairs') },
          ...pairs.map(([first, second]) => ({
            id: JSON.stringify([first, second]),
            label: t('question.pair', { first, second }),
          })),
        ]}
        onChange={(id) => {
          const pair = pairs.find((candidate) => JSON.stringify(candidate) === id)
          onChange({ ...question, coders: pair ?? null })
        }}
      />
      <Select
        label={t('question.unit')}
        value={question.unit}
        options={UNITS.map((unit) => ({ id: unit, label: t(`units.${unit}`) }))}
        onChange={(unit) => onChange({ ...question, unit })}
      />
      <TextField
        label={t('question.seed')}
        type="number"
        value={seedText}
        error={seedOf(seedText) === null ? t('question.seedError') : undefined}
        onChange={(text) => {
          setSeedText(text)
          const seed = seedOf(text)
          if (seed !== null) onChange({ ...question, seed })
        }}
      />
    </section>
  )
}

function seedOf(text: string): number | null {
  const seed = Number(text)
  return text.trim() !== '' && Number.isSafeInteger(seed) ? seed : null
}
