import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session } from 'electron'
import type { Command } from '../app/contract/bridge.ts'
import { reportOf, sentenceFor } from '../app/contract/failure.ts'
import { typed } from '../app/contract/port-client.ts'
import { PAGE_HEADERS, readPageFile } from '../app/page.ts'
import { CHANNELS, HOME, SCHEME } from './channels.ts'
import { chooseNewStudy, chooseStudy } from './dialogs.ts'
import { guardContents, guardSession, requireOwnSender } from './guards.ts'
import { menuTemplate } from './menu.ts'
import { ServiceProcess } from './service-process.ts'
import { wordsFor } from './words.ts'

/** The desktop shell: dist/main/main.js. Windows, dialogs, nothing else; the work is the service's. */
const dist = fileURLToPath(new URL('../', import.meta.url))
const pages = path.join(dist, 'renderer')

async function start(): Promise<void> {
  const folder = path.join(app.getPath('documents'), 'Axial')
  const service = new ServiceProcess(path.join(dist, 'service.js'), folder)
  const words = wordsFor(app.getLocale())

  guardSession(session.defaultSession)
  protocol.handle(SCHEME, servePage)

  ipcMain.handle(CHANNELS.connect, (event) => {
    requireOwnSender(event).postMessage(CHANNELS.port, null, [service.connect()])
  })
  ipcMain.handle(CHANNELS.chooseStudy, (event) => {
    requireOwnSender(event)
    return inWindow((window) => chooseStudy(dialog, window, words))
  })
  ipcMain.handle(CHANNELS.chooseNewStudy, (event, suggestedName: unknown) => {
    requireOwnSender(event)
    return inWindow((window) => chooseNewStudy(dialog, window, words, folder, suggestedName))
  })

  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, process.platform, send)))
  app.on('second-instance', () => inWindow(focus))
  app.on('activate', () => {
    if (theWindow() === undefined) void openWindow()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (!service.runs) return
    // The study is closed first; quitting goes on when its process has ended.
    event.preventDefault()
    void service.close().then(() => app.quit())
  })

  await openNamedStudy(service)
  await openWindow()
}

async function openWindow(): Promise<void> {
  const window = new BrowserWindow({
    title: 'Axial',
    width: 1280,
    height: 860,
    minWidth: 720,
    minHeight: 480,
    show: false,
    // What shows until the page has painted.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17181a' : '#ffffff',
    webPreferences: {
      preload: path.join(dist, 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  await window.loadURL(HOME)
}

async function servePage(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const file = request.method === 'GET' && url.host === 'workbench' ? await readPageFile(pages, url.pathname) : null
  if (file === null) return new Response(null, { status: 404, headers: PAGE_HEADERS })
  return new Response(file.bytes, { headers: file.headers })
}

/** Opens the study that the command line names: `--study PATH`, or a file of a study. */
async function openNamedStudy(service: ServiceProcess): Promise<void> {
  const file = namedStudy(process.argv.slice(1))
  if (file === undefined) return
  try {
    await typed(service.open())('workspace.open', { path: path.resolve(file) })
  } catch (error) {
    const { reason, params } = reportOf(error)
    dialog.showErrorBox('Axial', sentenceFor(reason, params, app.getLocale().startsWith('fr') ? 'fr' : 'en'))
  }
}

function namedStudy(args: readonly string[]): string | undefined {
  const option = args.indexOf('--study')
  return option === -1 ? args.find((arg) => arg.endsWith('.axial')) : args[option + 1]
}

function theWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows()[0]
}

function inWindow<T>(work: (window: BrowserWindow) => T): T | null {
  const window = theWindow()
  return window === undefined ? null : work(window)
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

function fail(error: unknown): void {
  const { reason, params } = reportOf(error)
  dialog.showErrorBox('Axial', sentenceFor(reason, params, 'en'))
  app.exit(1)
}

function send(command: Command): void {
  inWindow((window) => window.webContents.send(CHANNELS.command, command))
}

if (app.requestSingleInstanceLock()) {
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  guardContents(app)
  // Not awaited: Electron is ready only once this module has been evaluated.
  app.whenReady().then(start).catch(fail)
} else {
  app.quit()
}
