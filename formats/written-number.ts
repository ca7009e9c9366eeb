import type { ExportLanguage } from './export-document.ts'

/** What stands for a figure that is undefined. */
export const NO_FIGURE = '–'

/** A number for people: a fixed number of decimals, a comma in French, no negative zero; a dash when there is none. */
export function writeNumber(value: number | null, decimals: number, language: ExportLanguage): string {
  if (value === null) return NO_FIGURE
  const fixed = value.toFixed(decimals)
  const text = Number(fixed) === 0 ? fixed.replace('-', '') : fixed
  return language === 'fr' ? text.replace('.', ',') : text
}

/**
 * `87 %`, whole as in the field's tables; with one decimal below 1 and above 99, so that a rare thing does not read as none,
 * nor a thing that one lacks as everyone's.
 */
export function writePercent(percent: number | null, language: ExportLanguage): string {
  if (percent === null) return NO_FIGURE
  const isExact = percent <= 0 || percent >= 100
  const sign = isExact || (percent >= 0.05 && percent < 99.95) ? '' : percent < 50 ? '<' : '>'
  const nearest = sign === '' ? percent : percent < 50 ? 0.1 : 99.9
  const decimals = !isExact && (percent < 1 || percent > 99) ? 1 : 0
  return `${sign}${writeNumber(nearest, decimals, language)}${language === 'fr' ? '\u00a0' : ' '}%`
}

/** `27 (87 %)`. Without a percent, nobody answered: the count alone. */
export function writeShare(count: number, percent: number | null, language: ExportLanguage): string {
  return percent === null ? String(count) : `${count} (${writePercent(percent, language)})`
}

/** `0.0512 to 0.2811`: a dash between them would read as a minus sign. */
export function writeInterval(
  interval: readonly [low: number, high: number] | null | undefined,
  decimals: number,
  language: ExportLanguage,
): string {
  if (!interval) return NO_FIGURE
  return interval.map((bound) => writeNumber(bound, decimals, language)).join(language === 'fr' ? ' à ' : ' to ')
}

/** `1 interview`, `2 interviews`, `0 interview` in French: the number with the form that goes with it. */
export function writeCount(
  count: number,
  [one, many]: readonly [one: string, many: string],
  language: ExportLanguage,
): string {
  const singular = language === 'fr' ? count < 2 : count === 1
  return `${count} ${singular ? one : many}`
}
