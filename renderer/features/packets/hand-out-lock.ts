import type { CoderId } from '../../../domain/ids.ts'
import { isLockReady, isWordReady, NO_LOCK, NO_WORD, type ChosenLock, type ChosenWord } from './packet-lock.tsx'

/** The passphrases of packets that are handed out together, as they are being chosen: one for all, or one for each. */
export interface HandOutLock extends ChosenLock {
  readonly isApart: boolean
  /** By coder; kept for one who is left out again. */
  readonly own: Readonly<Record<string, ChosenWord>>
}

export const NO_HAND_OUT_LOCK: HandOutLock = { ...NO_LOCK, isApart: false, own: {} }

export function ownWord({ own }: HandOutLock, coder: CoderId): ChosenWord {
  return own[coder] ?? NO_WORD
}

/** Whether they can be used as they stand, for these coders. */
export function isHandOutLockReady(lock: HandOutLock, coders: readonly CoderId[]): boolean {
  if (!lock.isWanted || !lock.isApart) return isLockReady(lock)
  return coders.every((coder) => isWordReady(ownWord(lock, coder)))
}

/** What the packets are made with. */
export function passphrasesOf(
  lock: HandOutLock,
  coders: readonly CoderId[],
): { readonly passphrase?: string; readonly passphrases?: Record<string, string> } {
  if (!lock.isWanted) return {}
  if (!lock.isApart) return { passphrase: lock.passphrase }
  return { passphrases: Object.fromEntries(coders.map((coder) => [coder, ownWord(lock, coder).passphrase])) }
}
