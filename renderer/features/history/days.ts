import type { JournalEntry } from '../../../app/contract/history.ts'

export interface Day {
  /** The day in the reader's time zone, `2026-03-01`. */
  readonly id: string
  readonly entries: readonly JournalEntry[]
}

/** Actions in order, grouped by the day on which they were done where the reader is. */
export function daysOf(entries: readonly JournalEntry[], dayOf: (iso: string) => string = localDay): readonly Day[] {
  return [...Map.groupBy(entries, ({ at }) => dayOf(at))].map(([id, entries]) => ({ id, entries }))
}

export function localDay(iso: string): string {
  const date = new Date(iso)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
