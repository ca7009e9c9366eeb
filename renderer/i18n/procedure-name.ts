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
  const about = betweenTwo(t, of ?? action, detail) ?? aboutOne(t, of ?? action, detail)
  return of === null ? about : t('frame.takingBack', { action: about })
}

function aboutOne(t: TFunction, action: string, detail: string): string {
  const name = procedureName(t, action)
  return detail === '' ? name : t('frame.stepAbout', { action: name, detail })
}

/** A step that leads from codes to another, whose detail names both: merge “Missing value” into “Missing values”. */
function betweenTwo(t: TFunction, action: string, detail: string): string | null {
  const [from, to, ...more] = detail.split(' → ')
  // A name may hold an arrow itself: which one parts the two is then not known.
  if (from === undefined || to === undefined || more.length > 0) return null
  switch (action) {
    case 'codes.merge':
      return t('frame.steps.merge', { from, to })
    case 'codes.split':
      return t('frame.steps.split', { from, to })
    case 'codings.recode':
      return t('frame.steps.recode', { from, to })
    case 'harmonising.map':
      return t('frame.steps.harmonisingMap', { from, to })
    case 'harmonising.merge':
      return t('frame.steps.harmonisingMerge', { from, to })
    case 'harmonising.refuse':
      return t('frame.steps.harmonisingRefuse', { from, to })
    case 'harmonising.withdraw':
      return t('frame.steps.harmonisingWithdraw', { from, to })
    default:
      return null
  }
}

/** What a procedure does, as a person says it: `codings.apply` is "apply a code". Journal entries are named by it. */
export function procedureName(t: TFunction, procedure: string): string {
  const [group = '', name = ''] = procedure.split('.')
  const names: Readonly<Record<string, Readonly<Record<string, string>> | string>> = common.procedures
  const known = Object.hasOwn(names, group) ? names[group] : undefined
  if (typeof known !== 'object' || !Object.hasOwn(known, name)) return t('procedures.other')
  return t(`procedures.${group}.${name}` as 'procedures.other')
}
