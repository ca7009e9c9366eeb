import { useMemo } from 'react'
import { useLanguage, type Language } from './i18n.ts'

/** Numbers, sizes and dates as the chosen language writes them. */
export interface Format {
  /** 1,234 or 1 234. */
  readonly number: (value: number) => string
  /** With exactly this many decimals: 0.554. */
  readonly decimal: (value: number, digits?: number) => string
  /** `value` is 0 to 100: 36 % in French, 36% in English. */
  readonly percent: (value: number, digits?: number) => string
  /** `value` is 0 to 1. */
  readonly share: (value: number, digits?: number) => string
  /** 12 kB. */
  readonly bytes: (value: number) => string
  /** An ISO date-time as date and time. */
  readonly dateTime: (iso: string) => string
  /** The name of a language tag: French, anglais. */
  readonly languageName: (tag: string) => string
  /** "a, b and c". */
  readonly list: (parts: readonly string[]) => string
}

/** The true minus sign, as wide as a digit; what rounds to zero has none. */
const MINUS = '\u2212'

export function formatIn(language: Language): Format {
  const locale = language === 'en' ? 'en-GB' : 'fr'
  const plain = new Intl.NumberFormat(locale, { signDisplay: 'negative' })
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const fixed = (digits: number, style: 'decimal' | 'percent') =>
    new Intl.NumberFormat(locale, {
      style,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
    })
  const sized = (unit: 'byte' | 'kilobyte' | 'megabyte') =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: unit === 'byte' ? 'long' : 'short',
      maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
    })
  const minus = (text: string) => text.replace('-', MINUS)
  // What is there does not round to nothing, nor what one lacks to all.
  const share = (value: number, digits: number) => {
    const step = 10 ** -(digits + 2)
    const percent = (shown: number) => minus(fixed(digits, 'percent').format(shown))
    if (value > 0 && value < step / 2) return `<${percent(step)}`
    return value < 1 && value >= 1 - step / 2 ? `>${percent(1 - step)}` : percent(value)
  }
  return {
    number: (value) => minus(plain.format(value)),
    decimal: (value, digits = 3) => minus(fixed(digits, 'decimal').format(value)),
    percent: (value, digits = 0) => share(value / 100, digits),
    share: (value, digits = 0) => share(value, digits),
    bytes: (value) => {
      if (value < 1000) return sized('byte').format(value)
      return value < 1_000_000 ? sized('kilobyte').format(value / 1000) : sized('megabyte').format(value / 1_000_000)
    },
    dateTime: (iso) => dates.format(new Date(iso)),
    languageName: (tag) => names.of(tag) ?? tag,
    list: (parts) => lists.format(parts),
  }
}

export function useFormat(): Format {
  const language = useLanguage()
  return useMemo(() => formatIn(language), [language])
}
