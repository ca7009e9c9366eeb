import { prepareBrowser } from '../../scripts/browser.ts'

/** Before the first of the files that run beside one another: in a fresh clone the browser has yet to unpack itself. */
export default async function setup(): Promise<void> {
  await prepareBrowser()
}
