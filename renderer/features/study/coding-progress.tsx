import { useTranslation } from 'react-i18next'
import type { Output } from '../../../app/contract.ts'
import { Bar } from '../../components/bar.tsx'
import { Button } from '../../components/button.tsx'
import { Figure } from '../../components/figure.tsx'
import { Table, type Column } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { navigate } from '../../navigation.ts'
import { compareNames } from '../../name-order.ts'

type Row = Output<'study.progress'>['transcripts'][number]

/** One coder in one round: a column of the table. */
interface Pass {
  readonly coder: string
  readonly round: string
}

function passesOf(transcripts: readonly Row[]): readonly Pass[] {
  const passes = transcripts.flatMap(({ coded }) => coded)
  return [...new Map(passes.map(({ coder, round }) => [JSON.stringify([round, coder]), { coder, round }])).values()]
}

function turnsOf({ coded }: Row, pass: Pass): number {
  return coded.find(({ coder, round }) => coder === pass.coder && round === pass.round)?.turns ?? 0
}

export function CodingProgress({ transcripts }: { readonly transcripts: readonly Row[] }) {
  const { t } = useTranslation('study')
  const format = useFormat()
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      title: t('progress.transcript'),
      isRowHeader: true,
      compare: (a, b) => compareNames(a.name, b.name),
      renderCell: (row) => (
        <Button variant="link" isRowAction onPress={() => navigate('coding', row.id)}>
          {row.name}
        </Button>
      ),
    },
    {
      id: 'turns',
      title: t('progress.turns'),
      align: 'end',
      compare: (a, b) => a.turns - b.turns,
      renderCell: (row) => format.number(row.turns),
    },
    ...passesOf(transcripts).map((pass): Column<Row> => ({
      id: JSON.stringify(pass),
      title: pass.coder,
      note: pass.round,
      compare: (a, b) => turnsOf(a, pass) / a.turns - turnsOf(b, pass) / b.turns,
      renderCell: (row) => <CodedTurns turns={turnsOf(row, pass)} total={row.turns} />,
    })),
  ]
  return (
    <section className="section" aria-labelledby="study-progress">
      <div className="stack-tight">
        <h2 id="study-progress">{t('progress.heading')}</h2>
        <p className="muted small">{t('progress.explain')}</p>
      </div>
      <Table
        label={t('progress.heading')}
        rows={transcripts}
        rowKey={(row) => row.id}
        columns={columns}
        initialSort={{ column: 'name' }}
        onOpen={(row) => navigate('coding', row.id)}
      />
    </section>
  )
}

function CodedTurns({ turns, total }: { readonly turns: number; readonly total: number }) {
  const { t } = useTranslation('study')
  const format = useFormat()
  if (turns === 0) return <Figure value={null} format={format.number} reason={t('progress.nothing')} />
  return (
    <div className="study-coded">
      <Bar
        label={format.number(turns)}
        count={turns}
        total={total}
        figures={format.share(total === 0 ? 0 : turns / total)}
      />
    </div>
  )
}
