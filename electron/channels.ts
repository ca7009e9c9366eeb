/** The names under which window and main program speak; the window's side of each is in preload.ts. */
export const CHANNELS = {
  connect: 'axial:connect',
  port: 'axial:port',
  chooseStudy: 'axial:choose-study',
  chooseNewStudy: 'axial:choose-new-study',
  command: 'axial:command',
} as const

/** The workbench's own address; every page and every sender must begin with it. */
export const SCHEME = 'axial'
export const HOME = `${SCHEME}://workbench/`
