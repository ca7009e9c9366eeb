import { spawn } from 'node:child_process'

/** Whether a browser can be expected to open here: somebody is at a screen, and no robot runs this. */
export function canOpenBrowser(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (env['CI']) return false
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
}

/** Hands the address to the system's browser. A system without one is no fault: the address was printed. */
export function openBrowser(url: string): void {
  const [command, args] = opener(url)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => process.stderr.write('axial: no browser could be started; open the address above yourself\n'))
  child.unref()
}

function opener(url: string): [string, string[]] {
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', [url]]
}
