import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../app/contract/agreement.ts'
import { FIGURES, type FigureName } from '../../../domain/agreement/figures.ts'
import { Button } from '../../components/button.tsx'
import { Figure } from '../../components/figure.tsx'
import { useFormat } from '../../i18n/format.ts'
import { keyOf } from './comparison-key.ts'
import { ExplainedHeading } from './explained-heading.tsx'
import { reasonText } from './figure-names.ts'
import { compareNames } from '../../name-order.ts'

type SortKey = FigureName | 'transcript' | 'units' | 'uncoded'
interface Sort {
  readonly key: SortKey
  readonly descending: boolean
}

interface ComparisonsProps {
  readonly comparisons: readonly Comparison[]
  readonly onOpen: (comparison: Comparison) => void
}

/** Every comparison with its figures and their intervals. */
export function Comparisons({ comparisons, onOpen }: ComparisonsProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const [sort, setSort] = useState<Sort | null>(null)
  const sorted = sort === null ? comparisons : [...comparisons].sort((a, b) => compareBy(sort, a, b))
  const sortOf = (key: SortKey) => {
    if (sort?.key !== key) return 'none'
    return sort.descending ? 'descending' : 'ascending'
  }
  // Numbers are looked at from the highest down first, names from A on.
  const sortBy = (key: SortKey) =>
    setSort({ key, descending: sort?.key === key ? !sort.descending : key !== 'transcript' })
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
              {FIGURES.map((name) =>
                heading(name, t(`figures.${name}.short`), t(`figures.${name}.name`), t(`figures.${name}.meaning`)),
              )}
            </tr>
          </thead>
          <tbody>
            {sorted.map((comparison) => (
              <tr
                key={keyOf(comparison)}
                onClick={(event) => {
                  if (event.target instanceof Element && event.target.closest('a, button') === null) onOpen(comparison)
                }}
              >
                <th scope="row">
                  <Button
                    variant="link"
                    isRowAction
                    label={t('table.open', {
                      name: comparison.transcript,
                      first: comparison.coders[0],
                      second: comparison.coders[1],
                    })}
                    onPress={() => onOpen(comparison)}
                  >
                    {comparison.transcript}
                  </Button>
                  <span className="agreement-under">
                    {t('table.coders', { first: comparison.coders[0], second: comparison.coders[1] })}
                    {' · '}
                    {comparison.round}
                  </span>
                </th>
                <td className="cell-end">{format.number(comparison.units)}</td>
                <td className="cell-end">
                  <Figure value={comparison.coded.uncodedShare} format={(share) => format.share(share)} />
                </td>
                {FIGURES.map((name) => (
                  <td key={name} className="cell-end" data-figure={name}>
                    <FigureWithInterval comparison={comparison} name={name} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <UndefinedFigures comparisons={comparisons} />
    </div>
  )
}

/** A figure over its interval; a dash with its reason where it is undefined. */
export function FigureWithInterval({
  comparison,
  name,
}: {
  readonly comparison: Comparison
  readonly name: FigureName
}) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const value = comparison[name]
  const interval = comparison.intervals[name]
  const reason = comparison.reasons[name]
  return (
    <span className="agreement-figure">
      <Figure value={value} format={format.decimal} reason={reason === undefined ? null : reasonText(t, reason)} />
      {value !== null && interval !== undefined && (
        <span className="agreement-under">
          {t('table.interval', { low: format.decimal(interval[0], 2), high: format.decimal(interval[1], 2) })}
        </span>
      )}
      {value !== null && interval === undefined && (
        <span className="agreement-under" title={t('table.noIntervalMeaning')}>
          {t('table.noInterval')}
        </span>
      )}
    </span>
  )
}

/** Why there are dashes: each reason once for each comparison that it holds for. */
function UndefinedFigures({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const lines = comparisons.flatMap((comparison) =>
    [
      ...Map.groupBy(
        FIGURES.filter((name) => comparison[name] === null),
        (name) => comparison.reasons[name] ?? '',
      ),
    ].map(([reason, names]) => ({
      key: keyOf(comparison) + reason,
      text: t('table.undefinedItem', {
        name: comparison.transcript,
        coders: format.list(comparison.coders),
        figures: names.map((name) => t(`figures.${name}.short`)).join(', '),
        reason: reasonText(t, reason),
      }),
    })),
  )
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

function compareBy({ key, descending }: Sort, a: Comparison, b: Comparison): number {
  if (key === 'transcript') return (descending ? -1 : 1) * compareNames(a.transcript, b.transcript)
  const [x, y] = [valueOf(key, a), valueOf(key, b)]
  // What is undefined comes last, whichever way one sorts.
  if (x === null || y === null) return Number(x === null) - Number(y === null)
  return descending ? y - x : x - y
}

function valueOf(key: Exclude<SortKey, 'transcript'>, comparison: Comparison): number | null {
  if (key === 'units') return comparison.units
  return key === 'uncoded' ? comparison.coded.uncodedShare : comparison[key]
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
