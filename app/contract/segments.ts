export const segmentProcedures = {} as const
