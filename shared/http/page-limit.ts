import * as z from 'zod'

/** How many items a page of a list has: the parameter `limit`, 1 to 100. @param usual what the handler takes without it */
export function pageLimit(usual: number) {
  return z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/, 'wrong-format')
    .transform(Number)
    .pipe(z.number().max(100))
    .optional()
    .meta({
      description: `1 to 100; ${usual} by default`,
      override: { type: 'integer', minimum: 1, maximum: 100 },
    })
}
