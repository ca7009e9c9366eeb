import { Users } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MEASURES, type AttributeTable, type Measure } from '../../../../app/contract/comparison.ts'
import { FEW_PARTICIPANTS, percentOf } from '../../../../domain/matrices/attribute-matrix.ts'
import { attributeNames } from '../../../../domain/participant.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Select } from '../../../components/select.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { ask } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'
import { saveFile } from '../../../components/save-file.ts'
import { createChoice, USUAL, useAskedScope } from '../comparison/scope.ts'
import { useParticipants } from '../comparison/scope-bar.tsx'
import { useAttributeName } from '../comparison/use-attribute-name.ts'
import { MatrixFrame, type MatrixChoice } from './matrix-frame.tsx'
import { MatrixGrid } from './matrix-grid.tsx'
import { PassagesDialog } from './passages-dialog.tsx'

interface Choice extends MatrixChoice {
  readonly attribute: string | null
  readonly measure: Measure
}

const useChoice = createChoice<Choice>({
  scope: USUAL,
  attribute: null,
  rows: { kind: 'most-used', number: 20 },
  rollUp: false,
  measure: 'participants',
})

/** Which codes come from whom. */
export function AttributePane({ choice: matrixChoice }: { readonly choice: ReactNode }) {
  const { t } = useTranslation('comparison')
  const language = useLanguage()
  const nameOf = useAttributeName()
  const [choice, change] = useChoice()
  const [opened, setOpened] = useState<{ row: number; column: number } | null>(null)
  const scope = useAskedScope(choice.scope)
  const attributes = attributeNames(useParticipants())
  const attribute = attributes.find((name) => name === choice.attribute) ?? attributes[0]
  const question =
    scope === null || attribute === undefined ? null : { ...scope, attribute, rows: choice.rows, rollUp: choice.rollUp }
  const { value } = useRead('matrices.attributes', question)
  const save = (format: 'csv' | 'svg') => {
    if (question === null) return
    void ask('matrices.exportAttributes', { ...question, format, measure: choice.measure, language }).then(
      (file) => file && saveFile(file),
    )
  }
  if (attribute === undefined) {
    return (
      <div className="stack">
        <div className="grid-fields codebook-controls">{matrixChoice}</div>
        <EmptyState icon={<Users aria-hidden />} title={t('matrices.noAttributes')}>
          {t('matrices.noAttributesAdvice')}
        </EmptyState>
      </div>
    )
  }
  const row = opened === null ? undefined : value?.rows[opened.row]
  const column = opened === null ? undefined : value?.columns[opened.column]
  const hasFew = value?.columns.some(({ participants }) => participants < FEW_PARTICIPANTS) === true
  return (
    <div className="stack">
      <MatrixFrame
        choice={choice}
        onChange={change}
        relation={
          <>
            {matrixChoice}
            <Select
              label={t('matrices.attribute')}
              value={attribute}
              options={attributes.map((id) => ({ id, label: nameOf(id) }))}
              onChange={(id) => change({ attribute: id })}
            />
          </>
        }
        figure={
          <Select
            label={t('matrices.figure')}
            value={choice.measure}
            options={MEASURES.map((id) => ({ id, label: t(`matrices.${id}`) }))}
            onChange={(measure) => change({ measure })}
          />
        }
        matrix={value}
        note={
          <>
            {choice.measure === 'percent' && `${t('matrices.percentNote')} `}
            {hasFew && `${t('matrices.few', { limit: FEW_PARTICIPANTS })} `}
            {value !== null && value.leftOut > 0 && `${t('matrices.leftOut', { count: value.leftOut })} `}
            {t('matrices.keys')}
          </>
        }
        formats={[
          { id: 'csv', label: t('matrices.saveCsv'), onSave: () => save('csv') },
          { id: 'svg', label: t('matrices.saveSvg'), onSave: () => save('svg') },
        ]}
      >
        {value !== null && (
          <AttributeGrid
            table={value}
            attribute={nameOf(attribute)}
            measure={choice.measure}
            onOpen={(at, index) => setOpened({ row: at, column: index })}
          />
        )}
      </MatrixFrame>
      {scope !== null && row !== undefined && column !== undefined && (
        <PassagesDialog
          scope={scope}
          row={row}
          of={{ attribute, value: column.value }}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  )
}

interface AttributeGridProps {
  readonly table: AttributeTable
  readonly attribute: string
  readonly measure: Measure
  readonly onOpen: (row: number, column: number) => void
}

function AttributeGrid({ table, attribute, measure, onOpen }: AttributeGridProps) {
  const { t } = useTranslation('comparison')
  const format = useFormat()
  const rows = useMemo(
    () => table.rows.map((row) => ({ ...row, note: t('matrices.n', { n: row.codings }) })),
    [table, t],
  )
  const columns = useMemo(
    () =>
      table.columns.map(({ value, participants }) => {
        const label = value ?? t('scope.notNoted')
        const few = participants < FEW_PARTICIPANTS
        const title = t('matrices.columnOf', { value: label, n: participants })
        return {
          id: JSON.stringify(value),
          label,
          title: few ? `${title}, ${t('matrices.fewMark')}` : title,
          note: `${t('matrices.n', { n: participants })}${few ? ' †' : ''}`,
        }
      }),
    [table, t],
  )
  const cells = useMemo(() => {
    const figures = table.cells.map((line) =>
      line.map((cell, index) => {
        const column = table.columns[index]
        if (measure !== 'percent') return cell[measure]
        return column === undefined ? null : percentOf(cell, column)
      }),
    )
    const most = Math.max(0, ...figures.flat().map((figure) => figure ?? 0))
    return figures.map((line, at) =>
      line.map((figure, index) => {
        const written = figure === null ? '—' : measure === 'percent' ? format.percent(figure) : format.number(figure)
        const said = figure === null ? t('matrices.notDefined') : written
        const names = { row: table.rows[at]?.label ?? '', column: columns[index]?.title ?? '' }
        return {
          text: written,
          label: t('matrices.cell', { ...names, figure: said }),
          share: most === 0 ? 0 : (figure ?? 0) / most,
          isOwn: false,
        }
      }),
    )
  }, [table, measure, columns, t, format])
  return (
    <MatrixGrid
      label={t('matrices.labelAttribute', { attribute, what: t(`matrices.${measure}`) })}
      corner={t('matrices.corner')}
      rows={rows}
      columns={columns}
      cells={cells}
      onOpen={onOpen}
    />
  )
}
