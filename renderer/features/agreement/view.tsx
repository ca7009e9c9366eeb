import './agreement.css'
import { EyeOff, Scale } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement, Comparison } from '../../../app/contract/agreement.ts'
import type { FigureName } from '../../../domain/agreement/figures.ts'
import type { Round } from '../../../domain/coding.ts'
import type { AxialError } from '../../../domain/errors.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ToHarmonising } from '../../components/to-harmonising.tsx'
import { OpenRoundDialog } from '../../components/open-round-dialog.tsx'
import { Page } from '../../components/page.tsx'
import { failureSentence } from '../../i18n/failure-sentence.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { navigate, useRoute } from '../../navigation.ts'
import { useCoder, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { argsOf, findComparison } from './comparison-key.ts'
import { ComparisonDetail } from './comparison-detail.tsx'
import { Comparisons } from './comparisons.tsx'
import { IntervalPlot } from './interval-plot.tsx'
import { LeftOut } from './left-out.tsx'
import { QuestionBar, type Question } from './question-bar.tsx'
import { compareNames } from '../../name-order.ts'

const EVERYTHING: Question = { transcripts: [], coders: null, unit: 'turn', seed: 1 }

export default function AgreementView() {
  const { t } = useTranslation('agreement')
  const coders = useSession((session) => session.coders)
  const { value: transcripts } = useRead('transcripts.list', {})
  const [question, setQuestion] = useState<Question>(EVERYTHING)
  const [attempt, setAttempt] = useState(1)
  if (transcripts === null) return <Page title={t('title')}>{null}</Page>
  const names = transcripts.map(({ name }) => name)
  if (names.length === 0) {
    return (
      <Page title={t('title')} description={t('description')}>
        <EmptyState
          icon={<Scale aria-hidden />}
          title={t('empty.title')}
          actions={
            <Button variant="primary" onPress={() => navigate('transcripts')}>
              {t('empty.toTranscripts')}
            </Button>
          }
        >
          {t('empty.noTranscripts')}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('title')} description={t('description')} actions={<ToHarmonising />}>
      <div className="stack agreement">
        <QuestionBar
          question={question}
          onChange={setQuestion}
          transcripts={names}
          coders={coders.filter(({ kind }) => kind === 'coder').map(({ name }) => name)}
        />
        <Answer
          key={attempt}
          question={question}
          transcripts={names}
          onAgain={() => setAttempt(attempt + 1)}
          onEverything={() => setQuestion({ ...EVERYTHING, unit: question.unit, seed: question.seed })}
        />
      </div>
    </Page>
  )
}

interface AnswerProps {
  readonly question: Question
  readonly transcripts: readonly string[]
  readonly onAgain: () => void
  readonly onEverything: () => void
}

/** The figures for a question; the last ones stand, dimmed, while new ones are computed. */
function Answer({ question, transcripts, onAgain, onEverything }: AnswerProps) {
  const { t } = useTranslation('agreement')
  const coderId = useSession((session) => session.coderId)
  const reading = useRead(
    'agreement.compute',
    {
      transcripts: question.transcripts.filter((name) => transcripts.includes(name)),
      unit: question.unit,
      seed: question.seed,
      ...(question.coders !== null && { coders: [...question.coders] }),
      ...(coderId !== null && { coderId }),
    },
    { ownErrors: true },
  )
  const [last, setLast] = useState<Agreement | null>(null)
  if (reading.state === 'ready' && reading.value !== last) setLast(reading.value)
  if (reading.state === 'failed') return <Refusal error={reading.error} onAgain={onAgain} />
  const shown = reading.value ?? last
  const isBusy = reading.state === 'loading'
  return (
    <div aria-busy={isBusy} className={isBusy ? 'agreement-busy' : undefined}>
      <output className={isBusy ? 'muted agreement-computing' : 'visually-hidden'}>
        {isBusy ? t('computing') : ''}
      </output>
      {shown !== null && (
        <Figures agreement={shown} question={question} transcripts={transcripts} onEverything={onEverything} />
      )}
    </div>
  )
}

interface FiguresProps {
  readonly agreement: Agreement
  readonly question: Question
  readonly transcripts: readonly string[]
  readonly onEverything: () => void
}

function Figures({ agreement, question, transcripts, onEverything }: FiguresProps) {
  const { t } = useTranslation('agreement')
  const { args } = useRoute()
  const [figure, setFigure] = useState<FigureName>('kappaPooled')
  const list = useRef<HTMLDivElement>(null)
  const lastOpened = useRef<string | null>(null)
  const { unit, seed } = agreement
  const comparisons = inNaturalOrder(agreement.comparisons)
  const opened = findComparison(comparisons, args)
  const open = (comparison: Comparison) => navigate('agreement', ...argsOf(comparison))

  // Coming back from a comparison, the focus returns to the row it was opened from.
  useEffect(() => {
    if (opened) lastOpened.current = opened.transcript
    else if (lastOpened.current !== null) {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row-action]') ?? [])]
      rows.find((row) => row.textContent === lastOpened.current)?.focus()
      lastOpened.current = null
    }
  }, [opened])

  if (comparisons.length === 0) return <NothingCompared question={question} onEverything={onEverything} />
  if (opened) {
    return (
      <ComparisonDetail key={args.join('/')} comparison={opened} unit={unit} onBack={() => navigate('agreement')} />
    )
  }
  return (
    <div ref={list}>
      {args.length > 0 && <p className="callout">{t('detail.gone')}</p>}
      <section className="stack">
        <Comparisons comparisons={comparisons} onOpen={open} />
        <p className="muted small">
          {t(`basis.${unit}`)} {t('seedNote', { seed })}
        </p>
      </section>
      <IntervalPlot comparisons={comparisons} figure={figure} onFigure={setFigure} />
      <LeftOut question={question} comparisons={comparisons} transcripts={transcripts} />
    </div>
  )
}

/** Interview 2 comes before Interview 12. */
function inNaturalOrder(comparisons: readonly Comparison[]): readonly Comparison[] {
  return [...comparisons].sort((a, b) => compareNames(a.transcript, b.transcript))
}

function NothingCompared({
  question,
  onEverything,
}: {
  readonly question: Question
  readonly onEverything: () => void
}) {
  const { t } = useTranslation('agreement')
  const isNarrowed = question.transcripts.length > 0 || question.coders !== null
  return (
    <EmptyState
      icon={<Scale aria-hidden />}
      title={t('empty.title')}
      actions={
        isNarrowed ? (
          <Button variant="primary" onPress={onEverything}>
            {t('empty.everything')}
          </Button>
        ) : (
          <>
            <Button onPress={() => navigate('transcripts')}>{t('empty.toTranscripts')}</Button>
            <Button variant="primary" onPress={() => navigate('coding')}>
              {t('empty.toCoding')}
            </Button>
          </>
        )
      }
    >
      {isNarrowed ? t('empty.noneChosen') : t('empty.noPairs')}
    </EmptyState>
  )
}

/** Why there are no figures: a blind round, work that was cancelled, or a failure. */
function Refusal({ error, onAgain }: { readonly error: AxialError; readonly onAgain: () => void }) {
  const { t } = useTranslation('agreement')
  const language = useLanguage()
  const coder = useCoder()
  const rounds = useSession((session) => session.rounds)
  const [opening, setOpening] = useState<Round | null>(null)
  if (error.reason === 'round-blind') {
    const blind = rounds.filter(({ state, kind }) => state === 'blind' && kind === 'independent')
    const isModerator = coder?.kind === 'moderator'
    return (
      <EmptyState
        icon={<EyeOff aria-hidden />}
        title={t('blind.title')}
        actions={
          isModerator && (
            <>
              {blind.map((round) => (
                <Button key={round.id} variant="primary" onPress={() => setOpening(round)}>
                  {t('blind.open', { name: round.name })}
                </Button>
              ))}
              {opening !== null && <OpenRoundDialog round={opening} onClose={() => setOpening(null)} />}
            </>
          )
        }
      >
        {isModerator ? t('blind.adviceModerator') : t('blind.advice')}
      </EmptyState>
    )
  }
  return (
    <div className="callout">
      <p>{error.reason === 'cancelled' ? t('cancelled') : failureSentence(error, language)}</p>
      <Button onPress={onAgain}>{t('again')}</Button>
    </div>
  )
}
