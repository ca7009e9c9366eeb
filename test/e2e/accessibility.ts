import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe finds wrong with a page as it stands, a line each: the rule and the first element. `within` is a selector.
 * The workbench has no frames, so axe need not open a page of its own to put results together: that halves its time.
 */
export async function faultsOf(page: Page, within?: string): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze()
  return violations.map(({ id, nodes }) => `${id}, ${nodes[0]?.html ?? ''}`)
}
