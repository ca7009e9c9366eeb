import { useTranslation } from 'react-i18next'
import type { ReviewItemDetail } from '../../../../app/contract/review.ts'
import type { Span } from '../../../../domain/span.ts'
import { placeOf } from '../../../components/passage-quote.tsx'
import { letterOf } from '../decision/draft.ts'
import { contextOf, wordsIn, type ShownTurn } from './context.ts'
import { piecesOf, type Marked, type Piece } from './pieces.ts'

interface PassageViewProps {
  readonly detail: ReviewItemDetail
  /** The words that a decision in the making is about, where they are others. */
  readonly draft: readonly Span[]
}

/** The sign of what is being decided, beside the letters of the readings. */
const DRAFT = '✎'

/**
 * The passage in its context. Each reading is drawn by a line of its own (A above the words, B below, each further one lower)
 * and by its letter where it begins and ends, so that nothing is told by colour alone.
 */
export function PassageView({ detail, draft }: PassageViewProps) {
  const { t } = useTranslation('review')
  const { t: common } = useTranslation()
  const { item, passage, turns } = detail
  const marked = markedIn(detail, draft)
  return (
    <figure className="review-passage">
      <figcaption className="review-passage-place small muted">
        <a href={placeOf(passage)}>{common('passage.place', { transcript: item.transcript, turn: item.turn })}</a>
        {passage.participant !== null && <span>{passage.participant}</span>}
      </figcaption>
      <blockquote className="review-turns reading" aria-label={t('passage.label')}>
        {contextOf(turns, item).map((shown) => (
          <ShownWords key={shown.turn.number} shown={shown} marked={marked} item={item} />
        ))}
      </blockquote>
    </figure>
  )
}

function markedIn({ item, readings }: ReviewItemDetail, draft: readonly Span[]): readonly Marked[] {
  const ofCodings = readings.flatMap(({ codings }, index) =>
    codings.map((coding) => ({ letter: letterOf(index), span: coding })),
  )
  const ofQuotes = readings.flatMap(({ form }, index) =>
    item.kind === 'text' && form !== null && form.quoteSpan !== null
      ? [{ letter: letterOf(index), span: form.quoteSpan }]
      : [],
  )
  return [...ofCodings, ...ofQuotes, ...draft.map((span) => ({ letter: DRAFT, span }))]
}

interface ShownWordsProps {
  readonly shown: ShownTurn
  readonly marked: readonly Marked[]
  readonly item: Span
}

function ShownWords({ shown: { turn, shown, isCutBefore, isCutAfter }, marked, item }: ShownWordsProps) {
  const isHolding = turn.start < item.end && turn.end > item.start
  return (
    <div className="review-turn" data-holding={isHolding || undefined}>
      <span className="review-turn-head small muted">
        <span className="figures">{turn.number}</span> {turn.speaker}
      </span>
      <p>
        {isCutBefore && '… '}
        {piecesOf(shown, marked).map((piece) => (
          <MarkedWords key={piece.start} piece={piece} words={wordsIn(turn, piece)} />
        ))}
        {isCutAfter && ' …'}
      </p>
    </div>
  )
}

function MarkedWords({ piece, words }: { readonly piece: Piece; readonly words: string }) {
  const { t } = useTranslation('review')
  const { letters, begins, ends } = piece
  if (letters.length === 0) return words
  const tag = (letter: string, edge: 'begins' | 'ends') => (
    <span key={letter} className={`review-edge ${classOf(letter)}`}>
      <span aria-hidden>{letter}</span>
      <span className="visually-hidden">{letter === DRAFT ? '' : t(`passage.${edge}`, { letter })}</span>
    </span>
  )
  // One line a reading: each is drawn by an element of its own around the words.
  const drawn = letters.reduce<React.ReactNode>(
    (inner, letter) => <span className={`review-line ${classOf(letter)}`}>{inner}</span>,
    words,
  )
  return (
    <>
      {begins.map((letter) => tag(letter, 'begins'))}
      <mark className="review-mark" data-shared={letters.length > 1 || undefined}>
        {drawn}
      </mark>
      {ends.map((letter) => tag(letter, 'ends'))}
    </>
  )
}

function classOf(letter: string): string {
  if (letter === DRAFT) return 'review-of-draft'
  return ['A', 'B', 'C'].includes(letter) ? `review-of-${letter.toLowerCase()}` : 'review-of-other'
}
