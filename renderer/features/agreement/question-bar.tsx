import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SCOPES } from '../../../app/contract/agreement.ts'
import { SUBJECTS } from '../../../domain/agreement/subject.ts'
import { UNITS } from '../../../domain/agreement/units.ts'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { unitOf, type Question, type Who } from './question.ts'
import { TranscriptChoice } from './transcript-choice.tsx'

interface QuestionBarProps {
  readonly question: Question
  readonly onChange: (question: Question) => void
  readonly transcripts: readonly string[]
  /** Names of those who code, in their order. */
  readonly coders: readonly string[]
  /** How many independent rounds there are: with one alone, nobody can be compared with themself. */
  readonly rounds: number
  /** Whether the pane shown is one that asks for scope and seed, too. */
  readonly isWhole: boolean
  /** A choice of the pane's own, at the end. */
  readonly children?: ReactNode
}

export function QuestionBar({ question, onChange, transcripts, coders, rounds, isWhole, children }: QuestionBarProps) {
  const { t } = useTranslation('agreement')
  const pairs = coders.flatMap((first, index) => coders.slice(index + 1).map((second) => [first, second] as const))
  const choices: readonly { readonly who: Who; readonly label: string }[] = [
    { who: { kind: 'pairs' }, label: t('question.allPairs') },
    ...pairs.map(([first, second]) => ({
      who: { kind: 'pair', coders: [first, second] } as const,
      label: t('question.pair', { first, second }),
    })),
    ...(coders.length > 2 ? [{ who: { kind: 'group' } as const, label: t('question.group') }] : []),
    ...(rounds > 1 ? [{ who: { kind: 'rounds' } as const, label: t('question.rounds') }] : []),
  ]
  return (
    <section className="agreement-question" aria-label={t('question.label')}>
      <TranscriptChoice
        names={transcripts}
        chosen={question.transcripts}
        onChange={(chosen) => onChange({ ...question, transcripts: chosen })}
      />
      <Select
        label={t('question.coders')}
        value={JSON.stringify(question.who)}
        options={choices.map(({ who, label }) => ({ id: JSON.stringify(who), label }))}
        onChange={(id) => {
          const choice = choices.find(({ who }) => JSON.stringify(who) === id)
          if (choice) onChange({ ...question, who: choice.who })
        }}
      />
      <Select
        label={t('question.subject')}
        value={question.subject}
        options={SUBJECTS.map((subject) => ({ id: subject, label: t(`subjects.${subject}`) }))}
        onChange={(subject) => onChange({ ...question, subject })}
      />
      <Select
        label={t('question.unit')}
        value={unitOf(question)}
        isDisabled={question.subject !== 'codings'}
        options={UNITS.map((unit) => ({ id: unit, label: t(`units.${unit}`) }))}
        onChange={(unit) => onChange({ ...question, unit })}
      />
      {unitOf(question) === 'overlap' && (
        <NumberField
          label={t('question.share')}
          error={t('question.shareError')}
          value={Math.round(question.share * 100)}
          isValid={(percent) => percent >= 1 && percent <= 100}
          onChange={(percent) => onChange({ ...question, share: percent / 100 })}
        />
      )}
      {isWhole && (
        <>
          <Select
            label={t('question.scope')}
            value={question.scope}
            options={SCOPES.map((scope) => ({ id: scope, label: t(`scopes.${scope}`) }))}
            onChange={(scope) => onChange({ ...question, scope })}
          />
          <NumberField
            label={t('question.seed')}
            error={t('question.seedError')}
            value={question.seed}
            isValid={() => true}
            onChange={(seed) => onChange({ ...question, seed })}
          />
        </>
      )}
      {children}
    </section>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly error: string
  readonly value: number
  readonly isValid: (value: number) => boolean
  readonly onChange: (value: number) => void
}

/** A whole number. What is typed stands until it is one. */
function NumberField({ label, error, value, isValid, onChange }: NumberFieldProps) {
  const [text, setText] = useState(String(value))
  const numberOf = (typed: string) => {
    const number = Number(typed)
    return typed.trim() !== '' && Number.isSafeInteger(number) && isValid(number) ? number : null
  }
  return (
    <TextField
      label={label}
      type="number"
      value={text}
      error={numberOf(text) === null ? error : undefined}
      onChange={(typed) => {
        setText(typed)
        const number = numberOf(typed)
        if (number !== null) onChange(number)
      }}
    />
  )
}
