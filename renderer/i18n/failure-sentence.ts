import { sentenceFor, type AxialError } from '../../domain/errors.ts'
import type { Language } from './i18n.ts'

/**
 * A failure as one sentence with a capital and a full stop: "what happened; what was kept; what to do". A file's name or
 * path at the beginning stays as it is written.
 */
export function failureSentence({ reason, params }: Pick<AxialError, 'reason' | 'params'>, language: Language): string {
  const text = sentenceFor(reason, params, language)
  const beginsWithName = Object.values(params).some((value) => value !== '' && text.startsWith(String(value)))
  return `${beginsWithName ? text : capitalise(text)}.`
}

/** The same with the first letter a capital. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
