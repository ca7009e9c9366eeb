import { focusFilter } from './focus.ts'
import { showTab } from './segments/side-choice.ts'
import type { Reader } from './reader.ts'
import { caretAt, chooseTurn, extendBy, focusOf, moveBy, type Selection } from './selection.ts'
import type { ShortcutId } from './shortcuts.ts'
import { pointAt, select, speak, useCodingScreen } from './store.ts'

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
  if (BY_WORD.includes(command)) speak(wordHere(reader, next))
}

const BY_WORD: readonly ShortcutId[] = ['wordOn', 'wordBack', 'chooseWordOn', 'chooseWordBack']

function moved(reader: Reader, selection: Selection, command: ShortcutId): Selection | null {
  const { turns } = reader.transcript
  switch (command) {
    case 'wordOn':
      return moveBy(reader, selection, 'word', 'on')
    case 'wordBack':
      return moveBy(reader, selection, 'word', 'back')
    case 'turnOn':
      return moveBy(reader, selection, 'turn', 'on')
    case 'turnBack':
      return moveBy(reader, selection, 'turn', 'back')
    case 'chooseWordOn':
      return extendBy(reader, selection, 'word', 'on')
    case 'chooseWordBack':
      return extendBy(reader, selection, 'word', 'back')
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
      return selection.kind === 'caret' ? selection : caretAt(reader.wordAt(selection.focus.start).start)
    case 'palette':
    case 'recent':
    case 'remove':
    case 'segment':
    case 'screen':
    case 'quote':
    case 'undo':
    case 'redo':
    case 'copy':
    case 'filter':
    case 'help':
      return null
  }
}

function wordHere({ transcript, wordAt }: Reader, selection: Selection): string {
  const { start, end } = selection.kind === 'caret' ? wordAt(selection.at) : selection.focus
  return transcript.text.slice(start, end)
}
