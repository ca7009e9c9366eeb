import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../app/contract/bridge.ts'
import type { Words } from './words.ts'

/** The application's menu, in the system's language. What it asks of the workbench goes through `send`. */
export function menuTemplate(
  words: Words,
  platform: NodeJS.Platform,
  send: (command: Command) => void,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const application: MenuItemConstructorOptions[] = mac ? [{ role: 'appMenu' }] : []
  return [
    ...application,
    {
      label: words.file,
      submenu: [
        { label: words.newStudy, accelerator: 'CmdOrCtrl+N', click: () => send('new-study') },
        { label: words.openStudy, accelerator: 'CmdOrCtrl+O', click: () => send('open-study') },
        { type: 'separator' },
        mac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.resetZoom },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
    {
      label: words.window,
      role: 'window',
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'close', label: words.close },
      ],
    },
  ]
}
