export const comparisonProcedures = {} as const
