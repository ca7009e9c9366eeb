import { Search } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SearchResult } from '../../../app/contract/search.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useFormat } from '../../i18n/format.ts'
import { catchFocus } from '../../focus.ts'
import { isShortcut } from '../../keyboard.ts'
import { navigate, SCREEN_SHORTCUTS } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { filtersOf, isLimiting, NO_CHOICES } from './choices.ts'
import { FilterBar } from './filter-bar.tsx'
import { FoundCodes } from './found-codes.tsx'
import { goFromResultToResult, Results } from './results.tsx'
import { changeScreen, PAGE, searchFor, searchScreen, useSearchScreen } from './screen.ts'
import { useLater } from './use-later.ts'

/** How long after the last key one is taken to have typed, in milliseconds. */
const PAUSE = 120

/** Any words of the study, while they are typed, with the filters that stand. */
export function SearchPane() {
  const { t } = useTranslation('search')
  const transcripts = useSession((session) => session.info?.transcripts ?? 0)
  const coderId = useSession((session) => session.coderId)
  const { query, choices, limit } = useSearchScreen()
  const field = useRef<HTMLInputElement>(null)
  const typed = useLater(query, PAUSE)
  const input = { query: typed, filters: filtersOf(choices), limit, ...(coderId === null ? {} : { coderId }) }
  const { value } = useRead('search.turns', transcripts === 0 || typed.trim() === '' ? null : input)
  const shown = useLast(value, typed.trim() === '')
  useReturn(field, shown !== null)

  if (transcripts === 0) {
    return (
      <EmptyState
        icon={<Search aria-hidden />}
        title={t('noTranscripts')}
        actions={
          <Button variant="primary" onPress={() => navigate('transcripts')}>
            {t('importTranscripts')}
          </Button>
        }
      >
        {t('noTranscriptsAdvice')}
      </EmptyState>
    )
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    goFromResultToResult(event, field.current)
  }
  return (
    <div className="search-pane" role="presentation" onKeyDown={onKeyDown}>
      <search className="stack">
        <SearchField className="field" value={query} onChange={(text) => searchFor({ query: text })} type="search">
          <Label className="visually-hidden">{t('field')}</Label>
          <Input ref={field} className="input search-input" placeholder={t('field')} aria-describedby="search-syntax" />
          <p id="search-syntax" className="field-hint">
            {t('syntax')}
          </p>
        </SearchField>
        <FilterBar choices={choices} onChange={(changed) => searchFor({ choices: changed })} />
      </search>
      <Found query={typed} result={shown} isLimited={isLimiting(choices)} limit={limit} />
    </div>
  )
}

interface FoundProps {
  readonly query: string
  readonly result: SearchResult | null
  readonly isLimited: boolean
  readonly limit: number
}

function Found({ query, result, isLimited, limit }: FoundProps) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const counted = useCounts(result)
  if (result === null || result.advice !== null) {
    const advice = result?.advice ?? 'empty'
    return (
      <div className="search-advice">
        <output className="muted">{t(`advice.${advice}`)}</output>
      </div>
    )
  }
  return (
    <>
      <div className="row row-between search-summary">
        <output className="figures">{counted}</output>
        {result.turns > 0 && (
          <Button
            onPress={() => {
              changeScreen({ source: 'search', leftOut: new Set() })
              navigate('search', 'auto-coding')
              // The button goes with its pane.
              catchFocus(['.search-apply input'])
            }}
          >
            {t('codeThese')}
          </Button>
        )}
      </div>
      <FoundCodes query={query} />
      {result.turns === 0 && (
        <div className="search-advice">
          <p className="muted">{t(isLimited ? 'noneLimited' : 'none')}</p>
          {isLimited && <Button onPress={() => searchFor({ choices: NO_CHOICES })}>{t('filters.clear')}</Button>}
        </div>
      )}
      <Results groups={result.groups} />
      {result.turns > limit && (
        <div className="row">
          <Button onPress={() => changeScreen({ limit: Math.min(1000, limit + 2 * PAGE) })} isDisabled={limit >= 1000}>
            {t('more', { count: Math.min(2 * PAGE, result.turns - limit) })}
          </Button>
          <span className="muted small figures">
            {t('shown', { shown: format.number(limit), all: format.number(result.turns) })}
          </span>
        </div>
      )}
    </>
  )
}

/** "48 hits in 31 turns of 6 transcripts." */
function useCounts(result: SearchResult | null): string {
  const { t } = useTranslation('search')
  const format = useFormat()
  if (result === null) return ''
  const { hits, turns, transcripts } = result
  const parts = {
    turns: t('counts.turns', { count: turns, formatted: format.number(turns) }),
    transcripts: t('counts.transcripts', { count: transcripts, formatted: format.number(transcripts) }),
  }
  if (turns === 0) return t('counts.none')
  if (hits === null) return t('counts.uncounted', parts)
  return t('counts.all', { hits: t('counts.hits', { count: hits, formatted: format.number(hits) }), ...parts })
}

/** What was found last stands until the next is there, so that nothing flickers while one types. */
function useLast(value: SearchResult | null, isEmpty: boolean): SearchResult | null {
  const [last, setLast] = useState(value)
  const now = isEmpty ? null : (value ?? last)
  if (now !== last) setLast(now)
  return now
}

/** Coming to the screen puts the focus into the field, or back onto the result that was gone to, where it was. */
function useReturn(field: RefObject<HTMLInputElement | null>, isThere: boolean): void {
  const isBack = useRef(false)
  useEffect(() => {
    const { opened, query, scroll } = searchScreen()
    if (isBack.current || (opened !== null && query !== '' && !isThere)) return undefined
    // After the frame, which gives the heading the focus when one comes to a screen.
    const timer = setTimeout(() => {
      isBack.current = true
      const { activeElement } = document
      if (activeElement !== document.body && activeElement?.id !== 'page-heading') return
      const results = [...document.querySelectorAll<HTMLElement>('.search-result')]
      const result = results.find((one) => opened !== null && one.getAttribute('href') === opened)
      const main = document.querySelector('main')
      if (main !== null) main.scrollTop = scroll
      if (result === undefined) field.current?.focus()
      else result.focus({ preventScroll: true })
    }, 0)
    return () => clearTimeout(timer)
  }, [field, isThere])
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (!isShortcut(event, SCREEN_SHORTCUTS.search)) return
      field.current?.focus()
      field.current?.select()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [field])
}
