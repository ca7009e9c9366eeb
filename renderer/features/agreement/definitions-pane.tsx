import { ArrowLeft } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement, Comparison } from '../../../app/contract/agreement.ts'
import { codesHolding, costPerCode } from '../../../domain/agreement/code-cost.ts'
import { Button } from '../../components/button.tsx'
import { Figure } from '../../components/figure.tsx'
import { Select } from '../../components/select.tsx'
import { Table } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { navigate, useRoute } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { Answer, NothingCompared } from './answer.tsx'
import { reasonText } from './figure-names.ts'
import { NamesChoice } from './names-choice.tsx'
import { Passages, type Shown } from './passages.tsx'
import { inputOf, type Question } from './question.ts'
import { codersText, sideNames } from './rows.ts'

interface DefinitionsPaneProps {
  readonly question: Question
  readonly onQuestion: (question: Question) => void
  readonly transcripts: readonly string[]
  /** The bar of choices, with one of this pane's at its end. */
  readonly bar: (more?: ReactNode) => ReactNode
}

const ALL_ROUNDS = 'all'

/** The codes that cost most agreement; one of them with its passages: `#/agreement/definitions/CODE`. */
export function DefinitionsPane({ question, onQuestion, transcripts, bar }: DefinitionsPaneProps) {
  const { t } = useTranslation('agreement')
  const coderId = useSession((session) => session.coderId)
  const rounds = useSession((session) => session.rounds)
  const [chosen, setChosen] = useState<string>(ALL_ROUNDS)
  const refusal = refusalOf(question)
  if (refusal !== null) {
    return (
      <>
        {bar()}
        <p className="callout">{t(`definitions.${refusal}`)}</p>
      </>
    )
  }
  const open = rounds.filter(({ kind, state }) => kind === 'independent' && state === 'open')
  const round = open.find(({ name }) => name === chosen)
  const isOfRounds = question.who.kind === 'rounds'
  const input = {
    ...inputOf(question, transcripts, coderId),
    scope: 'all' as const,
    resamples: 0,
    ...(round !== undefined && !isOfRounds && { rounds: [round.name] }),
  }
  return (
    <>
      {bar(
        open.length > 1 && !isOfRounds && (
          <Select
            label={t('definitions.round')}
            value={round?.name ?? ALL_ROUNDS}
            options={[
              { id: ALL_ROUNDS, label: t('definitions.allRounds') },
              ...open.map(({ name }) => ({ id: name, label: name })),
            ]}
            onChange={setChosen}
          />
        ),
      )}
      <Answer input={input}>
        {(agreement) => (
          <>
            <NamesChoice agreement={agreement} question={question} onChange={onQuestion} />
            <Definitions agreement={agreement} rounds={round === undefined ? [] : [round.name]} />
          </>
        )}
      </Answer>
    </>
  )
}

function refusalOf({ subject, who }: Question): 'subject' | 'pairs' | null {
  if (subject !== 'codings') return 'subject'
  return who.kind === 'group' ? 'pairs' : null
}

interface DefinitionsProps {
  readonly agreement: Agreement
  /** The rounds asked for; all when empty. */
  readonly rounds: readonly string[]
}

function Definitions({ agreement, rounds }: DefinitionsProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const id = useId()
  const { args } = useRoute()
  const [pairKey, setPairKey] = useState<string | null>(null)
  const { comparisons } = agreement
  const comparison = comparisons.find((one) => keyOf(one) === pairKey) ?? mostUnits(comparisons)
  if (comparison === undefined) return <NothingCompared narrowed={null} />
  const costs = costPerCode(comparison.perCode)
  const cells = costs.reduce((sum, { disagreeing }) => sum + disagreeing, 0)
  const half = codesHolding(costs, 0.5)
  const names = sideNames(comparison)
  const opened = costs.find(({ code }) => code === args[1])
  if (opened !== undefined) {
    return (
      <CostlyCode key={opened.code} agreement={agreement} comparison={comparison} rounds={rounds} code={opened.code} />
    )
  }
  const kappas = new Map(comparison.perCode.map((row) => [row.code, row]))
  return (
    <section className="section" aria-labelledby={`${id}-heading`}>
      <div className="stack-tight">
        <h2 id={`${id}-heading`}>{t('definitions.title')}</h2>
        <p className="muted">{t('definitions.description')}</p>
      </div>
      {comparisons.length > 1 && (
        <div className="agreement-method-choices">
          <Select
            label={t('drift.pair')}
            value={keyOf(comparison)}
            options={comparisons.map((one) => ({ id: keyOf(one), label: pairText(one) }))}
            onChange={setPairKey}
          />
        </div>
      )}
      {costs.length === 0 ? (
        <p className="callout">{t('definitions.none')}</p>
      ) : (
        <>
          <p>
            <strong>{t('definitions.half', { count: half, all: comparison.codes })}</strong>{' '}
            <span className="muted">
              {t('definitions.cells', {
                count: cells,
                units: t(`unitsCounted.${agreement.unit}`, { count: comparison.units }),
              })}
            </span>
          </p>
          <Table
            label={t('definitions.label')}
            rows={costs}
            rowKey={({ code }) => code}
            initialSort={{ column: 'share', descending: true }}
            onOpen={({ code }) => navigate('agreement', 'definitions', code)}
            columns={[
              {
                id: 'code',
                title: t('perCode.code'),
                isRowHeader: true,
                renderCell: ({ code }) => (
                  <Button
                    variant="link"
                    isRowAction
                    label={t('definitions.open', { code })}
                    onPress={() => navigate('agreement', 'definitions', code)}
                  >
                    {code}
                  </Button>
                ),
                compare: (a, b) => a.code.localeCompare(b.code),
              },
              {
                id: 'share',
                title: t('definitions.cost'),
                renderCell: ({ share }) => (
                  <span className="agreement-cost">
                    <span className="agreement-cost-figure">{format.share(share, 1)}</span>
                    <span className="bar-track" aria-hidden="true">
                      <span
                        className="bar-fill"
                        style={{ display: 'block', width: `${(100 * share) / (costs[0]?.share ?? 1)}%` }}
                      />
                    </span>
                  </span>
                ),
                compare: (a, b) => a.share - b.share,
              },
              {
                id: 'onlyFirst',
                title: t('perCode.onlyFirst', { name: names[0] }),
                align: 'end',
                renderCell: ({ onlyFirst }) => format.number(onlyFirst),
                compare: (a, b) => a.onlyFirst - b.onlyFirst,
              },
              {
                id: 'onlySecond',
                title: t('perCode.onlySecond', { name: names[1] }),
                align: 'end',
                renderCell: ({ onlySecond }) => format.number(onlySecond),
                compare: (a, b) => a.onlySecond - b.onlySecond,
              },
              {
                id: 'both',
                title: t('perCode.both'),
                align: 'end',
                renderCell: ({ used, disagreeing }) => format.number(used - disagreeing),
                compare: (a, b) => a.used - a.disagreeing - (b.used - b.disagreeing),
              },
              {
                id: 'kappa',
                title: t('perCode.kappa'),
                align: 'end',
                renderCell: ({ code }) => {
                  const { kappa = null, reason = null } = kappas.get(code) ?? {}
                  return (
                    <Figure
                      value={kappa}
                      format={format.decimal}
                      reason={reason === null ? null : reasonText(t, reason)}
                    />
                  )
                },
                compare: (a, b) => (kappas.get(a.code)?.kappa ?? -Infinity) - (kappas.get(b.code)?.kappa ?? -Infinity),
              },
            ]}
          />
        </>
      )}
    </section>
  )

  function pairText(one: Comparison): string {
    const sides = one.rounds.filter((name) => name !== null)
    const who = codersText(t, one.coders, format.list)
    return agreement.between === 'rounds' && sides.length > 0 ? `${who}: ${format.list(sides)}` : who
  }
}

interface CostlyCodeProps extends DefinitionsProps {
  readonly comparison: Comparison
  readonly code: string
}

/** One code with its definition and the passages in which the two differ on it. */
function CostlyCode({ agreement, comparison, rounds, code }: CostlyCodeProps) {
  const { t } = useTranslation('agreement')
  const [shown, setShown] = useState<Shown>('disagreed')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <article className="section" aria-labelledby="agreement-code">
      <div>
        <Button
          variant="quiet"
          icon={<ArrowLeft aria-hidden />}
          className="agreement-back"
          onPress={() => navigate('agreement', 'definitions')}
        >
          {t('definitions.back')}
        </Button>
        <h2 id="agreement-code" ref={heading} tabIndex={-1} className="agreement-heading">
          {code}
        </h2>
      </div>
      <Passages
        scope={{
          transcripts: comparison.transcripts,
          rounds: agreement.between === 'rounds' ? comparison.rounds.filter((name) => name !== null) : rounds,
          coders: comparison.coders,
          names: sideNames(comparison),
          unit: agreement.unit,
          harmonised: agreement.harmonised,
        }}
        code={code}
        shown={shown}
        onShown={setShown}
      />
    </article>
  )
}

function keyOf({ coders, rounds }: Comparison): string {
  return JSON.stringify([coders, rounds])
}

function mostUnits(comparisons: readonly Comparison[]): Comparison | undefined {
  return [...comparisons].sort((a, b) => b.units - a.units)[0]
}
