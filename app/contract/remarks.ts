import { z } from 'zod'
import { REMARK_KEYS, type Remark } from '../../domain/remarks.ts'

/** A remark crosses the contract as data: it becomes words where it is shown, see `remarkIn`. */
export const remark: z.ZodType<Remark> = z.lazy(() =>
  z.object({ key: z.enum(REMARK_KEYS), params: z.record(z.string(), z.union([z.string(), z.number(), remark])) }),
)
