import { afterEach, beforeEach, describe, it } from 'vitest'
import type { RawCall } from '../../app/contract/port-client.ts'
import { openTemporaryWorkspace, type TemporaryWorkspace } from '../fixtures/workspace.ts'
import { contractCases } from './cases.ts'

describe('the contract, called directly', () => {
  let workspace: TemporaryWorkspace
  beforeEach(async () => {
    workspace = await openTemporaryWorkspace()
  })
  afterEach(() => workspace.close())

  it.each(contractCases)('$name', ({ run }) => run({ call: workspace.call, raw: workspace.call as RawCall }))
})
