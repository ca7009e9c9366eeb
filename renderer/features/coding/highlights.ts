import { PALETTE_SIZE } from '../../../domain/codebook.ts'
import { overlaps, type Span } from '../../../domain/span.ts'
import type { Turn } from '../../../domain/transcript.ts'
import type { Extent } from './reader.ts'
import type { Patch } from './paint.ts'

/**
 * What is painted on the words with CSS highlights: colours of codes, what is chosen, where the caret is, what is
 * pointed at. Only turns in the document have ranges; `show` says that one has come into it and gives what takes it out.
 */
export interface Highlights {
  readonly show: (index: number, turn: Turn, words: Text) => () => void
  /** The coded pieces of a turn that is in the document. */
  readonly paint: (index: number, patches: readonly Patch[]) => void
  readonly choose: (span: Extent | null) => void
  readonly setCaret: (word: Extent | null) => void
  readonly pointAt: (spans: readonly Span[]) => void
  readonly clear: () => void
}

const SHARED = 'coding-shared'
const CHOSEN = 'coding-chosen'
const CARET = 'coding-caret'
const POINTED = 'coding-pointed'

interface Shown {
  readonly turn: Turn
  readonly words: Text
}

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
  const over = {
    [CHOSEN]: { highlight: highlight(CHOSEN, 2), spans: [] as readonly Extent[] },
    [CARET]: { highlight: highlight(CARET, 3), spans: [] as readonly Extent[] },
    [POINTED]: { highlight: highlight(POINTED, 4), spans: [] as readonly Extent[] },
  }

  const drawOver = (name: keyof typeof over) => {
    const { highlight, spans } = over[name]
    highlight.clear()
    for (const { turn, words } of shown.values()) {
      for (const span of spans) {
        const range = rangeIn(turn, words, span)
        if (range !== null) highlight.add(range)
      }
    }
  }
  const set = (name: keyof typeof over, spans: readonly Extent[]) => {
    over[name].spans = spans
    drawOver(name)
  }
  const drawAllOver = () => {
    drawOver(CHOSEN)
    drawOver(CARET)
    drawOver(POINTED)
  }
  const unpaint = (index: number) => {
    for (const [highlight, range] of painted.get(index) ?? []) highlight.delete(range)
    painted.delete(index)
  }

  return {
    show: (index, turn, words) => {
      shown.set(index, { turn, words })
      drawAllOver()
      return () => {
        unpaint(index)
        shown.delete(index)
        drawAllOver()
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
    choose: (span) => set(CHOSEN, span === null ? [] : [span]),
    setCaret: (word) => set(CARET, word === null ? [] : [word]),
    pointAt: (spans) => set(POINTED, spans),
    clear: () => {
      for (const name of named.keys()) registry.delete(name)
    },
  }
}

/** The part of a span that lies in a turn, as a range of the turn's text node. */
export function rangeIn(turn: Turn, words: Text, span: Extent): StaticRange | null {
  if (!overlaps(turn, span)) return null
  return new StaticRange({
    startContainer: words,
    startOffset: Math.max(0, span.start - turn.start),
    endContainer: words,
    endOffset: Math.min(words.length, span.end - turn.start),
  })
}
