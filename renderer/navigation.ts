import { create } from 'zustand'

/** The screens, in the order of the sidebar. */
export const SCREENS = [
  'study',
  'transcripts',
  'coding',
  'codebook',
  'search',
  'memos',
  'agreement',
  'review',
  'catalog',
  'survey',
  'export',
  'history',
] as const
/** Screens that are opened from another one, or by name, and do not stand in the sidebar. */
export const FURTHER_SCREENS = ['harmonising', 'packets'] as const

/** A screen of the sidebar. */
export type MainScreen = (typeof SCREENS)[number]
export type Screen = MainScreen | (typeof FURTHER_SCREENS)[number]

/** The keys that go to a screen from every other one. */
export const SCREEN_SHORTCUTS: Readonly<Record<MainScreen, string>> = {
  study: 'Mod+1',
  transcripts: 'Mod+2',
  coding: 'Mod+3',
  codebook: 'Mod+4',
  search: 'Mod+Shift+F',
  memos: 'Mod+5',
  agreement: 'Mod+6',
  review: 'Mod+7',
  catalog: 'Mod+8',
  survey: 'Mod+9',
  export: 'Mod+Shift+E',
  history: 'Mod+Shift+H',
}

/** Where the person is: a screen and what follows it in the address, `#/coding/TRANSCRIPT_ID`. */
export interface Route {
  readonly screen: Screen
  readonly args: readonly string[]
}

function isScreen(name: string | undefined): name is Screen {
  return [...SCREENS, ...FURTHER_SCREENS].some((screen) => screen === name)
}

/** The route a location hash stands for; the Study screen where it stands for none. */
export function routeOf(hash: string): Route {
  const [name, ...args] = hash.replace(/^#\/?/, '').split('/')
  if (!isScreen(name)) return { screen: 'study', args: [] }
  return { screen: name, args: args.filter((part) => part !== '').map(decode) }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // An address typed by hand may hold a stray %: it is then taken as it stands.
    return part
  }
}

/** The location hash of a route. */
export function hashOf(screen: Screen, ...args: readonly string[]): string {
  return `#/${[screen, ...args.map(encodeURIComponent)].join('/')}`
}

export const useRoute = create<Route>()(() => routeOf(window.location.hash))

window.addEventListener('hashchange', followHash)

/** Goes to a screen: `navigate('coding', transcript.id)`. One is there at once: the next key is already meant for it. */
export function navigate(screen: Screen, ...args: readonly string[]): void {
  window.location.hash = hashOf(screen, ...args)
  // The window tells of another address only after its next frame.
  followHash()
}

function followHash(): void {
  const { screen, args } = useRoute.getState()
  if (window.location.hash !== hashOf(screen, ...args)) useRoute.setState(routeOf(window.location.hash))
}
