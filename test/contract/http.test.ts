import { afterEach, beforeEach, describe, it } from 'vitest'
import { typed } from '../../app/contract/port-client.ts'
import { visitLoopback, type Visitor } from '../fixtures/loopback.ts'
import { connectTo, openTemporaryWorkspace, type TemporaryWorkspace } from '../fixtures/workspace.ts'
import { contractCases } from './cases.ts'

describe('the contract, over HTTP', () => {
  let workspace: TemporaryWorkspace
  let service: ReturnType<typeof connectTo>
  let visitor: Visitor
  beforeEach(async () => {
    workspace = await openTemporaryWorkspace()
    service = connectTo(workspace)
    visitor = await visitLoopback(service.call)
  })
  afterEach(async () => {
    await visitor.loopback.close()
    service.port.close()
    await workspace.close()
  })

  it.each(contractCases)('$name', ({ run }) => run({ call: typed(visitor.call), raw: visitor.call }))
})
