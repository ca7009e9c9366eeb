import type { App, IpcMainInvokeEvent, Session, WebContents } from 'electron'
import { HOME } from './channels.ts'

/**
 * What keeps the window the workbench and nothing else: it goes nowhere, opens nothing, is granted nothing, fetches
 * nothing from elsewhere, and nobody else is heard.
 */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    lockNavigation(contents)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

function lockNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
}

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }))
}

/** Whether a request stays in the program. `data:` and `blob:` hold their content themselves. */
function isLocal(url: string): boolean {
  return url.startsWith(HOME) || url.startsWith('data:') || url.startsWith(`blob:${HOME}`)
}

/** Throws unless the message comes from the workbench's own page, in the window itself rather than a frame in it. */
export function requireOwnSender({ senderFrame }: IpcMainInvokeEvent): Electron.WebFrameMain {
  if (senderFrame === null || senderFrame.parent !== null || !senderFrame.url.startsWith(HOME)) {
    throw new Error('This page may not ask the desktop for anything')
  }
  return senderFrame
}
