import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundExcerpt, FoundGroup } from '../../../app/contract/search.ts'
import { useFormat } from '../../i18n/format.ts'
import { placeOf } from '../../components/passage-quote.tsx'
import { changeScreen } from './screen.ts'

/** What was found, transcript by transcript: each excerpt is a way to its place. */
export function Results({ groups }: { readonly groups: readonly FoundGroup[] }) {
  const { t } = useTranslation('search')
  const format = useFormat()
  return groups.map(({ transcriptId, transcript, participant, language, turns, found }) => (
    <section key={transcriptId} aria-label={transcript}>
      <h2 className="search-heading">
        {transcript}
        <span className="muted search-heading-more">
          {participant !== null && participant !== transcript && <span>{participant}</span>}
          <span className="figures">{t('counts.turns', { count: turns, formatted: format.number(turns) })}</span>
        </span>
      </h2>
      <ul className="search-list" lang={language ?? undefined}>
        {found.flatMap(({ turn, speaker, excerpts }) =>
          excerpts.map((excerpt) => (
            <li key={excerpt.start}>
              <Result
                address={placeOf({ transcriptId, turn, ...excerpt.hits[0] })}
                place={t('turn', { number: format.number(turn) })}
                speaker={speaker}
                excerpt={excerpt}
              />
            </li>
          )),
        )}
      </ul>
    </section>
  ))
}

interface ResultProps {
  readonly address: string
  readonly place: string
  readonly speaker: string | null
  readonly excerpt: FoundExcerpt
}

function Result({ address, place, speaker, excerpt }: ResultProps) {
  const leave = () => changeScreen({ opened: address, scroll: document.querySelector('main')?.scrollTop ?? 0 })
  return (
    <a className="search-result" href={address} onClick={leave}>
      <span className="search-who">
        <span className="truncate">{speaker ?? '—'}</span>
        <span className="muted small figures">{place}</span>
      </span>
      <span className="search-text reading" dir="auto">
        {excerpt.isCutBefore && <span className="muted">… </span>}
        {markedText(excerpt)}
        {excerpt.isCutAfter && <span className="muted"> …</span>}
      </span>
    </a>
  )
}

function markedText({ start, text, hits }: FoundExcerpt): readonly ReactNode[] {
  const parts: ReactNode[] = []
  let at: number = start
  for (const hit of hits) {
    parts.push(text.slice(at - start, hit.start - start))
    parts.push(<mark key={hit.start}>{text.slice(hit.start - start, hit.end - start)}</mark>)
    at = hit.end
  }
  return [...parts, text.slice(at - start)]
}

/** The arrow keys go from the field through the results and back; Enter in the field goes to the first. */
export function goFromResultToResult(event: KeyboardEvent<HTMLElement>, field: HTMLInputElement | null): void {
  const isInField = event.target === field
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, ...(isInField ? { Enter: 1 } : {}) }
  const step = steps[event.key]
  if (step === undefined || event.nativeEvent.isComposing) return
  const results = [...event.currentTarget.querySelectorAll<HTMLElement>('.search-result')]
  const at = isInField ? -1 : results.findIndex((result) => result === document.activeElement)
  if (!isInField && at === -1) return
  if (isInField && step < 0) return
  event.preventDefault()
  const next = at + step
  if (next < 0) field?.focus()
  else results[next]?.focus()
}
