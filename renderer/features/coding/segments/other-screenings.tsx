import { useTranslation } from 'react-i18next'
import type { ListedSegment } from '../../../../app/contract/segments.ts'
import { useSession } from '../../../session.ts'
import { DecisionMark } from './decision-mark.tsx'
import { useSegmentation } from './segmentation.ts'

/** What others, or the same person in other rounds, decided about the segment, where that may be seen. */
export function OtherScreenings({ segment }: { readonly segment: ListedSegment }) {
  const { t } = useTranslation('segments')
  const coders = useSession((session) => session.coders)
  const rounds = useSession((session) => session.rounds)
  const { others } = useSegmentation()
  const here = others.get(segment.id) ?? []
  if (here.length === 0) return null
  return (
    <section className="stack-tight" aria-labelledby="coding-segment-others">
      <h3 id="coding-segment-others">{t('others')}</h3>
      <ul className="segment-others">
        {here.map((one) => (
          <li key={`${one.coderId} ${one.roundId}`} className="segment-other">
            <p className="row">
              <strong>{coders.find(({ id }) => id === one.coderId)?.name}</strong>
              <span className="muted">{rounds.find(({ id }) => id === one.roundId)?.name}</span>
              <DecisionMark decision={one.decision} hasWords />
            </p>
            {[one.quote, one.description, one.information]
              .filter((text) => text !== '')
              .map((text) => (
                <p key={text} className="small segment-other-words">
                  {text}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
