import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser.ts'
import { launchDouble } from '../fixtures/electron-double/launch.ts'
import type { Double } from '../fixtures/electron-double/state.ts'
import { builderProgram, readConfiguration } from './builder-configuration.ts'

const run = promisify(execFile)
const root = path.join(import.meta.dirname, '../..')

/** A folder that has the shape of Electron's and none of its content, so that packaging needs no download. */
async function makeStubElectron(folder: string): Promise<void> {
  const { version } = JSON.parse(await readFile(path.join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    readonly version: string
  }
  for (const name of ['locales', 'resources']) await mkdir(path.join(folder, name), { recursive: true })
  await writeFile(path.join(folder, 'version'), version)
  await writeFile(path.join(folder, 'LICENSE'), '')
  for (const name of ['electron', 'chrome-sandbox']) {
    await writeFile(path.join(folder, name), '#!/bin/sh\n')
    await chmod(path.join(folder, name), 0o755)
  }
}

// The stub has the shape that Electron has on Linux; elsewhere the release workflow packages the real one.
describe.skipIf(process.platform !== 'linux')('the packaged program (packaged on Linux)', () => {
  let scratch: string
  let app: string
  let contents: readonly string[]
  let browser: Browser
  let shell: Double

  beforeAll(async () => {
    scratch = await mkdtemp(path.join(tmpdir(), 'axial-package-'))
    const electronDist = path.join(scratch, 'electron')
    await makeStubElectron(electronDist)
    // Fuses are bits of Electron's program: the stub has none to set.
    const { electronFuses: _fuses, ...configuration } = readConfiguration()
    const config = path.join(scratch, 'electron-builder.json')
    await writeFile(
      config,
      JSON.stringify({ ...configuration, electronDist, directories: { output: path.join(scratch, 'release') } }),
    )
    await run(process.execPath, [builderProgram(), '--linux', 'dir', '--projectDir', root, '--config', config])
    const archive = path.join(scratch, 'release/linux-unpacked/resources/app.asar')
    contents = listPackage(archive, { isPack: false })
    app = path.join(scratch, 'app')
    extractAll(archive, app)
    const study = path.join(scratch, 'packaged.axial')
    await run(process.execPath, [path.join(app, 'dist/cli.js'), 'new', study, '--title', 'Packaged and opened'])
    browser = await launchBrowser()
    shell = await launchDouble(browser, pathToFileURL(path.join(app, 'dist/main/main.js')), {
      documents: scratch,
      args: ['--study', study],
    })
  })
  afterAll(async () => {
    await shell.quit()
    await browser.close()
    await rm(scratch, { recursive: true, force: true })
  })

  it('holds the built programs, the pages and the assets', () => {
    expect(contents).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/dist/main/main.js',
        '/dist/preload/preload.cjs',
        '/dist/service.js',
        '/dist/renderer/index.html',
        '/dist/assets/sample/study.json',
      ]),
    )
  })

  it('holds no sources, no source maps and no package but the database', () => {
    expect(contents.filter((name) => /\.(ts|tsx|map)$/.test(name) && !name.startsWith('/node_modules/'))).toEqual([])
    const packages = new Set(
      contents.map((name) => /^\/node_modules\/([^/]+)/.exec(name)?.[1]).filter((name) => name !== undefined),
    )
    expect([...packages]).toEqual(['better-sqlite3'])
  })

  it('holds the database’s binary for this system alone', () => {
    const binaries = contents.filter((name) => name.endsWith('.node'))
    expect(binaries).toEqual([`/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`])
  })

  it('shows the workbench on the study that its command line names', async () => {
    const { page } = shell.window()
    await page.getByText('Packaged and opened').first().waitFor()
    expect(shell.errorBoxes).toEqual([])
    expect(shell.requests.every(({ outcome }) => outcome === 'served')).toBe(true)
  })
})
