import type { TFunction } from 'i18next'
import { common } from './en/common.ts'

/**
 * A step that can be taken back, with what it was about: apply a code “Missing value”. `of` is the name of the earlier
 * action that a taking back was about.
 */
export function stepName(
  t: TFunction,
  {
    action,
    detail,
    of = null,
  }: { readonly action: string; readonly detail: string; readonly of?: string | null | undefined },
): string {
  const name = procedureName(t, of ?? action)
  const about = detail === '' ? name : t('frame.stepAbout', { action: name, detail })
  return of === null ? about : t('frame.takingBack', { action: about })
}

/** What a procedure does, as a person says it: `codings.apply` is "apply a code". Journal entries are named by it. */
export function procedureName(t: TFunction, procedure: string): string {
  const [group = '', name = ''] = procedure.split('.')
  const names: Readonly<Record<string, Readonly<Record<string, string>> | string>> = common.procedures
  const known = Object.hasOwn(names, group) ? names[group] : undefined
  if (typeof known !== 'object' || !Object.hasOwn(known, name)) return t('procedures.other')
  return t(`procedures.${group}.${name}` as 'procedures.other')
}
