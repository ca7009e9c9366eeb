/**
 * What the desktop shell puts into the window as `window.axial`: a way to the service, and what only a desktop can do.
 * In a browser there is none of it.
 */
export interface Bridge {
  /**
   * Asks for a port to the service. It arrives as a message event on the window, from the window itself, whose data is
   * `PORT_MESSAGE` and whose only port is the one: ports cannot be passed through a context bridge.
   */
  readonly connect: () => Promise<void>
  readonly desktop: Desktop
}

/** Asked of the researcher by the operating system. Null where they cancelled. */
export interface Desktop {
  readonly chooseStudy: () => Promise<string | null>
  readonly chooseNewStudy: (suggestedName: string) => Promise<string | null>
  /** Calls back when the menu asks for something; the answer stops it. */
  readonly onCommand: (listener: (command: Command) => void) => () => void
}

/** What the menu can ask of the window. */
export const COMMANDS = ['new-study', 'open-study'] as const
export type Command = (typeof COMMANDS)[number]

export const PORT_MESSAGE = 'axial-port'

declare global {
  interface Window {
    readonly axial?: Bridge
  }
}
