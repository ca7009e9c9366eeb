import { describe, expect, it } from 'vitest'
import { readConfiguration, validate } from './builder-configuration.ts'

describe('electron-builder.yml', () => {
  it('is what electron-builder accepts', async () => {
    await validate(readConfiguration())
  })

  it('is judged: a key that does not exist is refused', async () => {
    await expect(validate({ ...readConfiguration(), nonsense: true })).rejects.toThrow('nonsense')
  })

  it('leaves no way to run the packaged program as a plain Node', () => {
    expect(readConfiguration()['electronFuses']).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
    })
  })
})
