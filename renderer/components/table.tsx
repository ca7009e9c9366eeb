import { ArrowDown, ArrowUp } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly renderCell: (row: Row) => ReactNode
  /** A second, quieter line under the title. */
  readonly note?: string
  /** Given, the column can be sorted; ascending order. */
  readonly compare?: (a: Row, b: Row) => number
  /** `end` for numbers. */
  readonly align?: 'start' | 'end'
  /** The column that names the row: its cells are row headers. */
  readonly isRowHeader?: boolean
  /** Keeps the title for screen readers only: for columns of buttons. */
  readonly hideTitle?: boolean
}

interface TableProps<Row> {
  /** What the table holds; its accessible name. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly initialSort?: { readonly column: string; readonly descending?: boolean }
  /**
   * Given, a press anywhere in the row opens it. For the keyboard put a `<Button variant="link" isRowAction>` that does the
   * same into the row header's cell: Enter opens, and the arrow keys go from row to row.
   */
  readonly onOpen?: (row: Row) => void
  /** The pointer or the focus has come to a row. */
  readonly onApproach?: (row: Row) => void
  readonly isCompact?: boolean
}

/** A table of plain markup with sortable columns. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowKey, initialSort, onOpen, onApproach, isCompact = false } = props
  const { t } = useTranslation()
  const [sort, setSort] = useState(initialSort)
  const compare = columns.find(({ id }) => id === sort?.column)?.compare
  const sign = sort?.descending ? -1 : 1
  const sorted = compare ? [...rows].sort((a, b) => sign * compare(a, b)) : rows
  const sortOf = ({ id, compare }: Column<Row>) => {
    if (compare === undefined) return undefined
    if (sort?.column !== id) return 'none'
    return sort.descending ? 'descending' : 'ascending'
  }
  return (
    <div className="table-scroll" role="presentation" onKeyDown={goFromRowToRow}>
      <table
        aria-label={label}
        className={['table', isCompact && 'table-compact', onOpen && 'table-rows-active'].filter(Boolean).join(' ')}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={column.align === 'end' ? 'cell-end' : undefined}
                aria-sort={sortOf(column)}
              >
                {column.compare === undefined ? (
                  <span className={column.hideTitle ? 'visually-hidden' : undefined}>{column.title}</span>
                ) : (
                  <AriaButton
                    className="sort-button"
                    aria-label={t('table.sortBy', { column: column.title })}
                    onPress={() =>
                      setSort({ column: column.id, descending: sort?.column === column.id && !sort.descending })
                    }
                  >
                    {column.title}
                    {sort?.column === column.id && sort.descending ? (
                      <ArrowDown aria-hidden />
                    ) : (
                      <ArrowUp aria-hidden />
                    )}
                  </AriaButton>
                )}
                {column.note !== undefined && <span className="table-note">{column.note}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr
              key={rowKey(row)}
              {...(onOpen && { onClick: (event) => isPlainPress(event) && onOpen(row) })}
              {...(onApproach && { onPointerEnter: () => onApproach(row), onFocus: () => onApproach(row) })}
            >
              {columns.map((column) => {
                const className = column.align === 'end' ? 'cell-end' : undefined
                return column.isRowHeader ? (
                  <th key={column.id} scope="row" className={className}>
                    {column.renderCell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {column.renderCell(row)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A press on a button in the row is the button's; one that ends a selection of text is nobody's. */
function isPlainPress(event: MouseEvent<HTMLTableRowElement>): boolean {
  const onControl = event.target instanceof Element && event.target.closest('button, a, input') !== null
  return !onControl && window.getSelection()?.isCollapsed !== false
}

function goFromRowToRow(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const actions = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-action]')]
  const at = actions.findIndex((action) => action === document.activeElement)
  if (at === -1) return
  event.preventDefault()
  actions[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}
