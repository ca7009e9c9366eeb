/** The least share of overlap at which two spans are taken as one, unless another is chosen. */
export const DEFAULT_SHARE = 0.5
