import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoOccurrenceMatrix, RelationChoice } from '../../../../app/contract/comparison.ts'
import { Select } from '../../../components/select.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useFormat, type Format } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { ask } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'
import { saveFile } from '../../../components/save-file.ts'
import { createChoice, USUAL, useAskedScope } from '../comparison/scope.ts'
import { MatrixFrame, type MatrixChoice } from './matrix-frame.tsx'
import { MatrixGrid, type GridCell } from './matrix-grid.tsx'
import { PairsDialog } from './pairs-dialog.tsx'
import { PassagesDialog } from './passages-dialog.tsx'

type RelationKind = 'overlap' | 'turn' | 'near'
type FigureKind = 'count' | 'coefficient'

interface Choice extends MatrixChoice {
  readonly relation: RelationKind
  /** As it was typed. */
  readonly within: string
  readonly figure: FigureKind
}

const useChoice = createChoice<Choice>({
  scope: USUAL,
  relation: 'overlap',
  within: '2',
  rows: { kind: 'most-used', number: 20 },
  rollUp: false,
  figure: 'count',
})

const MOST_TURNS = 20

function relationOf({ relation, within }: Choice): RelationChoice {
  if (relation === 'overlap') return { kind: 'overlap' }
  const turns = Math.min(MOST_TURNS, Math.max(1, Math.round(Number(within)) || 1))
  return { kind: 'near', turns: relation === 'turn' ? 0 : turns }
}

/** Which codes meet in the same words, in the same turn, or a few turns apart. */
export function CoOccurrencePane({ choice: matrixChoice }: { readonly choice: ReactNode }) {
  const { t } = useTranslation('comparison')
  const language = useLanguage()
  const [choice, change] = useChoice()
  const [opened, setOpened] = useState<{ row: number; column: number } | null>(null)
  const scope = useAskedScope(choice.scope)
  const relation = relationOf(choice)
  const question = scope && { ...scope, relation, rows: choice.rows, rollUp: choice.rollUp }
  const { value } = useRead('matrices.coOccurrence', question)
  const save = (format: 'csv' | 'list' | 'svg') => {
    if (question === null) return
    const asked = { ...question, format, figure: choice.figure, language }
    void ask('matrices.exportCoOccurrence', asked).then((file) => file && saveFile(file))
  }
  const [first, second] = opened === null ? [] : [value?.rows[opened.row], value?.rows[opened.column]]
  return (
    <div className="stack">
      <MatrixFrame
        choice={choice}
        onChange={change}
        relation={
          <>
            {matrixChoice}
            <Select
              label={t('matrices.relation')}
              value={choice.relation}
              options={[
                { id: 'overlap', label: t('matrices.overlap') },
                { id: 'turn', label: t('matrices.sameTurn') },
                { id: 'near', label: t('matrices.near') },
              ]}
              onChange={(kind) => change({ relation: kind })}
            />
            {choice.relation === 'near' && (
              <TextField
                className="matrices-within"
                label={t('matrices.within')}
                type="number"
                value={choice.within}
                onChange={(within) => change({ within })}
              />
            )}
          </>
        }
        figure={
          <Select
            label={t('matrices.figure')}
            value={choice.figure}
            options={[
              { id: 'count', label: t('matrices.count') },
              { id: 'coefficient', label: t('matrices.coefficient') },
            ]}
            onChange={(figure) => change({ figure })}
          />
        }
        matrix={value}
        note={
          <>
            {noteOf(t, relation, choice.figure)}
            {value !== null && value.basis.coders.length > 1 && ` ${t('matrices.mixed')}`}
            {value !== null && value.leftOut > 0 && ` ${t('matrices.leftOut', { count: value.leftOut })}`}{' '}
            {t('matrices.keys')}
          </>
        }
        formats={[
          { id: 'csv', label: t('matrices.saveCsv'), onSave: () => save('csv') },
          { id: 'list', label: t('matrices.saveList'), onSave: () => save('list') },
          { id: 'svg', label: t('matrices.saveSvg'), onSave: () => save('svg') },
        ]}
      >
        {value !== null && (
          <CoOccurrenceGrid
            matrix={value}
            relation={choice.relation}
            figure={choice.figure}
            onOpen={(row, column) => setOpened({ row, column })}
          />
        )}
      </MatrixFrame>
      {scope !== null && first !== undefined && second !== undefined && first.id !== second.id && (
        <PairsDialog scope={scope} relation={relation} first={first} second={second} onClose={() => setOpened(null)} />
      )}
      {scope !== null && first !== undefined && first === second && (
        <PassagesDialog scope={scope} row={first} of={null} onClose={() => setOpened(null)} />
      )}
    </div>
  )
}

type Say = ReturnType<typeof useTranslation<'comparison'>>['t']

function noteOf(t: Say, relation: RelationChoice, figure: FigureKind): string {
  if (figure === 'coefficient') return t('matrices.coefficientNote')
  if (relation.kind === 'overlap') return t('matrices.overlapNote')
  return relation.turns === 0 ? t('matrices.sameTurnNote') : t('matrices.nearNote', { count: relation.turns })
}

interface CoOccurrenceGridProps {
  readonly matrix: CoOccurrenceMatrix
  readonly relation: RelationKind
  readonly figure: FigureKind
  readonly onOpen: (row: number, column: number) => void
}

function CoOccurrenceGrid({ matrix, relation, figure, onOpen }: CoOccurrenceGridProps) {
  const { t } = useTranslation('comparison')
  const format = useFormat()
  const isPairs = relation === 'overlap' && figure === 'count'
  const rows = useMemo(
    () =>
      matrix.rows.map(({ id, label, path, codings, turns }) => {
        const note = t('matrices.n', { n: isPairs ? codings : turns })
        return { id, label, path, note, title: `${path}, ${note}` }
      }),
    [matrix, isPairs, t],
  )
  const columns = useMemo(() => rows.map((row) => ({ ...row, note: '' })), [rows])
  const cells = useMemo(() => cellsOf(matrix, isPairs, figure, t, format), [matrix, isPairs, figure, t, format])
  const what = figure === 'count' ? t('matrices.count') : t('matrices.coefficient')
  return (
    <MatrixGrid
      label={t('matrices.label', { what })}
      corner={t('matrices.corner')}
      rows={rows}
      columns={columns}
      cells={cells}
      onOpen={onOpen}
    />
  )
}

function cellsOf(
  { rows, cells }: CoOccurrenceMatrix,
  isPairs: boolean,
  figure: FigureKind,
  t: Say,
  format: Format,
): readonly (readonly GridCell[])[] {
  const valueOf = (cell: CoOccurrenceMatrix['cells'][number]) =>
    figure === 'coefficient' ? cell.coefficient : isPairs ? cell.pairs : cell.turns
  const met = new Map(
    cells.flatMap((cell) => [
      [`${cell.first} ${cell.second}`, valueOf(cell)] as const,
      [`${cell.second} ${cell.first}`, valueOf(cell)] as const,
    ]),
  )
  const most = Math.max(0, ...met.values())
  return rows.map((row, at) =>
    rows.map((other, index) => {
      if (at === index) {
        const text = format.number(isPairs ? row.codings : row.turns)
        return { text, label: t('matrices.own', { row: row.label, figure: text }), share: 0, isOwn: true }
      }
      const isDefined = figure === 'count' || row.turns + other.turns > 0
      const value = met.get(`${at} ${index}`) ?? 0
      const text = !isDefined ? '—' : figure === 'count' ? format.number(value) : format.decimal(value, 2)
      const said = isDefined ? text : t('matrices.notDefined')
      return {
        text,
        label: t('matrices.cell', { row: row.label, column: other.label, figure: said }),
        share: most === 0 ? 0 : value / most,
        isOwn: false,
      }
    }),
  )
}
