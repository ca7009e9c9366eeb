import type { ReactNode } from 'react'
import type { Passage } from '../../app/contract/values.ts'
import { hashOf } from '../navigation.ts'
import { useTranslation } from 'react-i18next'
import './passage-quote.css'

interface PassageQuoteProps {
  readonly passage: Passage
  /** The words, where parts of them are to be shown apart: what was searched for. */
  readonly words?: ReactNode
}

/** Where a passage stands, in the coding screen: the words themselves are then chosen. */
export function placeOf({
  transcriptId,
  turn,
  start,
  end,
}: Pick<Passage, 'transcriptId' | 'turn' | 'start' | 'end'>): string {
  return hashOf('coding', transcriptId, String(turn), `${String(start)}-${String(end)}`)
}

/** Words of a transcript in their context, with whose they are and a way to their place. */
export function PassageQuote({ passage, words }: PassageQuoteProps) {
  const { t } = useTranslation()
  const { transcript, participant, turn, speaker, before, after } = passage
  return (
    <figure className="passage">
      <blockquote className="passage-text reading">
        <span className="muted">{before}</span>
        <mark className="passage-words">{words ?? passage.words}</mark>
        <span className="muted">{after}</span>
      </blockquote>
      <figcaption className="passage-source small muted">
        <a href={placeOf(passage)}>{t('passage.place', { transcript, turn })}</a>
        {participant !== null && <span>{participant}</span>}
        {speaker !== null && speaker !== participant && <span>{speaker}</span>}
      </figcaption>
    </figure>
  )
}
