import { memo, useRef, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react'
import './matrices.css'

export interface GridCell {
  readonly text: string
  /** The whole of what it says, for screen readers and as a tooltip. */
  readonly label: string
  /** How deep its shade is, 0 to 1. */
  readonly share: number
  /** On the diagonal: set apart. */
  readonly isOwn: boolean
}

interface MatrixGridProps {
  readonly label: string
  readonly corner: string
  readonly rows: readonly {
    readonly id: string
    readonly label: string
    readonly path: string
    readonly note: string
  }[]
  readonly columns: readonly {
    readonly id: string
    readonly label: string
    readonly title: string
    readonly note: string
  }[]
  /** Row by row. */
  readonly cells: readonly (readonly GridCell[])[]
  readonly onOpen: (row: number, column: number) => void
}

/**
 * A matrix as a grid: one cell takes the focus, the arrow keys go from cell to cell, Enter opens. It is drawn anew only when
 * what it shows changes; the focus moves without React, so that thousands of cells stay fluent.
 */
export const MatrixGrid = memo(function MatrixGrid(props: MatrixGridProps) {
  const { label, corner, rows, columns, cells, onOpen } = props
  const grid = useRef<HTMLTableElement>(null)
  return (
    <div
      className="matrix-scroll"
      role="presentation"
      onKeyDown={(event) => goByKey(event, grid.current, onOpen)}
      onClick={(event) => {
        const at = placeIn(event)
        if (at === null) return
        focusCell(grid.current, at.row, at.column)
        onOpen(at.row, at.column)
      }}
    >
      <table
        ref={grid}
        {...GRID}
        className={columns.length > TURNED_FROM ? 'matrix matrix-turned' : 'matrix'}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
      >
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {corner}
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" className="matrix-column" title={column.title}>
                <span className="matrix-column-label">{column.label}</span>
                {column.note !== '' && <span className="matrix-column-note">{column.note}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id}>
              <th scope="row" className="matrix-row" title={row.path}>
                <span>{row.label}</span>
                <span className="matrix-row-note">{row.note}</span>
              </th>
              {(cells[at] ?? []).map((cell, index) => (
                <td
                  key={columns[index]?.id ?? index}
                  data-at={`${at} ${index}`}
                  tabIndex={at === 0 && index === 0 ? 0 : -1}
                  className={['matrix-cell', cell.isOwn && 'matrix-own', cell.share === 0 && 'matrix-none']
                    .filter(Boolean)
                    .join(' ')}
                  style={cell.isOwn || cell.share === 0 ? NO_SHADE : shadeOf(cell.share)}
                  title={cell.label}
                  aria-label={cell.label}
                >
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})

/** The interactive form of a table, whose cells take the keyboard; the linter knows no table so. */
const GRID = { role: 'grid' } as const

/** From more columns than this on, their labels are turned by a quarter. */
const TURNED_FROM = 8

/** Percent of the hue in a cell's ground: what is not zero has at least a breath of it; words stay readable on the most. */
const SHADE = { least: 5, more: 37 }

const NO_SHADE: CSSProperties = {}

function shadeOf(share: number): CSSProperties {
  const percent = Math.round(SHADE.least + SHADE.more * share)
  return { background: `color-mix(in srgb, var(--accent) ${percent}%, var(--surface))` }
}

interface Place {
  readonly row: number
  readonly column: number
}

function placeIn(event: MouseEvent | KeyboardEvent): Place | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null
  const [row, column] = (cell?.dataset['at'] ?? '').split(' ').map(Number)
  return row === undefined || column === undefined ? null : { row, column }
}

function goByKey(event: KeyboardEvent, grid: HTMLTableElement | null, onOpen: MatrixGridProps['onOpen']): void {
  const at = placeIn(event)
  if (at === null || event.altKey || event.shiftKey) return
  const isFar = event.ctrlKey || event.metaKey
  const { row, column } = at
  const FAR = Number.MAX_SAFE_INTEGER
  const moves: Readonly<Record<string, () => void>> = {
    ArrowRight: () => focusCell(grid, row, column + 1),
    ArrowLeft: () => focusCell(grid, row, column - 1),
    ArrowDown: () => focusCell(grid, row + 1, column),
    ArrowUp: () => focusCell(grid, row - 1, column),
    Home: () => focusCell(grid, isFar ? 0 : row, 0),
    End: () => focusCell(grid, isFar ? FAR : row, FAR),
    PageDown: () => focusCell(grid, row + 10, column),
    PageUp: () => focusCell(grid, row - 10, column),
    Enter: () => onOpen(row, column),
    ' ': () => onOpen(row, column),
  }
  const move = moves[event.key]
  if (move === undefined) return
  event.preventDefault()
  move()
}

/** Gives the focus to the cell there, or to the nearest there is. */
function focusCell(grid: HTMLTableElement | null, row: number, column: number): void {
  const body = grid?.tBodies[0]
  const line = body?.rows[Math.max(0, Math.min(row, body.rows.length - 1))]
  if (line === undefined) return
  const cells = [...line.querySelectorAll<HTMLElement>('[data-at]')]
  const cell = cells[Math.max(0, Math.min(column, cells.length - 1))]
  for (const other of grid?.querySelectorAll<HTMLElement>('[data-at][tabindex="0"]') ?? []) other.tabIndex = -1
  if (cell !== undefined) cell.tabIndex = 0
  cell?.focus()
  // The sticky headers would lie over it.
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
