import { expect, it } from 'vitest'
import { asId } from '../../../domain/ids.ts'
import { byName } from '../../../renderer/features/coding/segments/instance-options.ts'

const option = (within: string, name: string) => ({
  id: asId<'code'>(`${within}/${name}`),
  name,
  within,
  path: within === '' ? name : `${within} / ${name}`,
  isRetired: false,
})

it('offers what is called as was typed before what only holds it, so that Enter takes it', () => {
  const options = [
    option('', 'Task and Purpose'),
    option('Task and Purpose', 'Business Goals'),
    option('Task and Purpose', 'Task'),
    option('Raw Data', 'Multitask'),
  ]
  expect(byName(options, ' task').map(({ name }) => name)).toEqual([
    'Task',
    'Task and Purpose',
    'Business Goals',
    'Multitask',
  ])
  expect(byName(options, '')).toEqual(options)
})
