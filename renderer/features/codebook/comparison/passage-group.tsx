import { useTranslation } from 'react-i18next'
import type { ComparedGroup } from '../../../../app/contract/comparison.ts'
import type { CodingId } from '../../../../domain/ids.ts'
import type { KnownCodes } from '../../../components/known-codes.ts'
import { PassageCard } from './passage-card.tsx'

interface PassageGroupProps {
  readonly group: ComparedGroup
  /** Null where there is one group only. */
  readonly title: string | null
  readonly codes: KnownCodes
  readonly saysCode: boolean
  /** The card that the keys are at; null where it is in another group. */
  readonly current: number | null
  readonly chosenIds: ReadonlySet<CodingId>
  readonly onChoose: (id: CodingId, isChosen: boolean) => void
}

/** The codings of one group as cards, with what the group rests on. */
export function PassageGroup({ group, title, codes, saysCode, current, chosenIds, onChoose }: PassageGroupProps) {
  const { t } = useTranslation('comparison')
  return (
    <section className="codebook-group" {...(title !== null && { 'aria-label': title })}>
      {title !== null && (
        <header>
          <h3>{title}</h3>
          <p className="muted small figures">
            {t('groups.n', {
              codings: t('basis.codings', { count: group.codings }),
              transcripts: t('basis.transcripts', { count: group.transcripts }),
              participants: t('basis.participants', { count: group.participants }),
            })}
          </p>
        </header>
      )}
      {group.shown.length === 0 ? (
        <p className="muted">{group.codings === 0 ? t('groups.none') : t('groups.noneHere')}</p>
      ) : (
        <div role="feed" aria-label={title ?? t('cards.label')} className="codebook-cards">
          {group.shown.map((coding, index) => (
            <PassageCard
              key={coding.id}
              coding={coding}
              codes={codes}
              saysCode={saysCode}
              position={index + 1}
              size={group.shown.length}
              isCurrent={current === index}
              isChosen={chosenIds.has(coding.id)}
              onChoose={(isChosen) => onChoose(coding.id, isChosen)}
            />
          ))}
        </div>
      )}
    </section>
  )
}
