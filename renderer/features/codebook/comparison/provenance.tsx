import { useTranslation } from 'react-i18next'
import type { ComparedCoding } from '../../../../app/contract/comparison.ts'
import { useSession } from '../../../session.ts'

/** Who coded it and in which round, by their initials. */
export function Provenance({ coding }: { readonly coding: Pick<ComparedCoding, 'coderId' | 'roundId'> }) {
  const { t } = useTranslation('comparison')
  const coder = useSession((session) => session.coders.find(({ id }) => id === coding.coderId)?.name ?? '')
  const round = useSession((session) => session.rounds.find(({ id }) => id === coding.roundId)?.name ?? '')
  const said = t('cards.by', { coder, round })
  return (
    <span className="tag" title={said}>
      <span aria-hidden>
        {initialsOf(coder)} · {initialsOf(round)}
      </span>
      <span className="visually-hidden">{said}</span>
    </span>
  )
}

/** First letters of words, numbers whole: `Round 12` is R12. A short name stays as it is. */
function initialsOf(name: string): string {
  if (name.length <= 3) return name
  return (name.match(/\p{N}+|\p{L}+/gu) ?? [])
    .map((part) => (/^\p{N}/u.test(part) ? part : (part[0] ?? '').toUpperCase()))
    .join('')
}
