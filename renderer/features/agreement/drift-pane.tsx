import { Download } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Agreement, Comparison } from '../../../app/contract/agreement.ts'
import { DRIFT_FIGURES, driftPerCode, type CodeDrift, type DriftFigure } from '../../../domain/agreement/drift.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Figure } from '../../components/figure.tsx'
import { Select } from '../../components/select.tsx'
import { saveText, svgDocument } from '../../components/svg-file.ts'
import { Table } from '../../components/table.tsx'
import { useWidth } from '../../components/use-width.ts'
import { useFormat } from '../../i18n/format.ts'
import { useSession } from '../../session.ts'
import { Answer, NothingCompared } from './answer.tsx'
import { DriftPlot } from './drift-plot.tsx'
import { reasonText } from './figure-names.ts'
import { NamesChoice } from './names-choice.tsx'
import { inputOf, type Question } from './question.ts'

/** How many lines can stand out and still be told apart. */
const MOST_CHOSEN = 5

interface DriftPaneProps {
  readonly question: Question
  readonly onQuestion: (question: Question) => void
  readonly transcripts: readonly string[]
}

/** How the agreement on each code moved from round to round. */
export function DriftPane({ question, onQuestion, transcripts }: DriftPaneProps) {
  const { t } = useTranslation('agreement')
  const coderId = useSession((session) => session.coderId)
  if (question.subject !== 'codings') return <p className="callout">{t('drift.subject')}</p>
  if (question.who.kind === 'rounds') return <p className="callout">{t('drift.selfRounds')}</p>
  const input = { ...inputOf(question, transcripts, coderId), scope: 'round' as const, group: false, resamples: 0 }
  return (
    <Answer input={input}>
      {(agreement) => (
        <>
          <NamesChoice agreement={agreement} question={question} onChange={onQuestion} />
          <Drift agreement={agreement} />
        </>
      )}
    </Answer>
  )
}

function Drift({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const id = useId()
  const rounds = useSession((session) => session.rounds)
  const [figure, setFigure] = useState<DriftFigure>('kappa')
  const [pairKey, setPairKey] = useState<string | null>(null)
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  const drawing = useRef<SVGSVGElement>(null)
  const [box, width] = useWidth<HTMLDivElement>(900)
  const pairs = [...Map.groupBy(agreement.comparisons, ({ coders }) => JSON.stringify(coders))]
  const [key, comparisons = []] = pairs.find(([one]) => one === pairKey) ?? longest(pairs) ?? []
  if (key === undefined) return <NothingCompared narrowed={null} />
  const numberOf = (name: string | null) => rounds.find((round) => round.name === name)?.number ?? 0
  const compared = [...comparisons]
    .sort((a, b) => numberOf(a.round) - numberOf(b.round))
    .map(({ round, units, perCode }) => ({ round: round ?? '', units, perCode }))
  const drifts = driftPerCode(compared, figure)
  const chosen = picked?.filter((code) => drifts.some((drift) => drift.code === code)) ?? mostMoved(drifts)
  const choose = (code: string, isChosen: boolean) =>
    setPicked(isChosen ? [...chosen, code].slice(-MOST_CHOSEN) : chosen.filter((one) => one !== code))
  const title = `${t('drift.title')}: ${t(`drift.figures.${figure}`)}`
  const save = () => {
    const name = t('drift.fileName', { figure })
    const file = agreement.harmonised ? t('names.file', { name }) : name
    if (drawing.current) saveText(file, 'image/svg+xml', svgDocument(drawing.current))
  }
  return (
    <section className="section" aria-labelledby={`${id}-heading`}>
      <div className="row row-between">
        <h2 id={`${id}-heading`}>{t('drift.title')}</h2>
        <Button icon={<Download aria-hidden />} onPress={save}>
          {t('drift.save')}
        </Button>
      </div>
      {compared.length < 2 && <p className="callout">{t('drift.oneRound')}</p>}
      <div className="row agreement-drift-choices">
        <ToggleButtonGroup
          className="agreement-figures"
          aria-label={t('drift.figure')}
          disallowEmptySelection
          selectedKeys={[figure]}
          onSelectionChange={(keys) => {
            const one = DRIFT_FIGURES.find((name) => keys.has(name))
            if (one) setFigure(one)
          }}
        >
          {DRIFT_FIGURES.map((name) => (
            <ToggleButton key={name} id={name} className="agreement-figure-button">
              {t(`drift.figures.${name}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {pairs.length > 1 && (
          <Select
            label={t('drift.pair')}
            hideLabel
            value={key}
            options={pairs.map(([one, [first]]) => ({ id: one, label: format.list(first?.coders ?? []) }))}
            onChange={setPairKey}
          />
        )}
      </div>
      <div ref={box} className="agreement-plot">
        <DriftPlot
          ref={drawing}
          title={agreement.harmonised ? t('names.titled', { title }) : title}
          rounds={compared.map(({ round, units }) => ({ name: round, units }))}
          drifts={drifts}
          chosen={chosen}
          width={width}
        />
      </div>
      <p className="muted small">{t('drift.hint')}</p>
      <DriftTable drifts={drifts} rounds={compared} chosen={chosen} onChoose={choose} />
    </section>
  )
}

interface DriftTableProps {
  readonly drifts: readonly CodeDrift[]
  readonly rounds: readonly { readonly round: string; readonly units: number }[]
  readonly chosen: readonly string[]
  readonly onChoose: (code: string, isChosen: boolean) => void
}

/** The same as the drawing in figures: a row a code, a column a round. */
function DriftTable({ drifts, rounds, chosen, onChoose }: DriftTableProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  return (
    <Table
      label={t('drift.label')}
      isCompact
      rows={drifts}
      rowKey={({ code }) => code}
      columns={[
        {
          id: 'shown',
          title: t('drift.chosen'),
          hideTitle: true,
          renderCell: ({ code }) => (
            <span className={`agreement-drift-pick drift-colour-${chosen.indexOf(code)}`}>
              <Checkbox isSelected={chosen.includes(code)} onChange={(isChosen) => onChoose(code, isChosen)}>
                <span className="visually-hidden">{t('drift.choose', { code })}</span>
              </Checkbox>
            </span>
          ),
        },
        {
          id: 'code',
          title: t('drift.code'),
          isRowHeader: true,
          renderCell: ({ code }) => <span className="agreement-code-name">{code}</span>,
          compare: (a, b) => a.code.localeCompare(b.code),
        },
        ...rounds.map(({ round, units }, index) => ({
          id: `round ${round}`,
          title: t('drift.round', { name: round, n: format.number(units) }),
          align: 'end' as const,
          renderCell: ({ points }: CodeDrift) => {
            const point = points[index]
            if (point === undefined) return null
            const { value, reason, used } = point
            return (
              <>
                <Figure value={value} format={format.decimal} reason={reason === null ? null : reasonText(t, reason)} />
                <span className="agreement-under">
                  {value === null && reason !== null ? reasonText(t, reason) : t('drift.used', { count: used })}
                </span>
              </>
            )
          },
          compare: (a: CodeDrift, b: CodeDrift) =>
            (a.points[index]?.value ?? -Infinity) - (b.points[index]?.value ?? -Infinity),
        })),
        {
          id: 'change',
          title: t('drift.change'),
          align: 'end',
          renderCell: ({ change }) => (
            <Figure value={change} format={(value) => `${value > 0 ? '+' : ''}${format.decimal(value)}`} />
          ),
          compare: (a, b) => (a.change ?? -Infinity) - (b.change ?? -Infinity),
        },
      ]}
    />
  )
}

type Pair = readonly [string, readonly Comparison[]]

/** The pair with the most rounds, of which there is most to see. */
function longest(pairs: readonly Pair[]): Pair | undefined {
  return [...pairs].sort((a, b) => b[1].length - a[1].length)[0]
}

/** What stands out until somebody chooses: the codes that moved most, or were used most where there is one round. */
function mostMoved(drifts: readonly CodeDrift[]): readonly string[] {
  const moved = drifts.filter(({ change }) => change !== null)
  const ordered = [...moved].sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0))
  const defined = drifts.filter(({ points }) => points.some(({ value }) => value !== null))
  return (ordered.length > 0 ? ordered : defined).slice(0, 3).map(({ code }) => code)
}
