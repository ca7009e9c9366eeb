import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedQuote } from '../../../app/contract/segments.ts'
import { IconButton } from '../../components/button.tsx'
import { PassageQuote } from '../../components/passage-quote.tsx'
import { announce, report, useSession } from '../../session.ts'

/** The words that were marked for the catalog while coding, each with its place, to be copied into an entry. */
export function QuotesPane({ quotes }: { readonly quotes: readonly ListedQuote[] }) {
  const { t } = useTranslation('catalog')
  const coders = useSession((session) => session.coders)
  const rounds = useSession((session) => session.rounds)
  const copy = async ({ passage: { words, transcript, participant, turn } }: ListedQuote) => {
    const from = t('quotes.from', { who: participant ?? transcript, turn })
    try {
      await navigator.clipboard.writeText(`${words}\n— ${from}`)
      announce(t('quotes.copied'))
    } catch (error) {
      report(error)
    }
  }
  return (
    <ul className="catalog-quotes" aria-label={t('tabs.quotes')}>
      {quotes.map((quote) => {
        const coder = coders.find(({ id }) => id === quote.coderId)?.name ?? ''
        const round = rounds.find(({ id }) => id === quote.roundId)?.name ?? ''
        return (
          <li key={quote.id} className="catalog-quote">
            <div className="grow">
              <PassageQuote passage={quote.passage} />
              {quote.note !== '' && <p className="catalog-quote-note">{quote.note}</p>}
              <p className="small muted">{t('quotes.markedBy', { coder, round })}</p>
            </div>
            <IconButton label={t('quotes.copy')} icon={<Copy aria-hidden />} onPress={() => void copy(quote)} />
          </li>
        )
      })}
    </ul>
  )
}
