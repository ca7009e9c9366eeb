import { create } from 'zustand'
import type { Span } from '../../../../domain/span.ts'
import { indexFrom, stepFrom, type Finder } from './find.ts'
import type { Reader } from '../../../components/reader.ts'
import { chosenSpan, focusOf, rangeOf, type Selection } from '../words/selection.ts'
import { select, useCodingScreen } from '../store.ts'

/** What is looked for in the transcript, and which of the places found one is on. */
interface Finding {
  readonly isOpen: boolean
  readonly words: string
  readonly isWholeWord: boolean
  readonly isExact: boolean
  readonly found: readonly Span[]
  /** Index into `found`; -1 where nothing is found. */
  readonly at: number
  /** Where the person was when they began to look: they are back there where nothing is found. */
  readonly from: Selection | null
}

const CLOSED: Finding = {
  isOpen: false,
  words: '',
  isWholeWord: false,
  isExact: false,
  found: [],
  at: -1,
  from: null,
}

export const useFinding = create<Finding>()(() => CLOSED)

const { getState: get, setState: set } = useFinding

/** The longest choice, in letters, that is taken over as what to look for. */
const LONGEST = 60

/** Opens the bar, on the chosen words where they are few, else on what was looked for last. */
export function openFind(reader: Reader, finder: Finder): void {
  const { selection } = useCodingScreen.getState()
  const span = chosenSpan(reader, selection)
  const chosen = span === null ? '' : reader.transcript.text.slice(span.start, span.end)
  const words = chosen !== '' && chosen.length <= LONGEST && !chosen.includes('\n') ? chosen : get().words
  set({ isOpen: true, from: selection })
  look(finder, { words })
}

/** Closes the bar; what was last gone to stays chosen. */
export function closeFind(): void {
  set({ isOpen: false, found: [], at: -1, from: null })
}

/** Looks for something else, from where one began to look. */
export function look(finder: Finder, change: Partial<Pick<Finding, 'words' | 'isWholeWord' | 'isExact'>>): void {
  set(change)
  const { words, isWholeWord, isExact, from } = get()
  const found = finder.find({ words, isWholeWord, isExact })
  const start = from === null ? 0 : from.kind === 'caret' ? from.at : Math.min(from.anchor.start, from.focus.start)
  goTo(found, indexFrom(found, start))
}

/** The next place found or the one before; looks first where nothing has been looked for here yet. */
export function findOn(finder: Finder, direction: 'on' | 'back'): void {
  const { words, isWholeWord, isExact, found, at } = get()
  if (found.length > 0) return goTo(found, stepFrom(found, at, direction))
  const again = finder.find({ words, isWholeWord, isExact })
  const { selection } = useCodingScreen.getState()
  const next = indexFrom(again, selection === null ? 0 : focusOf(selection))
  goTo(again, direction === 'on' || next === -1 ? next : stepFrom(again, next, 'back'))
}

function goTo(found: readonly Span[], at: number): void {
  const { from } = get()
  set({ found, at })
  const place = found[at]
  if (place !== undefined) select(rangeOf(place))
  else if (from !== null) select(from)
}
