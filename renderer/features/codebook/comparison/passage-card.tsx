import { useTranslation } from 'react-i18next'
import type { ComparedCoding } from '../../../../app/contract/comparison.ts'
import { Checkbox } from '../../../components/checkbox.tsx'
import { PassageQuote } from '../../../components/passage-quote.tsx'
import { useSession } from '../../../session.ts'
import { Provenance } from './provenance.tsx'
import type { KnownCodes } from '../../../components/known-codes.ts'

interface PassageCardProps {
  readonly coding: ComparedCoding
  readonly codes: KnownCodes
  /** Whether the code is said, several being compared. */
  readonly saysCode: boolean
  readonly position: number
  readonly size: number
  readonly isCurrent: boolean
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

/** One coding with its words in context. Its keys are the list's. */
export function PassageCard(props: PassageCardProps) {
  const { coding, codes, saysCode, position, size, isCurrent, isChosen, onChoose } = props
  const { t } = useTranslation('comparison')
  const coderId = useSession((session) => session.coderId)
  const { passage } = coding
  // An article of a feed takes the focus (WAI-ARIA feed pattern), which the linter does not know.
  const focusable = { tabIndex: isCurrent ? 0 : -1 }
  return (
    <article
      className={isChosen ? 'codebook-card codebook-card-chosen' : 'codebook-card'}
      data-card={coding.id}
      {...focusable}
      aria-label={`${passage.words}. ${passage.transcript}`}
      aria-posinset={position}
      aria-setsize={size}
    >
      <PassageQuote passage={passage} />
      <div className="row codebook-card-foot small">
        {saysCode && (
          <span className="codebook-code">
            <span className={`swatch code-colour-${codes.colourOf(coding.codeId)}`} aria-hidden />
            {codes.labelOf(coding.codeId)}
          </span>
        )}
        <Provenance coding={coding} />
        {coding.isOpen && coding.coderId === coderId && (
          <Checkbox isSelected={isChosen} onChange={onChoose} label={t('cards.choose', { words: passage.words })}>
            {t('cards.chosen')}
          </Checkbox>
        )}
      </div>
    </article>
  )
}
