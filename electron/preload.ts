import { contextBridge, ipcRenderer } from 'electron'
import { PORT_MESSAGE, type Bridge, type Command } from '../app/contract/bridge.ts'
import { CHANNELS } from './channels.ts'

/** Everything the window gets from the desktop. Nothing of Electron itself crosses. */
const bridge: Bridge = {
  connect: async () => {
    await ipcRenderer.invoke(CHANNELS.connect)
  },
  desktop: {
    chooseStudy: async () => pathIn(await ipcRenderer.invoke(CHANNELS.chooseStudy)),
    chooseNewStudy: async (suggestedName) => pathIn(await ipcRenderer.invoke(CHANNELS.chooseNewStudy, suggestedName)),
    onCommand: (listener) => {
      const hear = (_event: unknown, command: Command) => listener(command)
      ipcRenderer.on(CHANNELS.command, hear)
      return () => {
        ipcRenderer.removeListener(CHANNELS.command, hear)
      }
    },
  },
}

function pathIn(answer: unknown): string | null {
  return typeof answer === 'string' ? answer : null
}

// A port cannot cross the context bridge; posted to the window itself, it reaches the page's own world.
ipcRenderer.on(CHANNELS.port, (event) => {
  window.postMessage(PORT_MESSAGE, window.location.origin, [...event.ports])
})

contextBridge.exposeInMainWorld('axial', bridge)
