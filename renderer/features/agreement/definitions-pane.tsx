import { ArrowLeft } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../app/contract/agreement.ts'
import { codesHolding } from '../../../domain/agreement/code-cost.ts'
import { Button } from '../../components/button.tsx'
import { Figure } from '../../components/figure.tsx'
import { Select } from '../../components/select.tsx'
import { Table, type Column } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { navigate, useRoute } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { Answer, NothingCompared } from './answer.tsx'
import { comparedSets, costRows, namesOf, setText, type ComparedSet, type CostRow } from './compared-set.ts'
import { reasonText } from './figure-names.ts'
import { NamesChoice } from './names-choice.tsx'
import { Passages, type Shown } from './passages.tsx'
import { inputOf, type Question } from './question.ts'

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
  if (question.subject !== 'codings') {
    return (
      <>
        {bar()}
        <p className="callout">{t('definitions.subject')}</p>
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
            <Definitions
              agreement={agreement}
              isGroup={question.who.kind === 'group'}
              rounds={round === undefined ? [] : [round.name]}
            />
          </>
        )}
      </Answer>
    </>
  )
}

interface DefinitionsProps {
  readonly agreement: Agreement
  /** Whether all are compared together; else every two. */
  readonly isGroup: boolean
  /** The rounds asked for; all when empty. */
  readonly rounds: readonly string[]
}

function Definitions({ agreement, isGroup, rounds }: DefinitionsProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const id = useId()
  const { args } = useRoute()
  const [chosen, setChosen] = useState<string | null>(null)
  const sets = comparedSets(agreement, isGroup)
  const compared = sets.find(({ key }) => key === chosen) ?? sets[0]
  if (compared === undefined) return <NothingCompared narrowed={null} />
  // Spans are matched two coders at a time: of all together there is nothing to count.
  if (compared.kind === 'group' && agreement.unit === 'overlap') {
    return <p className="callout">{t('definitions.overlap')}</p>
  }
  const costs = costRows(compared)
  const opened = costs.find(({ code }) => code === args[1])
  if (opened !== undefined) {
    return <CostlyCode key={opened.code} agreement={agreement} compared={compared} rounds={rounds} code={opened.code} />
  }
  return (
    <section className="section" aria-labelledby={`${id}-heading`}>
      <div className="stack-tight">
        <h2 id={`${id}-heading`}>{t('definitions.title')}</h2>
        <p className="muted">{t(`definitions.description.${compared.kind}`)}</p>
      </div>
      {sets.length > 1 && (
        <div className="agreement-method-choices">
          <Select
            label={t('drift.pair')}
            value={compared.key}
            options={sets.map((one) => ({
              id: one.key,
              label: setText(t, one, agreement.between, format.list),
            }))}
            onChange={setChosen}
          />
        </div>
      )}
      {costs.length === 0 ? (
        <p className="callout">{t(`definitions.none.${compared.kind}`)}</p>
      ) : (
        <>
          <p>
            <strong>{t('definitions.half', { count: codesHolding(costs, 0.5), all: compared.of.codes })}</strong>{' '}
            <span className="muted">{differing(compared, costs)}</span>
          </p>
          <CostTable compared={compared} costs={costs} />
        </>
      )}
    </section>
  )

  function differing(one: ComparedSet, rows: readonly CostRow[]): string {
    const count = rows.reduce((sum, row) => sum + row.differing, 0)
    const units = t(`unitsCounted.${agreement.unit}`, { count: one.of.units })
    return one.kind === 'pair'
      ? t('definitions.cells', { count, units })
      : t('definitions.pairs', { count, units, coders: format.list(one.of.coders) })
  }
}

interface CostTableProps {
  readonly compared: ComparedSet
  readonly costs: readonly CostRow[]
}

/** A row a code, the costliest first: who had it alone, or on how many units they were divided. */
function CostTable({ compared, costs }: CostTableProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const names = namesOf(compared)
  const counted = (id: string, title: string, of: (row: CostRow) => number): Column<CostRow> => ({
    id,
    title,
    align: 'end',
    renderCell: (row) => format.number(of(row)),
    compare: (a, b) => of(a) - of(b),
  })
  const open = ({ code }: CostRow) => navigate('agreement', 'definitions', code)
  return (
    <Table
      label={t('definitions.label')}
      rows={costs}
      rowKey={({ code }) => code}
      initialSort={{ column: 'share', descending: true }}
      onOpen={open}
      columns={[
        {
          id: 'code',
          title: t('perCode.code'),
          isRowHeader: true,
          renderCell: (row) => (
            <Button
              variant="link"
              isRowAction
              label={t('definitions.open', { code: row.code })}
              onPress={() => open(row)}
            >
              {row.code}
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
        ...(names === null
          ? [
              counted('divided', t('definitions.divided'), (row) => row.divided),
              counted('everyone', t('definitions.everyone'), (row) => row.everyone),
            ]
          : [
              counted('onlyFirst', t('perCode.onlyFirst', { name: names[0] }), (row) => row.only?.[0] ?? 0),
              counted('onlySecond', t('perCode.onlySecond', { name: names[1] }), (row) => row.only?.[1] ?? 0),
              counted('both', t('perCode.both'), (row) => row.everyone),
            ]),
        {
          id: 'coefficient',
          title: t(compared.kind === 'pair' ? 'perCode.kappa' : 'perCode.fleiss'),
          align: 'end',
          renderCell: ({ coefficient, reason }) => (
            <Figure
              value={coefficient}
              format={format.decimal}
              reason={reason === null ? null : reasonText(t, reason)}
            />
          ),
          compare: (a, b) => (a.coefficient ?? -Infinity) - (b.coefficient ?? -Infinity),
        },
      ]}
    />
  )
}

interface CostlyCodeProps {
  readonly agreement: Agreement
  readonly compared: ComparedSet
  readonly rounds: readonly string[]
  readonly code: string
}

/** One code with its definition and the passages in which those compared differ on it. */
function CostlyCode({ agreement, compared, rounds, code }: CostlyCodeProps) {
  const { t } = useTranslation('agreement')
  const [shown, setShown] = useState<Shown>('disagreed')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const isOfRounds = agreement.between === 'rounds' && compared.kind === 'pair'
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
          transcripts: compared.of.transcripts,
          rounds: isOfRounds ? compared.of.rounds.filter((name) => name !== null) : rounds,
          coders: compared.of.coders,
          names: namesOf(compared),
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
