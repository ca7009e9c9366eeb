import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedQuote } from '../../../../app/contract/segments.ts'
import { mayCode } from '../../../../domain/coding.ts'
import { IconButton } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { ask, useRound, useSession } from '../../../session.ts'
import { focusTranscript } from '../focus.ts'
import { rangeOf } from '../words/selection.ts'
import { select } from '../store.ts'
import type { OpenTranscript } from '../use-transcript.ts'
import { useSegmentation } from './segmentation.ts'

/** The quotes of the transcript that were marked for the catalog, each with its place and its note. */
export function QuotesPane({ opened }: { readonly opened: OpenTranscript }) {
  const { t } = useTranslation('segments')
  const { quotes } = useSegmentation()
  if (quotes.length === 0) {
    return (
      <div className="segments-empty stack-tight">
        <h2>{t('noQuotes')}</h2>
        <p className="muted">{t('noQuotesAdvice')}</p>
      </div>
    )
  }
  return (
    <section
      className="quotes-pane"
      aria-label={t('tabs.quotes')}
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') focusTranscript()
      }}
    >
      <ol className="quotes-list">
        {quotes.map((quote) => (
          <QuoteItem key={quote.id} opened={opened} quote={quote} />
        ))}
      </ol>
    </section>
  )
}

interface QuoteItemProps {
  readonly opened: OpenTranscript
  readonly quote: ListedQuote
}

function QuoteItem({ opened, quote }: QuoteItemProps) {
  const { t } = useTranslation('segments')
  const coder = useSession((session) => session.coders.find(({ id }) => id === quote.coderId)?.name)
  const coderId = useSession((session) => session.coderId)
  const round = useRound()
  const isOwn = quote.coderId === coderId && quote.roundId === round?.id && mayCode(round)
  const { turn, words, speaker } = quote.passage
  const jump = () => {
    select(rangeOf(quote))
    focusTranscript()
  }
  return (
    <li className="quotes-item">
      <button type="button" className="quotes-jump" onClick={jump} lang={opened.transcript.language ?? undefined}>
        <span className="reading quotes-words">{words}</span>
      </button>
      <div className="quotes-foot">
        <span className="grow small muted figures">
          {[t('turn', { number: turn }), speaker, quote.coderId === coderId ? null : coder].filter(Boolean).join(' · ')}
        </span>
        {isOwn && (
          <IconButton
            label={t('removeQuote')}
            icon={<X aria-hidden />}
            onPress={() => void ask('quotes.remove', { id: quote.id, coderId: quote.coderId })}
          />
        )}
      </div>
      {isOwn ? <Note quote={quote} /> : quote.note !== '' && <p className="small">{quote.note}</p>}
    </li>
  )
}

/** Saved when one leaves the field. */
function Note({ quote }: { readonly quote: ListedQuote }) {
  const { t } = useTranslation('segments')
  const { transcriptId, start, end, coderId, roundId, note } = quote
  const [typed, setTyped] = useState<{ readonly over: string; readonly text: string } | null>(null)
  const text = typed !== null && typed.over === note ? typed.text : note
  const keep = () => {
    if (text.trim() !== note) void ask('quotes.mark', { transcriptId, start, end, coderId, roundId, note: text })
  }
  return (
    <div onBlur={keep}>
      <TextField
        label={t('noteOn', { words: quote.passage.words.slice(0, 40) })}
        hideLabel
        placeholder={t('note')}
        value={text}
        onChange={(next) => setTyped({ over: note, text: next })}
      />
    </div>
  )
}
