import { PALETTE_SIZE } from '../../../../domain/codebook/codebook.ts'
import { overlaps, type Span } from '../../../../domain/span.ts'
import type { Turn } from '../../../../domain/transcript.ts'
import { foundWithin } from '../find/find.ts'
import type { Extent } from '../../../components/reader.ts'
import type { Patch } from './paint.ts'

/**
 * What is painted on the words with CSS highlights: colours of codes, what is chosen, where the caret is, what is
 * pointed at, what was found. Only turns in the document have ranges; `show` says that one has come into it and gives what takes it out.
 */
export interface Highlights {
  readonly show: (index: number, turn: Turn, words: Text) => () => void
  /** The coded pieces of a turn that is in the document. */
  readonly paint: (index: number, patches: readonly Patch[]) => void
  readonly choose: (span: Extent | null) => void
  readonly setCaret: (word: Extent | null) => void
  readonly pointAt: (spans: readonly Span[]) => void
  /** What was found, in order. */
  readonly setFound: (spans: readonly Span[]) => void
  readonly clear: () => void
}

const SHARED = 'coding-shared'

interface Shown {
  readonly turn: Turn
  readonly words: Text
}

/** Places found that are painted in one turn at most: a turn may be as long as a transcript. */
const MOST_FOUND = 2000

/** @param registry `CSS.highlights`: one for the document, so one transcript is shown at a time. */
export function createHighlights(registry: HighlightRegistry): Highlights {
  const shown = new Map<number, Shown>()
  const painted = new Map<number, readonly (readonly [Highlight, AbstractRange])[]>()
  const named = new Map<string, Highlight>()
  const highlight = (name: string, priority: number): Highlight => {
    const made = named.get(name) ?? new Highlight()
    made.priority = priority
    named.set(name, made)
    registry.set(name, made)
    return made
  }
  const colours = Array.from({ length: PALETTE_SIZE }, (_, colour) => highlight(`coding-colour-${colour}`, 0))
  const shared = highlight(SHARED, 1)
  const layer = (name: string, priority: number) => createLayer(highlight(name, priority), shown)
  const found = layer('coding-found', 2)
  const chosen = layer('coding-chosen', 3)
  const caret = layer('coding-caret', 4)
  const pointed = layer('coding-pointed', 5)
  const layers = [found, chosen, caret, pointed]
  const all = (spans: readonly Extent[]) => () => spans

  const unpaint = (index: number) => {
    for (const [highlight, range] of painted.get(index) ?? []) highlight.delete(range)
    painted.delete(index)
  }

  return {
    show: (index, turn, words) => {
      shown.set(index, { turn, words })
      for (const each of layers) each.draw(index)
      return () => {
        unpaint(index)
        shown.delete(index)
        for (const each of layers) each.erase(index)
      }
    },
    paint: (index, patches) => {
      unpaint(index)
      const place = shown.get(index)
      if (place === undefined) return
      const ranges = patches.flatMap((patch) => {
        const range = rangeIn(place.turn, place.words, patch)
        const colour = colours[patch.colour]
        if (range === null || colour === undefined) return []
        return patch.isShared
          ? ([
              [colour, range],
              [shared, rangeIn(place.turn, place.words, patch) ?? range],
            ] as const)
          : ([[colour, range]] as const)
      })
      for (const [highlight, range] of ranges) highlight.add(range)
      painted.set(index, ranges)
    },
    choose: (span) => chosen.set(all(span === null ? [] : [span])),
    setCaret: (word) => caret.set(all(word === null ? [] : [word])),
    pointAt: (spans) => pointed.set(all(spans)),
    setFound: (spans) => found.set((turn) => foundWithin(spans, turn, MOST_FOUND)),
    clear: () => {
      for (const name of named.keys()) registry.delete(name)
    },
  }
}

/** What lies over the colours of codes: drawn in each turn by itself as the turn comes into the document. */
interface Layer {
  readonly set: (within: (turn: Turn) => readonly Extent[]) => void
  readonly draw: (index: number) => void
  readonly erase: (index: number) => void
}

function createLayer(highlight: Highlight, shown: ReadonlyMap<number, Shown>): Layer {
  const drawn = new Map<number, readonly AbstractRange[]>()
  let within: (turn: Turn) => readonly Extent[] = () => []
  const erase = (index: number) => {
    for (const range of drawn.get(index) ?? []) highlight.delete(range)
    drawn.delete(index)
  }
  const draw = (index: number) => {
    erase(index)
    const place = shown.get(index)
    if (place === undefined) return
    const ranges = within(place.turn).flatMap((span) => rangeIn(place.turn, place.words, span) ?? [])
    if (ranges.length === 0) return
    for (const range of ranges) highlight.add(range)
    drawn.set(index, ranges)
  }
  return {
    draw,
    erase,
    set: (next) => {
      within = next
      for (const index of shown.keys()) draw(index)
    },
  }
}

/** The part of a span that lies in a turn, as a range of the turn's text node. */
function rangeIn(turn: Turn, words: Text, span: Extent): StaticRange | null {
  if (!overlaps(turn, span)) return null
  return new StaticRange({
    startContainer: words,
    startOffset: Math.max(0, span.start - turn.start),
    endContainer: words,
    endOffset: Math.min(words.length, span.end - turn.start),
  })
}
