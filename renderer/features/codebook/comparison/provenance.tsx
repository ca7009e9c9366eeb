import { useTranslation } from 'react-i18next'
import type { ComparedCoding } from '../../../../app/contract/comparison.ts'
import { useSession } from '../../../session.ts'

/** Who coded it and in which round. */
export function Provenance({ coding }: { readonly coding: Pick<ComparedCoding, 'coderId' | 'roundId'> }) {
  const { t } = useTranslation('comparison')
  const coder = useSession((session) => session.coders.find(({ id }) => id === coding.coderId)?.name ?? '')
  const round = useSession((session) => session.rounds.find(({ id }) => id === coding.roundId)?.name ?? '')
  return (
    <span className="tag codebook-provenance">
      <span aria-hidden>
        {coder} · {round}
      </span>
      <span className="visually-hidden">{t('cards.by', { coder, round })}</span>
    </span>
  )
}
