import { useEffect, useEffectEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { ReviewItem } from '../../../../app/contract/review.ts'
import type { BoundaryMove } from '../../../components/moved-boundary.ts'
import { digitOf, keysOf } from '../../../key-press.ts'
import { isApple, isShortcut, isTyping } from '../../../keyboard.ts'
import { takeAll, takeByLetter, isPlural, familyOf, type Draft } from '../decision/draft.ts'
import type { ListedReason } from '../decision/reasons.ts'
import type { Decision } from '../decision/use-decision.ts'
import { FILTERS_ID, focusQueue, focusWithin, NOTE_ID, REASON_ID, submitNote } from '../focus.ts'
import { nextOpen } from '../queue/queue-view.ts'
import { keepReason, openOver, showFilters, say, useReviewScreen } from '../store.ts'
import type { Review } from '../use-review.ts'
import { currentKeys, useWrittenKeys } from './keymap.ts'
import { commandOf, type Command } from './shortcuts.ts'

export interface ReviewKeysOptions {
  readonly review: Review
  readonly chosen: ReviewItem | null
  readonly decision: Decision
  readonly reasons: readonly ListedReason[]
  readonly onGo: (item: ReviewItem) => void
  readonly onElse: () => void
  readonly onMoveEdge: (move: BoundaryMove) => void
  /** Takes the words of the next code in hand; after the last one, those of all. */
  readonly onChooseWords: () => void
}

/** The keys of the screen, wherever in it the keyboard is, but in fields and menus. */
export function useReviewKeys(options: ReviewKeysOptions): void {
  const run = useCommands(options)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('[role=dialog]') !== null) return
    const { target } = event
    if (isTyping(target)) {
      if (event.key === 'Escape') focusQueue()
      if (isShortcut(event, 'Mod+Enter')) submitNote()
      return
    }
    const keys = keysOf(event, isApple)
    const command = commandOf(currentKeys(), keys, digitOf(event))
    if (command === null || isOthers(target, command, keys)) return
    event.preventDefault()
    run(command)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** Whether what has the focus does something of its own with the key: a button with Enter, a list of choices with letters. */
function isOthers(target: EventTarget | null, { id }: Command, keys: string | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('.popover, [role=menu]') !== null) return id !== 'leave'
  if (target.closest('button[aria-haspopup=listbox]') !== null) return id !== 'leave' && id !== 'help'
  if (target.closest('.review-row') !== null) return false
  const isControl = target.closest('button, a, summary, [role=checkbox]') !== null
  return isControl && keys !== null && ['Enter', 'Home', 'End'].includes(keys)
}

function useCommands(options: ReviewKeysOptions): (command: Command) => void {
  const { review, chosen, decision, reasons, onGo, onElse, onMoveEdge, onChooseWords } = options
  const { t } = useTranslation('review')
  const elseKeys = useWrittenKeys('else')
  const { shown } = review
  const at = shown.findIndex(({ id }) => id === chosen?.id)
  const goTo = (index: number) => {
    const item = shown[Math.max(0, Math.min(index, shown.length - 1))]
    if (item !== undefined) onGo(item)
  }
  const choose = (draft: Draft | null, otherwise: string) => {
    if (draft === null) say(otherwise)
    else decision.choose(draft)
  }
  const goOn = () => {
    if (decision.draft !== null) {
      if (!decision.saveHeld()) say(t('decide.giveReason'))
      return
    }
    const next = nextOpen(shown, chosen?.id ?? null)
    if (next === null) say(t(review.decided === review.disagreements ? 'said.noneOpen' : 'said.noneOpenShown'))
    else onGo(next)
  }
  return (command) => {
    switch (command.id) {
      case 'on':
        return goTo(at + 1)
      case 'back':
        return goTo(at - 1)
      case 'first':
        return goTo(0)
      case 'last':
        return goTo(shown.length - 1)
      case 'nextOpen':
        return goOn()
      case 'filter':
        // Where there is little room they are shown first.
        flushSync(() => showFilters(true))
        return focusWithin(FILTERS_ID)
      case 'help':
        return openOver('shortcuts')
      case 'leave':
        decision.change(null)
        return focusQueue()
      case 'note':
        return focusWithin(NOTE_ID)
      case 'ownReason':
        return focusWithin(REASON_ID)
      case 'keepReason': {
        const isKept = useReviewScreen.getState().held === 'kept'
        keepReason(!isKept)
        return say(t(isKept ? 'said.keptNoMore' : 'said.keeping'))
      }
      case 'take':
        return chosen === null
          ? undefined
          : choose(takeByLetter(chosen, command.letter), t('said.noReading', { letter: command.letter }))
      case 'both':
        return chosen === null
          ? undefined
          : choose(
              takeAll(chosen),
              t(familyOf(chosen) === 'instance' ? 'said.tooMany' : 'said.onlyOne', { keys: elseKeys }),
            )
      case 'neither':
        if (chosen === null) return undefined
        return choose(isPlural(familyOf(chosen)) ? { kind: 'neither' } : null, t('said.onlyOne', { keys: elseKeys }))
      case 'withdraw':
        return choose(chosen?.state === 'decided' ? { kind: 'reopen' } : null, t('said.notDecided'))
      case 'else':
        return onElse()
      case 'ofCode':
        return onChooseWords()
      case 'move':
        return onMoveEdge(command.move)
      case 'reason': {
        const found = reasons.find(({ digit }) => digit === command.digit)
        return found === undefined ? say(t('said.noReason', { digit: command.digit })) : decision.give(found.reason)
      }
    }
  }
}
