import { create } from 'zustand'
import { useSession, type Session } from '../../session.ts'
import { NO_CHOICES, type Choices } from './choices.ts'

export type SourceKind = 'speakers' | 'search' | 'guide'

/** What the search screen shows: kept while one is elsewhere, so that coming back finds it as it was left. */
export interface SearchScreen {
  readonly query: string
  readonly choices: Choices
  /** How many turns are shown. */
  readonly limit: number
  readonly scroll: number
  /** Address of the place that was gone to last. */
  readonly opened: string | null
  /** What is to be coded by itself. */
  readonly source: SourceKind
  readonly speaker: NonNullable<Choices['speaker']>
  readonly scope: 'hits' | 'sentences' | 'turns'
  /** Null stands for all questions of the guide. */
  readonly question: string | null
  readonly likeness: '0.8' | '0.6' | '0.4'
  /** Null: whoever's label says that they ask. */
  readonly asker: string | null
  readonly code: string
  /** Keys of the passages that are not to be coded. */
  readonly leftOut: ReadonlySet<string>
  readonly previewed: number
}

export const PAGE = 50
export const PREVIEW_PAGE = 100

const INITIAL: SearchScreen = {
  query: '',
  choices: NO_CHOICES,
  limit: PAGE,
  scroll: 0,
  opened: null,
  source: 'speakers',
  speaker: 'participants',
  scope: 'sentences',
  question: null,
  likeness: '0.6',
  asker: null,
  code: '',
  leftOut: new Set(),
  previewed: PREVIEW_PAGE,
}

/** By study and coder: what one looks for is not another's, who may not even see it. */
const useStored = create<Readonly<Record<string, SearchScreen>>>()(() => ({}))

const ownerOf = ({ study, coderId }: Session) => `${study?.path ?? ''} ${coderId ?? ''}`

/** The screen of the study that is open, as the coder at work left it. */
export function useSearchScreen(): SearchScreen {
  const owner = useSession(ownerOf)
  return useStored((stored) => stored[owner] ?? INITIAL)
}

/** The same where nothing is drawn. */
export function searchScreen(): SearchScreen {
  return useStored.getState()[ownerOf(useSession.getState())] ?? INITIAL
}

export function changeScreen(change: Partial<SearchScreen>): void {
  useStored.setState({ [ownerOf(useSession.getState())]: { ...searchScreen(), ...change } })
}

/** Another query or filter is another list: shown from its beginning. */
export function searchFor(change: Pick<Partial<SearchScreen>, 'query' | 'choices'>): void {
  changeScreen({ ...change, limit: PAGE, scroll: 0, opened: null, leftOut: new Set(), previewed: PREVIEW_PAGE })
}

/** Another source is another list of passages, all of them chosen. */
export function changeSource(change: Partial<SearchScreen>): void {
  changeScreen({ ...change, leftOut: new Set(), previewed: PREVIEW_PAGE })
}
