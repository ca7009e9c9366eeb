import { useTranslation } from 'react-i18next'
import type { MemoAbout } from '../../../app/contract/memos.ts'
import type { MemoSubject } from '../../../domain/memo.ts'
import { PassageQuote, placeOf } from '../../components/passage-quote.tsx'
import { hashOf } from '../../navigation.ts'

interface MemoAboutProps {
  readonly subject: MemoSubject
  readonly about: MemoAbout
}

/** What a memo is about: its kind, its name with a way to it, and the words where it stands on words. */
export function AboutSubject({ subject, about }: MemoAboutProps) {
  const { t } = useTranslation('memos')
  const hash = about.exists ? hashOfSubject(subject, about) : null
  const name = about.name === '' ? null : about.name
  return (
    <div className="memo-about">
      <p className="memo-about-name">
        <span className="tag">{t(`kinds.${subject.kind}`)}</span>
        {name !== null && (hash !== null && about.passage === null ? <a href={hash}>{name}</a> : <span>{name}</span>)}
        {!about.exists && <span className="muted">{t('gone')}</span>}
      </p>
      {about.passage !== null && <PassageQuote passage={about.passage} />}
    </div>
  )
}

/** The place of what a memo is about; null where it has none of its own. */
function hashOfSubject(subject: MemoSubject, { name, passage }: MemoAbout): string | null {
  if (passage !== null) return placeOf(passage)
  switch (subject.kind) {
    case 'study':
      return hashOf('study')
    case 'transcript':
      return hashOf('coding', subject.id)
    case 'code':
      return hashOf('codebook', 'codes', subject.id)
    case 'participant':
      return hashOf('transcripts', 'participants')
    case 'mismatch':
    case 'quality_issue':
      // The catalog knows its entries by their references, which the name begins with.
      return hashOf('catalog', name.split(':')[0] ?? '')
    case 'passage':
    case 'coding':
    case 'segment':
      return null
  }
}

/** What a memo is about in one line, for lists. */
export function aboutLine({ name, passage }: MemoAbout): string {
  const place = passage === null ? '' : `${passage.transcript}, ${String(passage.turn)}`
  return [name, passage?.words ?? '', place].filter((text) => text !== '').join(' · ')
}
