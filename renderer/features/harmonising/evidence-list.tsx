import { useTranslation } from 'react-i18next'
import type { ListedEvidence } from '../../../app/contract/harmonising.ts'
import { useFormat } from '../../i18n/format.ts'

/** Shared turns below which a figure says little. */
const FEW = 5

/** What speaks for two codes being two names of one thing, and what against it, each with its n. */
export function EvidenceList({ evidence }: { readonly evidence: ListedEvidence }) {
  const { t } = useTranslation('harmonising')
  const format = useFormat()
  const { words, turns, shared, codeAlone, otherAlone, units, expected, lift, lowestLift, toldApartBy, isSameName } =
    evidence
  const either = codeAlone + otherAlone - shared
  const isBeyondChance = lowestLift !== null && lowestLift > 1
  return (
    <ul className="harmonising-why" aria-label={t('why.label')}>
      {isSameName && <li>{t('why.sameName')}</li>}
      <li>{words.length === 0 ? t('why.noWords') : t('why.words', { words: format.list(words) })}</li>
      <li>
        {units === 0
          ? t('why.notCompared')
          : t('why.shared', { count: turns, shared: format.number(shared), either: format.number(either) })}
        {turns > 0 && turns < FEW && (
          <span className="tag" title={t('why.fewHint')}>
            {t('why.few')}
            <span className="visually-hidden">: {t('why.fewHint')}</span>
          </span>
        )}
      </li>
      {shared > 0 && lift !== null && lowestLift !== null && (
        <li>
          {t(isBeyondChance ? 'why.lift' : 'why.chance', {
            lift: format.decimal(lift, 1),
            expected: format.decimal(expected, 2),
            n: units,
            lowest: format.decimal(lowestLift, 1),
          })}
        </li>
      )}
      {toldApartBy.length > 0 && (
        <li className="harmonising-against">
          {t(toldApartBy.length === 1 ? 'why.toldApart' : 'why.toldApartSeveral', {
            coders: format.list(toldApartBy),
          })}
        </li>
      )}
    </ul>
  )
}
