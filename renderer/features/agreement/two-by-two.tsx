import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../app/contract/agreement.ts'
import type { TableCell } from '../../../domain/agreement/compared-units.ts'
import { Button } from '../../components/button.tsx'
import { ScrollArea } from '../../components/scroll-area.tsx'
import { useFormat } from '../../i18n/format.ts'
import { reasonText } from './figure-names.ts'

interface TwoByTwoProps {
  readonly code: Comparison['perCode'][number]
  /** The first side's name and the second's. */
  readonly names: readonly [string, string]
  /** Shows the passages behind a count; without it, counts are plain. */
  readonly onPassages?: (cell: TableCell) => void
}

/** The 2×2 table of one code with its margins: the first coder down, the second across. */
export function TwoByTwo({ code, names, onPassages }: TwoByTwoProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const { both, onlyFirst, onlySecond, neither } = code
  const units = both + onlyFirst + onlySecond + neither
  const withInterval = (value: number, interval: readonly [number, number] | null) =>
    interval === null
      ? format.decimal(value)
      : t('twoByTwo.withInterval', {
          value: format.decimal(value),
          low: format.decimal(interval[0], 2),
          high: format.decimal(interval[1], 2),
        })
  const [first, second] = names
  const rows = [
    { name: t('twoByTwo.coded', { name: first }), cells: [both, onlyFirst], passages: ['both', 'onlyFirst'] as const },
    {
      name: t('twoByTwo.uncoded', { name: first }),
      cells: [onlySecond, neither],
      passages: ['onlySecond', null] as const,
    },
    { name: t('twoByTwo.total'), cells: [both + onlySecond, onlyFirst + neither], passages: [null, null] as const },
  ]
  const cellNames: Readonly<Record<TableCell, string>> = {
    both: t('passages.cells.both'),
    onlyFirst: t('passages.cells.onlyFirst', { name: first }),
    onlySecond: t('passages.cells.onlySecond', { name: second }),
  }
  const counted = (count: number, cell: TableCell | null) =>
    cell === null || onPassages === undefined || count === 0 ? (
      format.number(count)
    ) : (
      <Button
        variant="link"
        className="agreement-count"
        label={t('passages.show', { count, cell: cellNames[cell] })}
        onPress={() => onPassages(cell)}
      >
        {format.number(count)}
      </Button>
    )
  return (
    <div className="stack-tight">
      <ScrollArea label={t('twoByTwo.caption', { code: code.code })}>
        <table className="table table-compact agreement-two">
          <caption>{t('twoByTwo.caption', { code: code.code })}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('twoByTwo.corner')}</span>
              </th>
              <th scope="col" className="cell-end">
                {t('twoByTwo.coded', { name: second })}
              </th>
              <th scope="col" className="cell-end">
                {t('twoByTwo.uncoded', { name: second })}
              </th>
              <th scope="col" className="cell-end">
                {t('twoByTwo.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells: [present = 0, absent = 0], passages: [left, right] }, index) => (
              <tr key={name} className={index === 2 ? 'agreement-margin' : undefined}>
                <th scope="row">{name}</th>
                <td className={index === 0 ? 'cell-end agreement-same' : 'cell-end'}>{counted(present, left)}</td>
                <td className={index === 1 ? 'cell-end agreement-same' : 'cell-end'}>{counted(absent, right)}</td>
                <td className="cell-end agreement-margin">{format.number(present + absent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {units > 0 && <p>{t('twoByTwo.observed', { share: format.decimal((both + neither) / units) })}</p>}
      <p>
        {code.kappa === null
          ? t('twoByTwo.kappaUndefined', { reason: reasonText(t, code.reason ?? '') })
          : t('twoByTwo.kappa', { value: withInterval(code.kappa, code.interval) })}
      </p>
      {code.ac1 !== null && <p>{t('twoByTwo.ac1', { value: withInterval(code.ac1, code.ac1Interval) })}</p>}
      {code.alpha !== null && <p>{t('twoByTwo.alpha', { value: withInterval(code.alpha, code.alphaInterval) })}</p>}
    </div>
  )
}
