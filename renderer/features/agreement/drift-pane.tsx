import { Download } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../app/contract/agreement.ts'
import {
  DRIFT_FIGURES,
  driftPerCode,
  standingOut,
  seriesOverRounds,
  type CodeDrift,
  type DriftFigure,
  type RoundSeries,
} from '../../../domain/agreement/drift.ts'
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
/** How many do until somebody chooses. */
const AT_FIRST = 3

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
  const isGroup = question.who.kind === 'group'
  const input = { ...inputOf(question, transcripts, coderId), scope: 'round' as const, resamples: 0 }
  return (
    <Answer input={input}>
      {(agreement) => (
        <>
          <NamesChoice agreement={agreement} question={question} onChange={onQuestion} />
          <Drift key={isGroup ? 'group' : 'pair'} agreement={agreement} isGroup={isGroup} />
        </>
      )}
    </Answer>
  )
}

interface DriftProps {
  readonly agreement: Agreement
  /** Whether all are followed together; else two coders. */
  readonly isGroup: boolean
}

function Drift({ agreement, isGroup }: DriftProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const id = useId()
  const figures = DRIFT_FIGURES[isGroup ? 'group' : 'pair']
  const [figure, setFigure] = useState<DriftFigure>(figures[0])
  const [chosenSeries, setChosenSeries] = useState<string | null>(null)
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  const drawing = useRef<SVGSVGElement>(null)
  const [box, width] = useWidth<HTMLDivElement>(900)
  const all = seriesOverRounds(agreement).filter(({ kind }) => kind === (isGroup ? 'group' : 'pair'))
  const series = all.find((one) => keyOf(one) === chosenSeries) ?? all[0]
  if (series === undefined) {
    return isGroup && agreement.unit === 'overlap' ? (
      <p className="callout">{t('definitions.overlap')}</p>
    ) : (
      <NothingCompared narrowed={null} />
    )
  }
  const compared = series.rounds
  const drifts = driftPerCode(compared, figure)
  const chosen = picked?.filter((code) => drifts.some((drift) => drift.code === code)) ?? standingOut(drifts, AT_FIRST)
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
            const one = figures.find((name) => keys.has(name))
            if (one) setFigure(one)
          }}
        >
          {figures.map((name) => (
            <ToggleButton key={name} id={name} className="agreement-figure-button">
              {t(`drift.figures.${name}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {all.length > 1 && (
          <Select
            label={t('drift.pair')}
            hideLabel
            value={keyOf(series)}
            options={all.map((one) => ({ id: keyOf(one), label: format.list(one.coders) }))}
            onChange={setChosenSeries}
          />
        )}
      </div>
      <ChangingCoders series={series} />
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
      <p className="muted small">{t(`drift.hint.${series.kind}`)}</p>
      <DriftTable drifts={drifts} rounds={compared} chosen={chosen} onChoose={choose} />
    </section>
  )
}

/** Who coded which round, where they were not the same throughout: such rounds are compared with care. */
function ChangingCoders({ series: { rounds } }: { readonly series: RoundSeries }) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const same = new Set(rounds.map(({ coders }) => JSON.stringify(coders)))
  if (same.size < 2) return null
  const told = rounds.map(({ round, coders }) => t('drift.codersOf', { round, coders: format.list(coders) }))
  return (
    <p className="callout">
      {t('drift.changingCoders')} {told.join(' ')}
    </p>
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
  const { t: common } = useTranslation()
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
          title: round,
          note: common('figures.n', { n: format.number(units) }),
          align: 'end' as const,
          renderCell: ({ points }: CodeDrift) => {
            const point = points[index]
            if (point === undefined) return null
            const { value, reason, used } = point
            return (
              <>
                <Figure value={value} format={format.decimal} reason={reason === null ? null : reasonText(t, reason)} />
                {value === null && reason !== null && (
                  <span className="agreement-under agreement-reason">
                    {reason === 'not-used' ? t('drift.notUsed') : reasonText(t, reason)}
                  </span>
                )}
                {(value !== null || used > 0) && (
                  <span className="agreement-under">{t('drift.used', { count: used })}</span>
                )}
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

function keyOf({ coders }: RoundSeries): string {
  return JSON.stringify(coders)
}
