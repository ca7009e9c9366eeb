import { useTranslation } from 'react-i18next'
import type { Basis } from '../../../../app/contract/comparison.ts'
import { useFormat } from '../../../i18n/format.ts'

/** Whose codings a figure was counted from, and its n; where only some codes count in it, also that of all codes. */
export function BasisLine({ basis }: { readonly basis: Basis & { readonly allCodings?: number } }) {
  const { t } = useTranslation('comparison')
  const format = useFormat()
  const { coders, rounds, codings, transcripts, participants, turns, allCodings = 0 } = basis
  return (
    <p className="muted small figures" aria-live="polite">
      {coders.length === 0
        ? t('basis.nobody')
        : t('basis.of', {
            coders: format.list(coders),
            rounds: format.list(rounds),
            codings: t('basis.codings', { count: codings }),
            transcripts: t('basis.transcripts', { count: transcripts }),
            participants: t('basis.participants', { count: participants }),
            turns: t('basis.turns', { count: turns }),
          })}
      {allCodings > codings && ` ${t('basis.shownOnly', { codings: t('basis.codings', { count: allCodings }) })}`}
    </p>
  )
}
