import * as z from 'zod'
import { IDENTITIES } from '../community/settings'

/** Key of the schema's object. */
export const RESIDENT_SCHEMA_KEY = 'api/v1/schemas/resident.json'

const instant = z.iso.datetime().describe('RFC 3339, UTC')
const petition = z.object({
  id: z.string(),
  number: z.number().int().describe('Registration number in the community'),
  title: z.string(),
  address: z.string().optional().describe('Its public page, once it is published'),
})
const coded = (codes: z.ZodType<string>) =>
  z.object({ code: codes, label: z.string().describe('In the language of the page') })

/** All that is held about one resident, for them: `/me/data.json`. */
export const residentExport = z.object({
  $schema: z.string(),
  madeAt: instant,
  email: z.string().optional().describe('The address that opened the page; it is not stored'),
  complete: z.boolean().describe('False: there was no time for all petitions, `next` goes on'),
  petitionsSearched: z.number().int(),
  next: z.string().optional().describe('Address of the rest'),
  signatures: z.array(
    z.object({
      petition,
      name: z.string().optional().describe('As published; absent once it is erased'),
      signedAt: instant,
      level: coded(z.enum(IDENTITIES)).describe('How the signer was identified'),
      number: z.number().int().optional().describe('On the list of signers; absent until the log has it'),
      receipt: z.string().describe('Address of the receipt’s page'),
      annulled: z
        .object({ ground: coded(z.string()), at: instant, inLog: z.boolean() })
        .optional()
        .describe('It does not count any more, or soon'),
      addressKeptForAnnulment: z.boolean(),
      nameShownUntil: instant.optional().describe('Art. 23-1; the name is erased then (R20)'),
    }),
  ),
  news: z.array(z.object({ petition, since: instant })).describe('Petitions whose news is mailed'),
  authored: z.array(z.object({ petition, keptUntil: instant.optional() })),
  keptOfASignature: z.string(),
  neverHeld: z.array(z.string()),
  goesByItself: z.array(z.string()),
})

export type ResidentExport = z.infer<typeof residentExport>

/** JSON Schema (2020-12) of the export. @param url where it is published */
export function residentSchema(url: string): object {
  return { $id: url, title: 'Viche: what is held about a resident', ...z.toJSONSchema(residentExport) }
}
