/**
 * What of the coders' work is compared: the codes on its units; whether a segment is a mismatch; which instances a segment
 * has that both included.
 */
export const SUBJECTS = ['codings', 'screenings', 'instances'] as const
export type Subject = (typeof SUBJECTS)[number]
