import type { Id } from '../../../domain/ids.ts'
import { NO_RECENT_CODES, type RecentCodes } from './palette/recent-codes.ts'
import { keep, kept } from '../../kept.ts'

/**
 * What this browser remembers of a person's work: where they are in each transcript, which codes they used last, how wide
 * the codebook is. None of it is data of the study.
 */
const PREFIX = 'axial.coding.'

export function rememberPlace(study: string, coder: string, transcript: string, offset: number): void {
  keep(`${PREFIX}place:${study}:${coder}:${transcript}`, String(offset))
  keep(`${PREFIX}last:${study}:${coder}`, transcript)
}

/** The offset of the coder's caret when they last left the transcript; null the first time. */
export function rememberedPlace(study: string, coder: string, transcript: string): number | null {
  const stored = kept(`${PREFIX}place:${study}:${coder}:${transcript}`)
  return stored === null || !/^\d+$/.test(stored) ? null : Number(stored)
}

/** The transcript that the coder was in last; null where they were in none yet. */
export function lastTranscript(study: string, coder: string): string | null {
  return kept(`${PREFIX}last:${study}:${coder}`)
}

export function rememberCodes(study: string, coder: string, { slots, order }: RecentCodes): void {
  keep(`${PREFIX}codes:${study}:${coder}`, `${slots.join(' ')}|${order.join(' ')}`)
}

export function rememberedCodes(study: string, coder: string): RecentCodes {
  const stored = kept(`${PREFIX}codes:${study}:${coder}`)
  if (stored === null) return NO_RECENT_CODES
  const [slots = '', order = ''] = stored.split('|')
  const ids = (part: string) => part.split(' ').filter((id) => id !== '') as Id<'code'>[]
  return { slots: ids(slots), order: ids(order) }
}

export function rememberWidth(width: number): void {
  keep(`${PREFIX}width`, String(width))
}

export function rememberedWidth(usual: number): number {
  const stored = Number(kept(`${PREFIX}width`) ?? '')
  return stored > 0 ? stored : usual
}

export function rememberCodebook(isShown: boolean): void {
  keep(`${PREFIX}codebook`, isShown ? 'shown' : 'hidden')
}

/** Whether the codebook was shown; null where that was never chosen. */
export function rememberedCodebook(): boolean | null {
  const stored = kept(`${PREFIX}codebook`)
  return stored === null ? null : stored === 'shown'
}

/** How large the words are and how long their lines, as steps. */
export function rememberType(size: number, line: number): void {
  keep(`${PREFIX}type`, `${String(size)} ${String(line)}`)
}

export function rememberedType(): readonly [size: number, line: number] | null {
  const stored = /^(\d+) (\d+)$/.exec(kept(`${PREFIX}type`) ?? '')
  return stored === null ? null : [Number(stored[1]), Number(stored[2])]
}
