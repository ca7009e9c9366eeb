import { PART_SEPARATOR, sentenceParts, type AxialError } from '../../domain/errors.ts'
import { sayValue } from '../../domain/remarks.ts'
import { getFixedT } from 'i18next'
import type { Language } from './i18n.ts'
import { stepName } from './procedure-name.ts'

type Failure = Pick<AxialError, 'reason' | 'params'>

/**
 * A failure as one sentence with a capital and a full stop: "what happened; what was kept; what to do". A file's name or
 * path at the beginning stays as it is written.
 */
export function failureSentence(failure: Failure, language: Language): string {
  const [happened, kept, advice] = sentenceParts(failure.reason, failure.params, language)
  return `${[begin(happened, failure), kept, advice].join(PART_SEPARATOR[language])}.${laterWork(failure, language)}`
}

/** Which later work rests on what was to be taken back, where the service named it. */
function laterWork({ reason, params }: Failure, language: Language): string {
  const said = (name: string) => sayValue(params[name] ?? '', language)
  if (reason !== 'later-work-rests-on-it' || said('later') === '' || params['laterId'] === undefined) return ''
  const t = getFixedT(language, 'common')
  const action = stepName(t, { action: said('later'), detail: said('laterDetail') })
  const coder = said('laterCoder')
  return ` ${coder === '' ? t('frame.laterWork', { action }) : t('frame.laterWorkBy', { action, coder })}`
}

/** The same in two: what happened, as a title without a full stop, and the rest as a sentence. */
export function failureTitle(failure: Failure, language: Language): { readonly title: string; readonly rest: string } {
  const [happened, kept, advice] = sentenceParts(failure.reason, failure.params, language)
  return { title: begin(happened, failure), rest: `${capitalise([kept, advice].join(PART_SEPARATOR[language]))}.` }
}

function begin(happened: string, { params }: Failure): string {
  const quoted = Object.entries(params).flatMap(([name, value]) =>
    name !== 'what' && !name.startsWith('later') && typeof value === 'string' && value !== '' ? [value] : [],
  )
  return quoted.some((text) => happened.startsWith(text)) ? happened : capitalise(happened)
}

/** The same with the first letter a capital. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
