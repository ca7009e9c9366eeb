// npm start: the workbench on the sample study, in a window where that can be, otherwise in the browser.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { nodePath, root, say, toolEnvironment } from './set-up.mjs'

const DOWNLOAD_TIMEOUT = 90_000

/** Opens the workbench and answers with its exit code once it is closed. Further arguments go to the shell. */
export async function start(args, run) {
  const study = args.includes('--study') ? [] : sampleStudy()
  const reason = whyNoWindow()
  if (reason === null) {
    say('opening the workbench in a window')
    const code = await run(
      electronPath(),
      [...electronFlags(), root, ...study, ...args.filter((each) => each !== '--no-open')],
      {
        env: { ...toolEnvironment(), ELECTRON_RUN_AS_NODE: undefined },
      },
    )
    if (code === 0) return 0
    say(`the window ended with code ${code}: serving the workbench to the browser instead`)
  } else {
    say(`${reason}: serving the workbench to the browser on this machine instead of a window`)
  }
  return run(nodePath(), [path.join(root, 'dist', 'server.js'), ...study, ...args])
}

/**
 * The sample study, made on first use and kept: what somebody tried in it is there the next time. The demo has its own.
 * Nothing where it cannot be made, with a line that says why.
 */
function sampleStudy() {
  const file = path.join(root, 'out', 'workbench', 'sample.axial')
  if (existsSync(file)) return ['--study', file]
  const args = [path.join(root, 'dist', 'cli.js'), 'sample', file]
  const result = spawnSync(nodePath(), args, { cwd: root, env: toolEnvironment(), encoding: 'utf8' })
  if (result.status === 0) return ['--study', file]
  say(`the sample study could not be made, starting without it: ${(result.stderr ?? '').trim().split('\n')[0] ?? ''}`)
  return []
}

/** Why no Electron window can be had, or null where one can. */
function whyNoWindow() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display'
  if (process.env.CI) return 'this is a continuous-integration machine'
  if (electronPath() !== undefined) return null
  say('fetching Electron, which happens once')
  const installer = path.join(root, 'node_modules', 'electron', 'install.js')
  spawnSync(nodePath(), [installer], { cwd: root, env: toolEnvironment(), timeout: DOWNLOAD_TIMEOUT })
  return electronPath() === undefined ? 'Electron’s program is not here and could not be downloaded' : null
}

/** The Electron program, where it is installed. */
function electronPath() {
  const folder = path.join(root, 'node_modules', 'electron')
  const name = path.join(folder, 'path.txt')
  if (!existsSync(name)) return undefined
  const program = path.join(folder, 'dist', readFileSync(name, 'utf8').trim())
  return existsSync(program) ? program : undefined
}

/** Chromium's sandbox cannot start for the superuser of Linux; everyone else keeps it. */
function electronFlags() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
