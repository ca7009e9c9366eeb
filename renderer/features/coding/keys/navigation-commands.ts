import { focusFilter } from '../focus.ts'
import { showTab } from '../segments/side-choice.ts'
import type { Reader } from '../../../components/reader.ts'
import {
  caretAt,
  chooseTurn,
  collapse,
  extendBy,
  focusOf,
  moveBy,
  narrow,
  widen,
  type Selection,
} from '../words/selection.ts'
import type { ShortcutId } from './shortcuts.ts'
import { pointAt, select, speak, useCodingScreen } from '../store.ts'

/** Carries out a command that moves the caret or changes what is chosen, and says the word gone to. */
export function runInText(reader: Reader, command: ShortcutId): void {
  if (command === 'filter') {
    showTab('codes', { isWanted: true })
    requestAnimationFrame(focusFilter)
    return
  }
  const { selection, pointed } = useCodingScreen.getState()
  if (selection === null) return
  if (command === 'clear' && pointed !== null) {
    pointAt(null)
    return
  }
  const next = moved(reader, selection, command)
  if (next === null) return
  select(next)
  if (SPOKEN.includes(command)) speak(wordsHere(reader, next))
}

/** After these, what one has come to is said. */
const SPOKEN: readonly ShortcutId[] = ['wordOn', 'wordBack', 'chooseWordOn', 'chooseWordBack', 'widen', 'narrow']

function moved(reader: Reader, selection: Selection, command: ShortcutId): Selection | null {
  const { turns } = reader.transcript
  switch (command) {
    case 'wordOn':
      return moveBy(reader, selection, 'word', 'on')
    case 'wordBack':
      return moveBy(reader, selection, 'word', 'back')
    case 'sentenceOn':
      return moveBy(reader, selection, 'sentence', 'on')
    case 'sentenceBack':
      return moveBy(reader, selection, 'sentence', 'back')
    case 'turnOn':
      return moveBy(reader, selection, 'turn', 'on')
    case 'turnBack':
      return moveBy(reader, selection, 'turn', 'back')
    case 'chooseWordOn':
      return extendBy(reader, selection, 'word', 'on')
    case 'chooseWordBack':
      return extendBy(reader, selection, 'word', 'back')
    case 'chooseSentenceOn':
      return extendBy(reader, selection, 'sentence', 'on')
    case 'chooseSentenceBack':
      return extendBy(reader, selection, 'sentence', 'back')
    case 'widen':
      return widen(reader, selection)
    case 'narrow':
      return narrow(reader, selection)
    case 'chooseTurnOn':
      return extendBy(reader, selection, 'turn', 'on')
    case 'chooseTurnBack':
      return extendBy(reader, selection, 'turn', 'back')
    case 'chooseTurn':
      return chooseTurn(reader, selection)
    case 'first':
      return caretAt(turns[0]?.start ?? focusOf(selection))
    case 'last':
      return caretAt(turns.at(-1)?.start ?? focusOf(selection))
    case 'clear':
      return collapse(reader, selection)
    default:
      return null
  }
}

function wordsHere({ transcript, pieces }: Reader, selection: Selection): string {
  const { start, end } = selection.kind === 'caret' ? pieces.word.at(selection.at) : selection.focus
  return transcript.text.slice(start, end)
}
