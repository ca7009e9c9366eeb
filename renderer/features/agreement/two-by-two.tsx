import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../app/contract/agreement.ts'
import { ScrollArea } from '../../components/scroll-area.tsx'
import { useFormat } from '../../i18n/format.ts'
import { reasonText } from './figure-names.ts'

interface TwoByTwoProps {
  readonly code: Comparison['perCode'][number]
  readonly coders: Comparison['coders']
}

/** The 2×2 table of one code with its margins: the first coder down, the second across. */
export function TwoByTwo({ code, coders }: TwoByTwoProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const { both, onlyFirst, onlySecond, neither } = code
  const units = both + onlyFirst + onlySecond + neither
  const [first, second] = coders
  const rows = [
    { name: t('twoByTwo.coded', { name: first }), cells: [both, onlyFirst] },
    { name: t('twoByTwo.uncoded', { name: first }), cells: [onlySecond, neither] },
    { name: t('twoByTwo.total'), cells: [both + onlySecond, onlyFirst + neither] },
  ]
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
            {rows.map(({ name, cells: [present = 0, absent = 0] }, index) => (
              <tr key={name} className={index === 2 ? 'agreement-margin' : undefined}>
                <th scope="row">{name}</th>
                <td className={index === 0 ? 'cell-end agreement-same' : 'cell-end'}>{format.number(present)}</td>
                <td className={index === 1 ? 'cell-end agreement-same' : 'cell-end'}>{format.number(absent)}</td>
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
          : t('twoByTwo.kappa', { value: format.decimal(code.kappa) })}
      </p>
    </div>
  )
}
