import { useTranslation } from 'react-i18next'
import type { Output } from '../../../app/contract.ts'
import { Bar } from '../../components/bar.tsx'
import { Button } from '../../components/button.tsx'
import { Table, type Column } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { navigate } from '../../navigation.ts'

type Row = Output<'study.progress'>['transcripts'][number]

export function CodingProgress({ transcripts }: { readonly transcripts: readonly Row[] }) {
  const { t } = useTranslation('study')
  const format = useFormat()
  const codedTurns = ({ coded }: Row) => coded.reduce((sum, { turns }) => sum + turns, 0)
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      title: t('progress.transcript'),
      isRowHeader: true,
      compare: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }),
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
    {
      id: 'coded',
      title: t('progress.coded'),
      compare: (a, b) => codedTurns(a) / a.turns - codedTurns(b) / b.turns,
      renderCell: (row) => <CodedTurns row={row} />,
    },
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

function CodedTurns({ row }: { readonly row: Row }) {
  const { t } = useTranslation('study')
  const format = useFormat()
  if (row.coded.length === 0) return <span className="muted">{t('progress.nobody')}</span>
  return (
    <div className="study-bars">
      {row.coded.map(({ coder, round, turns }) => (
        <Bar
          key={`${coder} ${round}`}
          label={t('progress.by', { coder, round })}
          count={turns}
          total={row.turns}
          figures={t('progress.ofTurns', {
            coded: format.number(turns),
            turns: format.number(row.turns),
            share: format.share(row.turns === 0 ? 0 : turns / row.turns),
          })}
        />
      ))}
    </div>
  )
}
