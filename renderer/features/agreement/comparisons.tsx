import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../app/contract/agreement.ts'
import type { MethodFigureName } from '../../../domain/agreement/method-sentence.ts'
import { Button } from '../../components/button.tsx'
import { Figure } from '../../components/figure.tsx'
import { useFormat } from '../../i18n/format.ts'
import { compareNames } from '../../name-order.ts'
import { ExplainedHeading } from './explained-heading.tsx'
import { reasonText } from './figure-names.ts'
import { FigureWithInterval } from './figure-with-interval.tsx'
import { cellOf, codersText, rowName, rowNote, SHOWN_FIGURES, type FigureRow } from './rows.ts'

type SortKey = MethodFigureName | 'compared' | 'units' | 'uncoded'
interface Sort {
  readonly key: SortKey
  readonly descending: boolean
}

interface ComparisonsProps {
  readonly rows: readonly FigureRow[]
  readonly kind: FigureRow['kind']
  readonly scope: Agreement['scope']
  readonly onOpen: (row: FigureRow) => void
}

/** Every comparison with its main figures and their intervals. */
export function Comparisons({ rows, kind, scope, onOpen }: ComparisonsProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const [sort, setSort] = useState<Sort | null>(null)
  const sorted = sort === null ? rows : [...rows].sort((a, b) => compareBy(sort, a, b))
  const sortOf = (key: SortKey) => {
    if (sort?.key !== key) return 'none'
    return sort.descending ? 'descending' : 'ascending'
  }
  // Numbers are looked at from the highest down first, names from A on.
  const sortBy = (key: SortKey) =>
    setSort({ key, descending: sort?.key === key ? !sort.descending : key !== 'compared' })
  const heading = (key: SortKey, title: string, name: string, meaning: string) => (
    <ExplainedHeading
      key={key}
      title={title}
      name={name}
      meaning={meaning}
      sort={sortOf(key)}
      onSort={() => sortBy(key)}
    />
  )
  return (
    <div className="stack">
      <div className="table-scroll" role="presentation" onKeyDown={goToNeighbour}>
        <table className="table agreement-table table-rows-active" aria-label={t('table.label')}>
          <thead>
            <tr>
              <th scope="col">{t('table.transcript')}</th>
              {heading('units', t('table.units'), t('table.units'), t('table.unitsMeaning'))}
              {heading('uncoded', t('table.uncoded'), t('table.uncoded'), t('table.uncodedMeaning'))}
              {SHOWN_FIGURES[kind].map((name) =>
                heading(name, t(`figures.${name}.short`), t(`figures.${name}.name`), t(`figures.${name}.meaning`)),
              )}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr
                key={row.key}
                data-key={row.key}
                onClick={(event) => {
                  if (event.target instanceof Element && event.target.closest('a, button') === null) onOpen(row)
                }}
              >
                <th scope="row">
                  <Button
                    variant="link"
                    isRowAction
                    label={t('table.open', {
                      name: rowName(t, row, scope, format.list),
                      coders: codersText(t, row.coders, format.list),
                    })}
                    onPress={() => onOpen(row)}
                  >
                    {rowName(t, row, scope, format.list)}
                  </Button>
                  <span className="agreement-under">{rowNote(t, row, format.list, scope)}</span>
                  {row.of.mappedCodes > 0 && (
                    <span className="agreement-under">{t('names.ofRow', { count: row.of.mappedCodes })}</span>
                  )}
                  {row.of.mergedCodes > 0 && (
                    <span className="agreement-under">{t('names.mergedRow', { count: row.of.mergedCodes })}</span>
                  )}
                </th>
                <td className="cell-end">{format.number(row.units)}</td>
                <td className="cell-end">
                  <Figure value={row.uncodedShare} format={(share) => format.share(share)} />
                </td>
                {SHOWN_FIGURES[kind].map((name) => {
                  const cell = cellOf(row, name)
                  return (
                    <td key={name} className="cell-end" data-figure={name}>
                      {cell !== undefined && <FigureWithInterval cell={cell} />}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <UndefinedFigures rows={rows} kind={kind} scope={scope} />
    </div>
  )
}

/** Why there are dashes: each reason once for each comparison that it holds for. */
function UndefinedFigures({ rows, kind, scope }: Omit<ComparisonsProps, 'onOpen'>) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const lines = rows.flatMap((row) => {
    const dashes = SHOWN_FIGURES[kind].flatMap((name) => cellOf(row, name) ?? []).filter(({ value }) => value === null)
    return [...Map.groupBy(dashes, ({ reason }) => reason ?? '')].map(([reason, cells]) => ({
      key: row.key + reason,
      text: t('table.undefinedItem', {
        name: rowName(t, row, scope, format.list),
        coders: codersText(t, row.coders, format.list),
        figures: cells.map(({ name }) => t(`figures.${name}.short`)).join(', '),
        reason: reasonText(t, reason),
      }),
    }))
  })
  if (lines.length === 0) return null
  return (
    <div className="small muted">
      <h3 className="small">{t('table.undefinedTitle')}</h3>
      <ul>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

function compareBy({ key, descending }: Sort, a: FigureRow, b: FigureRow): number {
  if (key === 'compared') return (descending ? -1 : 1) * compareNames(a.transcript, b.transcript)
  const [x, y] = [valueOf(key, a), valueOf(key, b)]
  // What is undefined comes last, whichever way one sorts.
  if (x === null || y === null) return Number(x === null) - Number(y === null)
  return descending ? y - x : x - y
}

function valueOf(key: Exclude<SortKey, 'compared'>, row: FigureRow): number | null {
  if (key === 'units') return row.units
  return key === 'uncoded' ? row.uncodedShare : (cellOf(row, key)?.value ?? null)
}

/** The arrow keys go from row to row. */
function goToNeighbour(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const actions = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-action]')]
  const at = actions.findIndex((action) => action === document.activeElement)
  if (at === -1) return
  event.preventDefault()
  actions[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}
