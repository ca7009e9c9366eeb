import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement, GroupComparison } from '../../../app/contract/agreement.ts'
import { Button } from '../../components/button.tsx'
import { Figure } from '../../components/figure.tsx'
import { Table, type Column } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { reasonText } from './figure-names.ts'
import { Passages, type Shown } from './passages.tsx'

type CodeRow = GroupComparison['perCode'][number]

interface GroupCodesProps {
  readonly agreement: Agreement
  readonly group: GroupComparison
}

/** The codes that all coders together used, each with the coefficients of more than two; below, the passages of the chosen one. */
export function GroupCodes({ agreement, group }: GroupCodesProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const [chosen, setChosen] = useState<string | null>(null)
  const [passages, setPassages] = useState<Shown>('disagreed')
  if (group.perCode.length === 0) return <p className="muted">{t('perCode.none')}</p>
  // Of screenings and instances the readings are forms, not passages with codes.
  const hasPassages = agreement.subject === 'codings'
  const shown = group.perCode.find(({ code }) => code === chosen)
  const choose = ({ code }: CodeRow) => {
    setChosen(code)
    setPassages('disagreed')
  }
  const count = (id: 'present' | 'everyone' | 'divided', title: string): Column<CodeRow> => ({
    id,
    title,
    align: 'end',
    renderCell: (row) => format.number(row[id]),
    compare: (a, b) => a[id] - b[id],
  })
  const coefficient = (
    id: 'fleiss' | 'alpha',
    title: string,
    reasonOf: (row: CodeRow) => string | null,
  ): Column<CodeRow> => ({
    id,
    title,
    align: 'end',
    renderCell: (row) => {
      const reason = reasonOf(row)
      return <Figure value={row[id]} format={format.decimal} reason={reason === null ? null : reasonText(t, reason)} />
    },
    compare: (a, b) => (a[id] ?? -Infinity) - (b[id] ?? -Infinity),
  })
  return (
    <div className="stack">
      <Table
        label={t('perCode.label')}
        isCompact
        rows={group.perCode}
        rowKey={({ code }) => code}
        initialSort={{ column: 'present', descending: true }}
        {...(hasPassages && { onOpen: choose })}
        columns={[
          {
            id: 'code',
            title: t('perCode.code'),
            isRowHeader: true,
            renderCell: (row) =>
              hasPassages ? (
                <Button variant="link" isRowAction isPressed={row.code === chosen} onPress={() => choose(row)}>
                  {row.code}
                </Button>
              ) : (
                row.code
              ),
            compare: (a, b) => a.code.localeCompare(b.code),
          },
          count('present', t('perCode.present')),
          count('everyone', t('definitions.everyone')),
          count('divided', t('definitions.divided')),
          coefficient('fleiss', t('perCode.fleiss'), ({ fleissReason }) => fleissReason),
          coefficient('alpha', t('perCode.alpha'), ({ alphaReason }) => alphaReason),
        ]}
      />
      <p className="muted small">
        {t('perCode.groupHint', { values: format.number(group.values) })} {hasPassages && t('perCode.groupPassages')}
      </p>
      {hasPassages && shown !== undefined && (
        <div className="agreement-behind">
          <h4>{t('passages.title', { code: shown.code })}</h4>
          <Passages
            key={shown.code}
            scope={{
              transcripts: group.transcripts,
              rounds: group.round === null ? [] : [group.round],
              coders: group.coders,
              names: null,
              unit: agreement.unit,
              harmonised: agreement.harmonised,
            }}
            code={shown.code}
            shown={passages}
            onShown={setPassages}
          />
        </div>
      )}
    </div>
  )
}
