import { contract } from '../../../app/contract.ts'
import { history as texts } from '../../i18n/en/history.ts'

export type Group = keyof typeof texts.groups

/** The groups of procedures that change a study, in the order they are offered in. */
export const GROUPS: readonly string[] = [
  ...new Set(
    Object.entries(contract)
      .filter(([name, { kind }]) => kind === 'write' && !name.startsWith('history.'))
      .map(([name]) => name.split('.')[0] ?? ''),
  ),
]

/** The key of a name in `texts`, `other` where it has none. */
function keyIn<Key extends string>(names: Readonly<Record<Key | 'other', string>>, name: string): Key | 'other' {
  return Object.hasOwn(names, name) ? (name as Key) : 'other'
}

export function groupKey(group: string): Group {
  return keyIn(texts.groups, group)
}

export function thingKey(thing: string): keyof typeof texts.things {
  return keyIn(texts.things, thing)
}

export function fieldKey(field: string): keyof typeof texts.fields {
  return keyIn(texts.fields, field)
}
