import path from 'node:path'
import type { BrowserWindow, Dialog } from 'electron'
import type { Words } from './words.ts'

/** The system's own file dialogs. Each answers with a path, or null where the researcher cancelled. */
export async function chooseStudy(dialog: Dialog, window: BrowserWindow, words: Words): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.openStudy,
    buttonLabel: words.open,
    filters: filters(words),
    properties: ['openFile'],
  })
  return filePaths[0] ?? null
}

export async function chooseNewStudy(
  dialog: Dialog,
  window: BrowserWindow,
  words: Words,
  folder: string,
  suggestedName: unknown,
): Promise<string | null> {
  const name = typeof suggestedName === 'string' && suggestedName !== '' ? path.basename(suggestedName) : 'study'
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.newStudy,
    buttonLabel: words.create,
    defaultPath: path.join(folder, name),
    filters: filters(words),
  })
  return canceled || filePath === '' ? null : filePath
}

function filters(words: Words) {
  return [{ name: words.studies, extensions: ['axial'] }]
}
